import { type Writable } from "node:stream";

/**
 * Turns of the event loop, for code that writes to many sockets. A system call for each message is
 * most of the cost of notifying thousands: everything written to a stream that was passed to
 * `gather` goes out with one call when the turn ends.
 */
export class WriteTurns {
  private turn = 0;
  private isUnderWay = false;
  private gathering: Writable[] = [];

  /** A number unique to this turn. */
  get current(): number {
    if (!this.isUnderWay) setImmediate(() => this.end());
    this.isUnderWay = true;
    return this.turn;
  }

  /** Gathers until the end of the turn, when everything is written. Safe to repeat. */
  gather(stream: Writable): void {
    if (stream.writableCorked > 0) return;
    stream.cork();
    this.gathering.push(stream);
  }

  private end(): void {
    const { gathering } = this;
    this.gathering = [];
    this.isUnderWay = false;
    this.turn += 1;
    for (const stream of gathering) stream.uncork();
  }
}
