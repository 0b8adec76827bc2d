import { createGraphiQLFetcher, type Fetcher } from "@graphiql/toolkit";

import { type Credentials, headersOf } from "../gateway/gateway";

/**
 * Queries and mutations go over HTTP, subscriptions over a WebSocket of their own, all of them with
 * the key of the session. What stands in the headers tab goes before it, on a WebSocket as its
 * connection parameters.
 */
export function gatewayFetcher(origin: string, credentials: Credentials): Fetcher {
  const fetcher = createGraphiQLFetcher({
    url: `${origin}/graphql`,
    subscriptionUrl: `${origin.replace(/^http/, "ws")}/graphql`,
    enableIncrementalDelivery: false,
  });
  return (parameters, options) =>
    fetcher(parameters, {
      ...options,
      headers: { ...headersOf(credentials), ...lowerCased(options?.headers) },
    });
}

function lowerCased(headers: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
