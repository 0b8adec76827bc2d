import { once } from "node:events";

import { WebSocket } from "ws";

const PATIENCE_MS = 30_000;

/** The response: the HTTP status, and the body if it is JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Queries a gateway behind a proxy from any address. */
export class AddressedClient {
  constructor(
    private readonly url: string,
    private readonly address: string,
  ) {}

  async post(body: object): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": this.address },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text) };
  }

  /** Opens a socket, sends one query, and disconnects. */
  async socket(query: string): Promise<void> {
    const headers = { "x-forwarded-for": this.address };
    const socket = new WebSocket(
      `${this.url.replace(/^http/, "ws")}/graphql`,
      "graphql-transport-ws",
      { headers },
    );
    socket.on("error", () => undefined);
    try {
      await once(socket, "open", { signal: AbortSignal.timeout(PATIENCE_MS) });
      socket.send(JSON.stringify({ type: "connection_init" }));
      await once(socket, "message", { signal: AbortSignal.timeout(PATIENCE_MS) });
      socket.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query } }));
      await once(socket, "message", { signal: AbortSignal.timeout(PATIENCE_MS) });
    } finally {
      socket.terminate();
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
