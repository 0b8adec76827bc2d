import { type Text } from "../errors";

/** The reason given when a connection ends because its credentials have expired. */
export const CREDENTIALS_EXPIRED: Text = {
  en: "Credentials expired",
  ru: "Срок действия ключа истёк",
};

/**
 * The maximum that setTimeout accepts; a token that lives longer outlives every deployment anyway.
 */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The timers that end an open connection when its credentials expire. */
export class CredentialWatch {
  private expiry: NodeJS.Timeout | undefined;
  private checks: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly recheckIntervalMs: number) {}

  /** Calls `expired` at that moment; a later call replaces an earlier one. */
  expireAt(expiresAt: Date, expired: () => void): void {
    clearTimeout(this.expiry);
    const lifeMs = Math.min(Math.max(expiresAt.getTime() - Date.now(), 0), MAX_TIMER_MS);
    if (!this.stopped) this.expiry = setTimeout(expired, lifeMs);
  }

  /** Runs a check periodically; the check must never reject. */
  keepChecking(check: () => Promise<void>): void {
    if (!this.stopped) this.checks = setInterval(() => void check(), this.recheckIntervalMs);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.expiry);
    clearInterval(this.checks);
  }
}
