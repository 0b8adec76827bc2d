import { createGraphiQLFetcher, type Fetcher } from "@graphiql/toolkit";

import { type Credentials, headersOf } from "../gateway/gateway";

/**
 * Sends queries and mutations over HTTP and subscriptions over a separate WebSocket, all with the
 * session's key. Headers from the headers tab take precedence over it; on a WebSocket they are sent
 * as connection parameters.
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
