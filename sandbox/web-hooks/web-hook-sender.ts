import { setTimeout as wait } from "node:timers/promises";

import { type WebHookEvent } from "./web-hook-event";

const TIMEOUT_MS = 5000;
/**
 * iiko does not publish its retry policy; three spaced tries are enough for a receiver that
 * restarts.
 */
const WAITS_BETWEEN_TRIES_MS = [500, 2000];

/**
 * Delivers events to one address, one call at a time; events that occur during a call go out
 * together in the next.
 */
export class WebHookSender {
  private waiting: WebHookEvent[] = [];
  private delivering: Promise<void> | null = null;
  private readonly stopped = new AbortController();

  constructor(
    private readonly uri: string,
    private readonly authorization: string | null,
    private readonly saved: () => Promise<void>,
    private readonly log: (line: string) => void,
  ) {}

  send(event: WebHookEvent): void {
    this.waiting.push(event);
    this.delivering ??= this.deliverAll();
  }

  /** Drops events that are still waiting. */
  async close(): Promise<void> {
    this.stopped.abort();
    await this.delivering;
  }

  private async deliverAll(): Promise<void> {
    // An event must not report a change that a crash could undo.
    await this.saved().catch(() => undefined);
    while (this.waiting.length > 0 && !this.stopped.signal.aborted) {
      const events = this.waiting;
      this.waiting = [];
      await this.deliver(JSON.stringify(events));
    }
    this.delivering = null;
  }

  private async deliver(body: string): Promise<void> {
    for (let attempt = 0; attempt <= WAITS_BETWEEN_TRIES_MS.length; attempt += 1) {
      if (await this.tryOnce(body)) return;
      const pauseMs = WAITS_BETWEEN_TRIES_MS[attempt];
      if (pauseMs === undefined || this.stopped.signal.aborted) break;
      await wait(pauseMs, undefined, { signal: this.stopped.signal }).catch(() => undefined);
    }
    if (!this.stopped.signal.aborted)
      this.log(`web hook not delivered to ${new URL(this.uri).origin}`);
  }

  private async tryOnce(body: string): Promise<boolean> {
    try {
      const response = await fetch(this.uri, {
        method: "POST",
        headers: {
          "content-type": "application/json; charset=utf-8",
          ...(this.authorization === null ? {} : { authorization: this.authorization }),
        },
        body,
        signal: AbortSignal.any([this.stopped.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      await response.arrayBuffer();
      return response.status === 200;
    } catch {
      return false;
    }
  }
}
