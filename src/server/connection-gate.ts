import { type IncomingMessage } from "node:http";
import { type OriginPolicy } from "./origin-policy";
import { type WebSocketLimits } from "./websocket-limits";

export type Refusal = "403 Forbidden" | "404 Not Found" | "429 Too Many Requests" | "503 Service Unavailable";

/** Decides on sockets and event streams, and counts the open ones together. */
export class ConnectionGate {
  private readonly openByAddress = new Map<string, number>();
  private open = 0;
  private closed = false;

  constructor(
    private readonly origins: OriginPolicy,
    private readonly limits: WebSocketLimits,
  ) {}

  /** Why this socket or stream is refused, or undefined when it may open. */
  refusalOf(request: IncomingMessage, address: string): Refusal | undefined {
    const { origin, host } = request.headers;
    if (request.url?.split("?", 1)[0] !== "/graphql") return "404 Not Found";
    if (!this.origins.permitsUpgrade(origin, host)) return "403 Forbidden";
    if (this.closed || this.open >= this.limits.sockets) return "503 Service Unavailable";
    const already = this.openByAddress.get(address) ?? 0;
    return already >= this.limits.socketsPerAddress ? "429 Too Many Requests" : undefined;
  }

  /** How many are open. */
  get connections(): number {
    return this.open;
  }

  enter(address: string): void {
    this.open++;
    this.openByAddress.set(address, (this.openByAddress.get(address) ?? 0) + 1);
  }

  leave(address: string): void {
    this.open--;
    const left = (this.openByAddress.get(address) ?? 1) - 1;
    if (left > 0) this.openByAddress.set(address, left);
    else this.openByAddress.delete(address);
  }

  close(): void {
    this.closed = true;
  }
}
