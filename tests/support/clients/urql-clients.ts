import {
  cacheExchange,
  Client,
  fetchExchange,
  type OperationResult,
  subscriptionExchange,
  type SubscriptionForwarder,
} from "@urql/core";
import { createClient, type Sink } from "graphql-ws";

import {
  type ClientCase,
  type ClientPlace,
  MUTATION,
  type OpenClient,
  QUERY,
  SUBSCRIPTION,
} from "./client-case";

export const urqlClients: readonly ClientCase[] = [
  {
    name: "urql",
    packages: ["@urql/core", "graphql-ws"],
    needs: "`subscriptionExchange` over graphql-ws for subscriptions",
    open: (place, { fetch, webSocket }) => {
      const sockets = createClient({
        url: place.webSocketUrl,
        webSocketImpl: webSocket,
        retryAttempts: 0,
      });
      const forwardSubscription: SubscriptionForwarder = ({ query = "", variables = {} }) => ({
        subscribe: (sink) => ({
          unsubscribe: sockets.subscribe({ query, variables }, sink as Sink),
        }),
      });
      const exchanges = [
        cacheExchange,
        fetchExchange,
        subscriptionExchange({ forwardSubscription }),
      ];
      const close = () => sockets.dispose();
      return { ...clientOf(place, new Client({ url: place.url, fetch, exchanges })), close };
    },
  },
  {
    name: "urql, `fetchSubscriptions`",
    packages: ["@urql/core"],
    needs: "`fetchSubscriptions: true`, and no exchange more",
    open: (place, { fetch }) => {
      const exchanges = [cacheExchange, fetchExchange];
      return clientOf(
        place,
        new Client({ url: place.url, fetch, exchanges, fetchSubscriptions: true }),
      );
    },
  },
];

function clientOf(
  { branchId, token }: ClientPlace,
  client: Client,
): Required<Omit<OpenClient, "close">> {
  return {
    query: async () => dataOf(await client.query(QUERY, { branchId }).toPromise()),
    mutate: async () => dataOf(await client.mutation(MUTATION, { branchId }).toPromise()),
    subscribe: async () =>
      dataOf(
        await new Promise<OperationResult>((resolve) => {
          const following = client.subscription(SUBSCRIPTION, { token }).subscribe((result) => {
            setImmediate(() => following.unsubscribe());
            resolve(result);
          });
        }),
      ),
  };
}

function dataOf({ data, error }: OperationResult): unknown {
  if (error) throw error;
  return data as unknown;
}
