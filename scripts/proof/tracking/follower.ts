import { setTimeout as pause } from "node:timers/promises";

import { WebSocket } from "ws";

import { type Told } from "./told";
import { type GuestFollower } from "./way";

export interface Following {
  readonly query: string;
  readonly variables: object;
  /** Sent when the socket opens. */
  readonly authorization?: string;
  /**
   * A separate one per follower, because otherwise the limit on sockets per address would refuse
   * it.
   */
  readonly address: string;
}

interface Message {
  readonly type: string;
  readonly payload?: {
    readonly data?: Readonly<Record<string, Told>> | null;
    readonly errors?: unknown;
  };
}

/**
 * A client that reconnects with its cursor whenever it loses its socket, and keeps everything it
 * received.
 */
export class Follower implements GuestFollower {
  readonly told: Told[] = [];
  /** It goes on until it is stopped. */
  readonly endedFalsely = false;
  private socket: WebSocket | undefined;
  private stopped = false;

  /** @param gateway returns any running gateway, a different one each time */
  constructor(
    readonly following: Following,
    private readonly gateway: () => string,
  ) {
    void this.follow();
  }

  /** As in a tunnel: the connection drops without a goodbye. */
  drop(): void {
    this.socket?.terminate();
  }

  stop(): void {
    this.stopped = true;
    this.drop();
  }

  expected(stored: readonly string[]): readonly string[] {
    return stored;
  }

  private async follow(): Promise<void> {
    while (!this.stopped) {
      await new Promise<void>((closed) => {
        const headers = { "x-forwarded-for": this.following.address };
        const url = `${this.gateway().replace("http", "ws")}/graphql`;
        const socket = new WebSocket(url, ["graphql-transport-ws"], {
          headers,
          handshakeTimeout: 5_000,
        });
        this.socket = socket;
        socket.once("open", () => this.greet(socket));
        socket.on("message", (message: Buffer) =>
          this.take(socket, JSON.parse(message.toString()) as Message),
        );
        // "close" follows every error.
        socket.on("error", () => undefined);
        socket.once("close", () => closed());
      });
      await pause(100 + Math.random() * 400);
    }
  }

  private greet(socket: WebSocket): void {
    const { authorization } = this.following;
    socket.send(
      JSON.stringify({
        type: "connection_init",
        ...(authorization && { payload: { authorization } }),
      }),
    );
  }

  private take(socket: WebSocket, { type, payload }: Message): void {
    if (type === "connection_ack") {
      const { query, variables } = this.following;
      const after = this.told.at(-1)?.cursor;
      socket.send(
        JSON.stringify({
          id: "1",
          type: "subscribe",
          payload: { query, variables: { ...variables, after } },
        }),
      );
      return;
    }
    const [event] = Object.values(payload?.data ?? {});
    // The gateway could not continue, or could not begin.
    if (type !== "next" || payload?.errors || !event) socket.terminate();
    else this.told.push(event);
  }
}
