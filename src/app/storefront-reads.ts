import { readFile } from "node:fs/promises";

import { type DocumentNode, type GraphQLSchema } from "graphql";

import { type Config } from "../config";
import { type Context } from "../context";
import { hasScope, Scope } from "../domain/access/viewer";
import { ConfigError } from "../errors";
import { type Clock } from "../ports/clock";
import { menuCosts } from "../resolvers/catalogue/menu-costs";
import { isRepeatable } from "../resolvers/catalogue/repeatable-queries";
import { sharedMenuAnswers } from "../resolvers/catalogue/shared-menu-answers";
import { WorkLimit } from "../security/work-limit";
import { FieldUsage } from "../server/field-usage";
import { PersistedOperations } from "../server/persisted-operations";
import { type ShownMenus } from "../services/catalogue/menu/shown-menus";

/**
 * Makes storefronts fast: answers that all outsiders share, operations that are known in advance,
 * and limits so that nobody may request more than a whole menu at a time, or too much in total.
 *
 * @throws {ConfigError} the manifest cannot be read, or does not match the schema
 */
export async function storefrontReads(
  config: Config,
  schema: GraphQLSchema,
  menus: ShownMenus,
  limitsClock: Clock,
  companyIdOf: (origin: string) => string | undefined,
) {
  const persistedOperations = await readManifest(config.persistedOperations, schema);
  const fieldUsage = new FieldUsage(schema, config.clientNames);
  const work = new WorkLimit(config.queryWorkPercent, limitsClock);
  return {
    sharedAnswers: {
      sharingOf: sharedMenuAnswers(menus),
      // What one company's storefronts see does not exist for those of another.
      circleOf: (companyKey: string | undefined, origin: string | undefined) =>
        companyKey ?? (origin === undefined ? undefined : companyIdOf(origin)),
      maxBytes: config.menuCacheMegabytes * 1024 * 1024,
    },
    isRepeatable,
    fieldUsage,
    noteUse: ({ clientName }: Context, document: DocumentNode) =>
      fieldUsage.count(clientName, fieldUsage.read(document)),
    persistedOperations,
    dataCosts: menuCosts(menus),
    admitWork: (context: Context, values: number, isMutation: boolean) =>
      work.admit(context, values, isMutation),
    settleWork: (context: Context, values: number, tookMs: number) =>
      work.settle(context, values, tookMs),
    // A router writes its own queries, and may keep a list for its own clients.
    admitDocument: ({ viewer, fromRouter }: Context, text: string | undefined) => {
      if (config.persistedOperationsOnly && !fromRouter && !hasScope(viewer, Scope.OPERATOR))
        persistedOperations?.require(text);
    },
  };
}

async function readManifest(
  path: string | null,
  schema: GraphQLSchema,
): Promise<PersistedOperations | undefined> {
  if (path === null) return undefined;
  try {
    return PersistedOperations.read(await readFile(path, "utf8"), schema);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([`PERSISTED_OPERATIONS is no manifest for this gateway: ${reason}`]);
  }
}
