import { type Text } from "../errors";

/** Why a connection ends whose credentials have run out. */
export const CREDENTIALS_EXPIRED: Text = {
  en: "Credentials expired",
  ru: "Срок действия ключа истёк",
};

/** setTimeout takes no more; a token that lives longer outlives every deployment anyway. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The timers by which an open connection loses its credentials. */
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

  /** Runs a check, which never rejects, again and again. */
  keepChecking(check: () => Promise<void>): void {
    if (!this.stopped) this.checks = setInterval(() => void check(), this.recheckIntervalMs);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.expiry);
    clearInterval(this.checks);
  }
}
