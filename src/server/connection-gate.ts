import { type IncomingMessage } from "node:http";
import { AddressCounts } from "../limits/address-counts";
import { type OriginPolicy } from "./origin-policy";
import { type WebSocketLimits } from "./websocket-limits";

export type Refusal = "403 Forbidden" | "404 Not Found" | "429 Too Many Requests" | "503 Service Unavailable";

/** Decides on sockets and event streams, and counts the open ones together. */
export class ConnectionGate {
  private readonly open: AddressCounts;
  private closed = false;

  constructor(
    private readonly origins: OriginPolicy,
    { socketsPerAddress, sockets }: Pick<WebSocketLimits, "socketsPerAddress" | "sockets">,
  ) {
    this.open = new AddressCounts({ perAddress: socketsPerAddress, inAll: sockets });
  }

  /** Why this socket or stream is refused, or undefined when it may open. @param address as `clientAddress` gives it */
  refusalOf(request: IncomingMessage, address: string): Refusal | undefined {
    const { origin, host } = request.headers;
    if (request.url?.split("?", 1)[0] !== "/graphql") return "404 Not Found";
    if (!this.origins.permitsUpgrade(origin, host)) return "403 Forbidden";
    const full = this.open.fullFor(address);
    if (this.closed || full === "all") return "503 Service Unavailable";
    return full === "address" ? "429 Too Many Requests" : undefined;
  }

  /** How many are open. */
  get connections(): number {
    return this.open.total;
  }

  enter(address: string): void {
    this.open.add(address);
  }

  leave(address: string): void {
    this.open.remove(address);
  }

  close(): void {
    this.closed = true;
  }
}
