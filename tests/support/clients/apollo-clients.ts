import { createHash } from "node:crypto";

import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { OperationTypeNode } from "graphql";
import { createClient } from "graphql-ws";

import {
  type ClientCase,
  type ClientPlace,
  MUTATION,
  type OpenClient,
  QUERY,
  SUBSCRIPTION,
  type Traffic,
} from "./client-case";

export const apolloClients: readonly ClientCase[] = [
  {
    name: "Apollo Client",
    packages: ["@apollo/client", "graphql-ws"],
    needs: "`GraphQLWsLink` for subscriptions. `clientAwareness` may be set",
    open: (place, traffic) => {
      const sockets = createClient({
        url: place.webSocketUrl,
        webSocketImpl: traffic.webSocket,
        retryAttempts: 0,
      });
      const isSubscription = ({ operationType }: ApolloLink.Operation) =>
        operationType === OperationTypeNode.SUBSCRIPTION;
      const link = ApolloLink.split(
        isSubscription,
        new GraphQLWsLink(sockets),
        httpLink(place, traffic),
      );
      const close = () => sockets.dispose();
      return { ...clientOf(place, link), close };
    },
  },
  {
    name: "Apollo Client, persisted queries",
    packages: ["@apollo/client"],
    needs:
      "`PersistedQueryLink`. Without `PERSISTED_OPERATIONS` it is told once to send the whole query",
    open: (place, traffic) => {
      const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
      const persisted = new PersistedQueryLink({ sha256, useGETForHashedQueries: true });
      const { query, mutate } = clientOf(place, persisted.concat(httpLink(place, traffic)));
      return { query, mutate };
    },
  },
  {
    name: "Apollo Client, `HttpLink` alone",
    packages: ["@apollo/client"],
    needs: "for subscriptions, `GraphQLWsLink`: multipart answers are refused",
    refused: { subscribe: /graphql-transport-ws.*Accept: text\/event-stream/ },
    open: (place, traffic) => clientOf(place, httpLink(place, traffic)),
  },
];

function httpLink({ url }: ClientPlace, { fetch }: Traffic): HttpLink {
  return new HttpLink({ uri: url, fetch });
}

function clientOf(
  { branchId, token }: ClientPlace,
  link: ApolloLink,
): Required<Omit<OpenClient, "close">> {
  const clientAwareness = { name: "storefront", version: "1.0.0" };
  const client = new ApolloClient({ link, cache: new InMemoryCache(), clientAwareness });
  const variables = { branchId };
  return {
    query: async () => (await client.query({ query: gql(QUERY), variables })).data,
    mutate: async () => (await client.mutate({ mutation: gql(MUTATION), variables })).data,
    subscribe: () =>
      new Promise((resolve, reject) => {
        const events = client.subscribe({ query: gql(SUBSCRIPTION), variables: { token } });
        const subscription = events.subscribe({
          next: ({ data, error }) => {
            setImmediate(() => subscription.unsubscribe());
            if (error) reject(new Error(error.message));
            else resolve(data);
          },
          error: reject,
        });
      }),
  };
}
