import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";

import { serveUntilReleased, settingsOfChild } from "../../child";
import { gatewaySchema } from "../gateway-schema";

/**
 * The gateway's schema and snapshots behind Apollo Server, started as its documentation suggests.
 */
async function main(): Promise<void> {
  const { databaseUrl } = await settingsOfChild<{ databaseUrl: string }>();
  const { schema, context } = await gatewaySchema(databaseUrl);
  const apollo = new ApolloServer({ schema });
  const options = {
    listen: { port: 0, host: "127.0.0.1" },
    context: () => Promise.resolve({ ...context }),
  };
  const { url } = await startStandaloneServer(apollo, options);
  serveUntilReleased(url);
}

void main();
