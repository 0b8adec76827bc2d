import { createServer } from "node:http";

import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import http from "@graphql-mesh/transport-http";

import { headersFor } from "./headers.mjs";

/** Hive Gateway: queries, mutations, and subscriptions as event streams. */
export async function startHive(supergraph, { host, port, routerKey }) {
  const runtime = createGatewayRuntime({
    supergraph,
    transports: { http },
    propagateHeaders: {
      fromClientToSubgraphs: ({ request, subgraphName, context }) => {
        const sent = Object.fromEntries(request.headers.entries());
        const address = context?.req?.socket.remoteAddress;
        return headersFor(subgraphName, sent, address, routerKey);
      },
    },
    graphiql: false,
    landingPage: false,
    logging: "warn",
  });
  const server = createServer(runtime);
  await new Promise((resolve) => server.listen(port, host, resolve));
  return `http://${host}:${server.address().port}/graphql`;
}
