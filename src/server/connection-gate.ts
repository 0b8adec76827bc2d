import { type IncomingMessage } from "node:http";

import { type AppError, Forbidden, NotFound } from "../errors";
import { AddressCounts } from "../limits/address-counts";
import { overLimit, overloaded } from "../limits/limit-refusal";
import { type OriginPolicy } from "./origin-policy";
import { type WebSocketLimits } from "./websocket-limits";

const NOTHING_HERE = { en: "There is nothing here", ru: "Здесь ничего нет" };
export const OTHER_ORIGIN = {
  en: "Not for pages of this origin",
  ru: "Не для страниц этого сайта",
};

/** By then another client may have left. */
const COME_BACK_MS = 5_000;

/** Admits or refuses sockets and event streams, and counts the open ones of both kinds together. */
export class ConnectionGate {
  private readonly open: AddressCounts;
  private closed = false;

  constructor(
    private readonly origins: OriginPolicy,
    { socketsPerAddress, sockets }: Pick<WebSocketLimits, "socketsPerAddress" | "sockets">,
  ) {
    this.open = new AddressCounts({ perAddress: socketsPerAddress, inAll: sockets });
  }

  /**
   * Why this socket or stream is refused, or undefined when it may open. @param address as returned
   * by `clientAddress`
   */
  refusalOf(request: IncomingMessage, address: string): AppError | undefined {
    const stranger = this.strangerOf(request);
    if (stranger) return stranger;
    const full = this.open.fullFor(address);
    if (this.closed || full === "all") return overloaded(COME_BACK_MS);
    return full === "address" ? overLimit("streams", COME_BACK_MS) : undefined;
  }

  /** The same check regardless of how many are open, for a connection that is already counted. */
  strangerOf({ url, headers }: IncomingMessage): AppError | undefined {
    if (url?.split("?", 1)[0] !== "/graphql") return new NotFound(NOTHING_HERE);
    const permitted =
      this.origins.permitsUpgrade(headers.origin, headers.host) && !this.origins.isHidden(headers);
    return permitted ? undefined : new Forbidden(OTHER_ORIGIN);
  }

  /** Number of open connections. */
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
