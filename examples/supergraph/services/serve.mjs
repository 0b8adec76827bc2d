import { readFileSync } from "node:fs";

import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";

/** Starts a small service of the graph on any free port of this machine. */
export async function serve(name, resolvers) {
  const typeDefs = parse(readFileSync(new URL(`${name}.graphql`, import.meta.url), "utf8"));
  const server = new ApolloServer({ schema: buildSubgraphSchema({ typeDefs, resolvers }) });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: "127.0.0.1" } });
  return { name, url };
}
