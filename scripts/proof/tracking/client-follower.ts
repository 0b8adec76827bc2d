import { createRequire } from "node:module";
import { join } from "node:path";

import type * as client from "../../../packages/client/src/create-client";
import { type TrackedEvent } from "../../../packages/client/src/operations";
import { type GuestFollower } from "./way";

/**
 * The package as it is published: the compiled form of this file cannot import the package's
 * source.
 */
const PACKAGE = join(process.cwd(), "packages", "client");
const { createClient } = createRequire(join(PACKAGE, "package.json"))(PACKAGE) as typeof client;

/**
 * Follows an order with our own client package, which reconnects on its own until the order is
 * over.
 */
export class ClientFollower implements GuestFollower {
  readonly told: TrackedEvent[] = [];
  private readonly stopped = new AbortController();
  private line = new AbortController();
  private ended: "not" | "over" | "falsely" = "not";

  /** @param url including /graphql */
  constructor(
    url: string,
    token: string,
    private readonly address: string,
  ) {
    const gateway = createClient({ url, fetch: (input, init) => this.fetch(input, init) });
    void this.follow(gateway.trackOrder(token, { signal: this.stopped.signal }));
  }

  get endedFalsely(): boolean {
    return this.ended === "falsely";
  }

  drop(): void {
    this.line.abort();
    this.line = new AbortController();
  }

  stop(): void {
    this.stopped.abort();
  }

  /**
   * A restaurant may still report something about an order that is over, but nobody follows it any
   * more.
   */
  expected(stored: readonly string[]): readonly string[] {
    const last = stored.indexOf(this.told.at(-1)?.id ?? "");
    return this.ended === "over" ? stored.slice(0, last + 1) : stored;
  }

  private async follow(events: AsyncIterable<TrackedEvent>): Promise<void> {
    try {
      for await (const event of events) this.told.push(event);
      if (!this.stopped.signal.aborted) this.ended = this.isOver ? "over" : "falsely";
    } catch (error) {
      this.ended = "falsely";
      console.error(`A client gave up after ${this.told.length} events:`, error);
    }
  }

  private get isOver(): boolean {
    const status = this.told.findLast((event) => "to" in event && event.lateBySeconds === null);
    return status !== undefined && "to" in status && ENDS.has(status.to);
  }

  private fetch(input: Parameters<typeof fetch>[0], init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("x-forwarded-for", this.address);
    const signals = [this.line.signal, ...(init.signal ? [init.signal] : [])];
    return fetch(input, { ...init, headers, signal: AbortSignal.any(signals) });
  }
}

const ENDS: ReadonlySet<string> = new Set(["CLOSED", "CANCELLED"]);
