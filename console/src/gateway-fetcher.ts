import { createGraphiQLFetcher, type Fetcher } from "@graphiql/toolkit";

/**
 * Queries and mutations go over HTTP, subscriptions over a WebSocket of their own, which takes what stands in the headers
 * tab as its connection parameters: `{"Authorization": "Bearer …"}` works for both.
 */
export function gatewayFetcher({ origin }: Pick<Location, "origin">): Fetcher {
  return createGraphiQLFetcher({
    url: `${origin}/graphql`,
    subscriptionUrl: `${origin.replace(/^http/, "ws")}/graphql`,
    enableIncrementalDelivery: false,
  });
}
