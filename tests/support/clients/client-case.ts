import { WebSocket } from "ws";

/** The operations that each client has to perform. */
export const QUERY = `query Dishes($branchId: ID!) { products(branchId: $branchId, first: 1) { nodes { id name } } }`;
export const MUTATION = `mutation Challenge($branchId: ID!) { createOrderChallenge(branchId: $branchId) { challenge { bits } } }`;
export const SUBSCRIPTION = `subscription Track($token: String!) { trackOrder(token: $token) { id cursor summary } }`;

/** Where clients send their operations, and what those are about. */
export interface ClientPlace {
  /** For GraphQL over HTTP. */
  readonly url: string;
  readonly webSocketUrl: string;
  readonly branchId: string;
  /** The token of an order. */
  readonly token: string;
  /** For files that a client's tools write. */
  readonly folder: string;
}

/**
 * A client library, set up as its own guide says. Each function returns the data of the answer, or
 * of the first event.
 */
export interface OpenClient {
  readonly query: () => Promise<unknown>;
  readonly mutate?: () => Promise<unknown>;
  readonly subscribe?: () => Promise<unknown>;
  readonly close?: () => unknown;
}

export interface ClientCase {
  readonly name: string;
  /** The packages whose versions the table shows. */
  readonly packages: readonly string[];
  /** What an application has to do besides setting the address. */
  readonly needs: string;
  /** undefined: it works. Otherwise the error that it receives. */
  readonly refused?: { readonly subscribe?: RegExp; readonly mutate?: RegExp };
  readonly open: (place: ClientPlace, traffic: Traffic) => OpenClient | Promise<OpenClient>;
}

/** Headers for which a browser would need no permission, or that the runtime writes. */
const UNREMARKABLE = new Set(["accept", "content-type", "content-length", "user-agent"]);

/** What a client sends, seen from outside. */
export class Traffic {
  private readonly seen = new Set<string>();
  private readonly names = new Set<string>();

  /** A fetch that is observed. */
  readonly fetch: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const type = answer.headers.get("content-type") ?? "";
    this.seen.add(
      `${init?.method ?? "GET"}${type.startsWith("text/event-stream") ? " as event stream" : ""}`,
    );
    for (const name of new Headers(init?.headers).keys())
      if (!UNREMARKABLE.has(name)) this.names.add(name);
    return answer;
  };

  /** A WebSocket that is observed. */
  readonly webSocket: typeof WebSocket;

  constructor() {
    const { seen } = this;
    this.webSocket = class extends WebSocket {
      constructor(...args: ConstructorParameters<typeof WebSocket>) {
        super(...args);
        seen.add("WebSocket");
      }
    } as unknown as typeof WebSocket;
  }

  /** Returns the transports used by the operations since the last call. */
  takeWays(): string {
    const ways = [...this.seen].join(", ");
    this.seen.clear();
    return ways;
  }

  /** Names of headers for which a browser asks permission. */
  get headers(): readonly string[] {
    return [...this.names].sort();
  }
}
