import { type GraphQLSchema } from "graphql";

import { type Context } from "../context";
import { FOR_ROUTERS } from "../domain/errors/thrown-texts";
import { Forbidden } from "../errors";
import { type EntityType } from "./entity-type";
import { asSubgraph } from "./subgraph-schema";
import { type Marks, subgraphSdl } from "./subgraph-sdl";

/** The oldest version that has everything needed; routers of every vendor support it. */
const FEDERATION =
  '@link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])';

/** Types that any service may define under the same name: they say nothing about their origin. */
const VALUE_TYPES = ["Image", "Money", "PageInfo"];

/**
 * Returns the gateway's schema as a part of a larger graph.
 *
 * @param isOpen whether anyone may ask for entities, not only holders of a router's key
 */
export function gatewaySubgraph(
  schema: GraphQLSchema,
  entityTypes: readonly EntityType<Context>[],
  isOpen: boolean,
): GraphQLSchema {
  return asSubgraph(schema, {
    sdl: subgraphText(schema, entityTypes),
    entityTypes,
    admit: ({ fromRouter = false }) => {
      if (!isOpen && !fromRouter) throw new Forbidden(FOR_ROUTERS);
    },
  });
}

/** Returns what composition reads of the gateway. */
export function subgraphText(
  schema: GraphQLSchema,
  entityTypes: readonly EntityType<Context>[],
): string {
  return subgraphSdl(schema, [FEDERATION], marksOf(entityTypes));
}

function marksOf(entityTypes: readonly EntityType<Context>[]): Marks {
  const marks = new Map<string, readonly string[]>();
  for (const { name, keys } of entityTypes)
    marks.set(
      name,
      keys.map((fields) => `@key(fields: "${fields}")`),
    );
  for (const name of VALUE_TYPES) marks.set(name, ["@shareable"]);
  return marks;
}
