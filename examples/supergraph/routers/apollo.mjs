import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";

import { headersFor } from "./headers.mjs";

/** Apollo Gateway: queries and mutations. It does not support subscriptions. */
export async function startApollo(supergraphSdl, { host, port, routerKey }) {
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name, url }) => new Service({ name, url, routerKey }),
  });
  const server = new ApolloServer({ gateway });
  const { url } = await startStandaloneServer(server, {
    listen: { host, port },
    context: async ({ req }) => ({ sent: req.headers, address: req.socket.remoteAddress }),
  });
  return new URL("/graphql", url).href;
}

class Service extends RemoteGraphQLDataSource {
  constructor({ name, url, routerKey }) {
    super({ url });
    Object.assign(this, { name, routerKey });
  }

  willSendRequest({ request, context: { sent = {}, address } }) {
    const headers = headersFor(this.name, sent, address, this.routerKey);
    for (const [name, value] of Object.entries(headers)) request.http.headers.set(name, value);
  }
}
