import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A TCP connection that sends what a test wants, including what no client library would send. */
export class RawClient {
  text = "";
  readonly closed: Promise<void>;

  private constructor(readonly socket: Socket) {
    socket.on("error", () => undefined);
    socket.on("data", (bytes: Buffer) => (this.text += bytes.toString("latin1")));
    this.closed = new Promise((resolve) => socket.once("close", () => resolve()));
  }

  static async open(url: string): Promise<RawClient> {
    const client = new RawClient(connect(Number(new URL(url).port), "127.0.0.1"));
    await once(client.socket, "connect");
    return client;
  }

  /** @param headers lines without line ends */
  post(query: string, headers: readonly string[] = []): void {
    const body = JSON.stringify({ query });
    const lines = [
      "Host: x",
      "Content-Type: application/json",
      `Content-Length: ${body.length}`,
      ...headers,
    ];
    this.socket.write(`POST /graphql HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
  }

  /** From now on, reads nothing that the server sends. */
  sleep(): void {
    this.socket.pause();
  }

  leave(): void {
    this.socket.destroy();
  }
}
