const QUIET_MS = 15_000;
const ANSWER_WITHIN_MS = 10_000;
/** After a comeback somebody is looking at the page. */
const ANSWER_SOON_MS = 3_000;

/**
 * Detects a connection that is dead but was never closed: requests a sign of life when it has been
 * quiet.
 */
export class Pulse {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly ask: () => void,
    private readonly dead: () => void,
  ) {
    this.heard();
  }

  /** Call this for everything that arrives. */
  heard(): void {
    this.stop();
    this.timer = setTimeout(() => this.check(ANSWER_WITHIN_MS), QUIET_MS);
  }

  check(answerWithinMs = ANSWER_SOON_MS): void {
    this.stop();
    this.timer = setTimeout(this.dead, answerWithinMs);
    this.ask();
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
