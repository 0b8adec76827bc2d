import createFastify, { type FastifyPluginAsync } from "fastify";

import { serveUntilReleased, settingsOfChild } from "../../child";
import { requirePeer } from "../../peers";
import { gatewaySchema } from "../gateway-schema";

/**
 * The gateway's schema and snapshots behind mercurius, with queries compiled from the first one on.
 */
async function main(): Promise<void> {
  const { databaseUrl } = await settingsOfChild<{ databaseUrl: string }>();
  const { schema, context } = await gatewaySchema(databaseUrl);
  const mercurius = requirePeer<FastifyPluginAsync<Record<string, unknown>>>("mercurius");
  const fastify = createFastify();
  await fastify.register(mercurius, { schema, jit: 1, context: () => ({ ...context }) });
  serveUntilReleased(`${await fastify.listen({ port: 0, host: "127.0.0.1" })}/graphql`);
}

void main();
