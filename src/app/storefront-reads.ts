import { readFile } from "node:fs/promises";

import { type GraphQLSchema } from "graphql";

import { type Config } from "../config";
import { type Context } from "../context";
import { hasScope, Scope } from "../domain/viewer";
import { ConfigError } from "../errors";
import { menuCosts } from "../resolvers/menu-costs";
import { isRepeatable } from "../resolvers/repeatable-queries";
import { sharedMenuAnswers } from "../resolvers/shared-menu-answers";
import { PersistedOperations } from "../server/persisted-operations";
import { type ShownMenus } from "../services/catalogue/menu/shown-menus";

/**
 * What makes storefronts fast: answers that all outsiders share, and operations that are known beforehand.
 *
 * @throws {ConfigError} the manifest cannot be read, or does not fit the schema
 */
export async function storefrontReads(config: Config, schema: GraphQLSchema, menus: ShownMenus) {
  const persistedOperations = await readManifest(config.persistedOperations, schema);
  return {
    sharedAnswers: { sharingOf: sharedMenuAnswers(menus), maxBytes: config.menuCacheMegabytes * 1024 * 1024 },
    isRepeatable,
    persistedOperations,
    dataCosts: menuCosts(menus),
    admitDocument: ({ viewer }: Context, text: string | undefined) => {
      if (config.persistedOperationsOnly && !hasScope(viewer, Scope.OPERATOR)) persistedOperations?.require(text);
    },
  };
}

async function readManifest(path: string | null, schema: GraphQLSchema): Promise<PersistedOperations | undefined> {
  if (path === null) return undefined;
  try {
    return PersistedOperations.read(await readFile(path, "utf8"), schema);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([`PERSISTED_OPERATIONS is no manifest for this gateway: ${reason}`]);
  }
}
