import { once } from "node:events";

import { type ClientOptions, WebSocket } from "ws";

import { eventually } from "./eventually";

export interface ProtocolMessage {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** Speaks graphql-transport-ws message by message, so that a test can also break the protocol. */
export class WebSocketClient {
  readonly received: ProtocolMessage[] = [];
  readonly closed: Promise<number>;

  private constructor(readonly socket: WebSocket) {
    socket.on("message", (message: Buffer) =>
      this.received.push(JSON.parse(message.toString()) as ProtocolMessage),
    );
    this.closed = new Promise((resolve) => socket.once("close", resolve));
  }

  static async open(
    url: string,
    options: ClientOptions = {},
    protocols = ["graphql-transport-ws"],
  ): Promise<WebSocketClient> {
    const client = new WebSocketClient(new WebSocket(url, protocols, options));
    await once(client.socket, "open");
    return client;
  }

  /** Opens a connection and waits for the acknowledgement. */
  static async connect(url: string, parameters?: object): Promise<WebSocketClient> {
    const client = await WebSocketClient.open(url);
    client.send({ type: "connection_init", ...(parameters && { payload: parameters }) });
    await client.next(({ type }) => type === "connection_ack");
    return client;
  }

  /** The HTTP status with which an upgrade was refused. */
  static async refusal(url: string, options: ClientOptions = {}): Promise<number> {
    const socket = new WebSocket(url, ["graphql-transport-ws"], options);
    const [, response] = (await once(socket, "unexpected-response")) as [
      unknown,
      { statusCode: number; destroy(): void },
    ];
    response.destroy();
    return response.statusCode;
  }

  send(message: object | string): void {
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables?: object): void {
    this.send({ id, type: "subscribe", payload: { query, ...(variables && { variables }) } });
  }

  /**
   * The first message that fits, including those already received. @throws {Error} when the socket
   * closes before that
   */
  next(fits: (message: ProtocolMessage) => boolean): Promise<ProtocolMessage> {
    return eventually(() => {
      const message = this.received.find(fits);
      if (!message && this.socket.readyState === WebSocket.CLOSED)
        throw new Error("The socket has closed");
      return message;
    });
  }

  /** All messages about an operation once it has ended with `complete` or `error`. */
  async answer(id: string): Promise<readonly ProtocolMessage[]> {
    await this.next((message) => message.id === id && message.type !== "next");
    return this.received.filter((message) => message.id === id);
  }

  async leave(): Promise<void> {
    this.socket.close(1000);
    await this.closed;
  }
}
