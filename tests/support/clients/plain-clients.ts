import { EventSource } from "eventsource";
import { GraphQLClient } from "graphql-request";
import { createClient as createSseClient } from "graphql-sse";
import { createClient as createWsClient } from "graphql-ws";

import {
  type ClientCase,
  type ClientPlace,
  MUTATION,
  type OpenClient,
  QUERY,
  SUBSCRIPTION,
  type Traffic,
} from "./client-case";

export const plainClients: readonly ClientCase[] = [
  {
    name: "graphql-request",
    packages: ["graphql-request"],
    needs: "a client of its own for subscriptions",
    open: ({ url, branchId }, { fetch }) => {
      const client = new GraphQLClient(url, { fetch });
      return {
        query: () => client.request(QUERY, { branchId }),
        mutate: () => client.request(MUTATION, { branchId }),
      };
    },
  },
  {
    name: "graphql-ws",
    packages: ["graphql-ws"],
    needs: "nothing",
    open: (place, { webSocket }) => {
      const client = createWsClient({
        url: place.webSocketUrl,
        webSocketImpl: webSocket,
        retryAttempts: 0,
      });
      return { ...iterating(client, place), close: () => client.dispose() };
    },
  },
  {
    name: "graphql-sse, a connection for each operation",
    packages: ["graphql-sse"],
    needs: "nothing",
    open: (place, traffic) => eventStreams(place, traffic, false),
  },
  {
    name: "graphql-sse, `singleConnection`",
    packages: ["graphql-sse"],
    needs:
      "of several processes, always the same one for a client; else a connection for each operation",
    open: (place, traffic) => eventStreams(place, traffic, true),
  },
  {
    name: "EventSource",
    packages: ["eventsource"],
    needs:
      "`close()` on `complete`. It reconnects by itself, after the last event of an order that it has seen",
    refused: { mutate: /Use POST for mutations/ },
    open: ({ url, branchId, token }, { fetch }) => ({
      query: () => firstNext(url, fetch, QUERY, { branchId }),
      mutate: () => firstNext(url, fetch, MUTATION, { branchId }),
      subscribe: () => firstNext(url, fetch, SUBSCRIPTION, { token }),
    }),
  },
];

type Iterating =
  | Pick<ReturnType<typeof createWsClient>, "iterate">
  | Pick<ReturnType<typeof createSseClient>, "iterate">;

function iterating(
  client: Iterating,
  { branchId, token }: ClientPlace,
): Required<Omit<OpenClient, "close">> {
  const first = async (query: string, variables: Record<string, unknown>) => {
    for await (const { data, errors } of client.iterate({ query, variables })) {
      if (errors) throw new AggregateError(errors, JSON.stringify(errors));
      return data as unknown;
    }
    throw new Error("No answer came");
  };
  return {
    query: () => first(QUERY, { branchId }),
    mutate: () => first(MUTATION, { branchId }),
    subscribe: () => first(SUBSCRIPTION, { token }),
  };
}

function eventStreams(
  place: ClientPlace,
  { fetch }: Traffic,
  singleConnection: boolean,
): OpenClient {
  const options = { url: place.url, fetchFn: fetch, retryAttempts: 0 };
  const client = singleConnection
    ? createSseClient({ ...options, singleConnection: true })
    : createSseClient({ ...options, singleConnection: false });
  return { ...iterating(client, place), close: () => client.dispose() };
}

function firstNext(
  url: string,
  fetch: Traffic["fetch"],
  query: string,
  variables: object,
): Promise<unknown> {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const source = new EventSource(`${url}?${search.toString()}`, {
    fetch: (at, init) => fetch(at, init),
  });
  return new Promise((resolve, reject) => {
    source.addEventListener("next", ({ data }) => {
      source.close();
      const { data: found, errors } = JSON.parse(String(data)) as {
        data?: unknown;
        errors?: unknown;
      };
      if (errors) reject(new Error(JSON.stringify(errors)));
      else resolve(found);
    });
    source.addEventListener("error", ({ message }) => {
      source.close();
      reject(new Error(message ?? "The stream broke off"));
    });
  });
}
