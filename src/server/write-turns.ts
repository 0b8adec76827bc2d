import { type Writable } from "node:stream";

/**
 * The turns of the event loop, for those who write to many sockets. A system call for each message
 * is most of what telling thousands costs: whatever is written to a stream that `gather` was given
 * goes out with one call when the turn ends.
 */
export class WriteTurns {
  private turn = 0;
  private isUnderWay = false;
  private gathering: Writable[] = [];

  /** A number that no other turn has. */
  get current(): number {
    if (!this.isUnderWay) setImmediate(() => this.end());
    this.isUnderWay = true;
    return this.turn;
  }

  /** Until the turn ends, which writes everything. Repeating it changes nothing. */
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
