import { errors } from "jose";

import { type Clock } from "../ports/clock";

type Fetch = (url: string, options: { readonly signal: AbortSignal }) => Promise<Response>;

/**
 * A list that could not be read is not requested again for this long, however many tokens arrive.
 */
const COOL_DOWN_MS = 10_000;
/** While keys are being renewed, there are two of them for some time. */
const MOST_KEYS = 100;
/** While its server fails, the last list applies; a server that answers is believed immediately. */
const LAST_LIST_MS = 10 * 60_000;

/**
 * Reads a key list for all tokens that wait for it, so that a failing server is not called for each
 * of them.
 */
export class KeyListFetch {
  private failedAt = -Infinity;
  private failure: unknown;
  private last: { readonly text: string; readonly readAt: number } | undefined;

  constructor(
    private readonly fetch: Fetch,
    private readonly clock: Clock,
  ) {}

  /** @throws the error of the last attempt, if the last list is too old */
  readonly get: Fetch = async (url, options) => {
    if (this.now() - this.failedAt < COOL_DOWN_MS) return this.lastList();
    try {
      const answer = await this.fetch(url, options);
      const text = await answer.text();
      if (answer.status !== 200 || !isKeyList(text)) {
        throw new errors.JOSEError(`The key list is none (HTTP ${answer.status})`);
      }
      this.last = { text, readAt: this.now() };
      return new Response(text, { status: 200 });
    } catch (error) {
      [this.failedAt, this.failure] = [this.now(), error];
      return this.lastList();
    }
  };

  private lastList(): Response {
    if (this.last && this.now() - this.last.readAt < LAST_LIST_MS)
      return new Response(this.last.text, { status: 200 });
    throw this.failure;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

function isKeyList(text: string): boolean {
  try {
    const keys = (JSON.parse(text) as { keys?: unknown } | null)?.keys;
    return Array.isArray(keys) && keys.length <= MOST_KEYS && keys.every(isObject);
  } catch {
    return false;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
