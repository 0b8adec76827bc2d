import { connect, type Socket } from "node:net";

import { type Target } from "./target";

/** A TCP connection to the gateway that can send what no client library would. */
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

  /** Reads nothing of what is sent to it for the given time. */
  async sleep(ms: number): Promise<void> {
    this.socket.pause();
    await new Promise((resolve) => setTimeout(resolve, ms));
    this.socket.resume();
  }

  /** Writes repeatedly until the other side has had enough. */
  async drip(text: string, everyMs: number, patienceMs: number): Promise<void> {
    const drips = setInterval(() => this.write(text), everyMs);
    await this.end(patienceMs);
    clearInterval(drips);
  }

  /**
   * Waits until the other side closes the connection, or patience runs out. @returns the status of
   * the first answer, or what else happened
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
 * What a client sends to become a WebSocket, with `headers` replacing some of it; without the final
 * empty line.
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
