const QUIET_MS = 15_000;
const ANSWER_WITHIN_MS = 10_000;
/** After a comeback somebody is looking at the page. */
const ANSWER_SOON_MS = 3_000;

/**
 * Notices a connection that is dead and was never closed: asks for a sign of life when it has been
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

  /** To be called for whatever comes in. */
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
