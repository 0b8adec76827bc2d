import { connect, type Socket } from "node:net";

import { type Target } from "./target";

/** A TCP connection to the gateway that says what no client library would say. */
export class RawConnection {
  text = "";
  isOpen = true;
  private readonly socket: Socket;
  private readonly closed: Promise<void>;

  constructor(target: Target) {
    const { hostname, port } = new URL(target.options.url);
    this.socket = connect(Number(port), hostname);
    this.socket.on("error", () => undefined);
    this.socket.on("data", (bytes: Buffer) => (this.text += bytes.toString("latin1")));
    this.closed = new Promise((resolve) => {
      this.socket.once("close", () => {
        this.isOpen = false;
        resolve();
      });
    });
  }

  write(bytes: string | Buffer): void {
    if (this.isOpen) this.socket.write(bytes);
  }

  /** Takes nothing of what is sent to it, for so long. */
  async sleep(ms: number): Promise<void> {
    this.socket.pause();
    await new Promise((resolve) => setTimeout(resolve, ms));
    this.socket.resume();
  }

  /** Writes again and again until the other side has had enough. */
  async drip(text: string, everyMs: number, patienceMs: number): Promise<void> {
    const drips = setInterval(() => this.write(text), everyMs);
    await this.end(patienceMs);
    clearInterval(drips);
  }

  /**
   * Until the other side closes it, or patience ends. @returns the status of the first answer, or
   * what else became of it
   */
  async end(patienceMs: number): Promise<string> {
    const late = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
    await Promise.race([this.closed, late]);
    const outcome = this.isOpen ? "still open" : this.status;
    this.socket.destroy();
    return outcome;
  }

  get status(): string {
    return /^HTTP\/1\.1 (\d+)/.exec(this.text)?.[1] ?? "closed";
  }

  leave(): void {
    this.socket.destroy();
  }
}

/**
 * What a client sends to become a WebSocket, or `headers` instead of some of it; without the empty
 * line at the end.
 */
export function upgradeRequest(
  path = "/graphql",
  headers: Record<string, string> = {},
  method = "GET",
): string {
  const all = {
    Host: "x",
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "MDEyMzQ1Njc4OWFiY2RlZg==",
    "Sec-WebSocket-Protocol": "graphql-transport-ws",
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join("")}`;
}
