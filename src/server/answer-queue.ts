import { setTimeout as delay } from "node:timers/promises";

/** How often an answer that waits for room looks whether there is some. */
const LOOK_FOR_ROOM_MS = 20;

/** What has been written to one client so far. */
export interface Outgoing {
  readonly isOpen: boolean;
  /** Bytes in all. */
  readonly written: number;
  /** Bytes that wait in memory for the client. */
  readonly buffered: number;
}

/**
 * Lets whole answers to one client wait for room, one after the other, and tells them from events:
 * an answer is not taken back because others are on their way, and too many events are.
 */
export class AnswerQueue {
  /** How much was written when the last whole answer was. */
  private answeredAt = 0;
  private bytesInLine = 0;
  /** Fulfilled when the last of them is written. */
  private turn: Promise<unknown> = Promise.resolve();

  /** @param maxBufferedBytes of events that may wait for the client */
  constructor(
    private readonly outgoing: Outgoing,
    private readonly maxBufferedBytes: number,
  ) {}

  /** Bytes of answers that wait for room. */
  get waiting(): number {
    return this.bytesInLine;
  }

  /** Do more bytes wait for the client than may, answers aside? */
  get hasTooManyEvents(): boolean {
    const { written, buffered } = this.outgoing;
    const answers = Math.max(0, this.answeredAt - (written - buffered));
    return buffered - answers > this.maxBufferedBytes;
  }

  /**
   * Writes an answer, of whatever length, as soon as there is room, or nobody is there any more.
   *
   * @param bytes of the answer, about
   * @param write sends it, or nothing
   * @returns What `write` gives, once it has been called; a promise of its own is not waited for
   */
  async inTurn<T>(bytes: number, write: () => T): Promise<{ readonly wrote: T }> {
    this.bytesInLine += bytes;
    const written = this.turn.then(async () => {
      const { outgoing } = this;
      while (outgoing.isOpen && outgoing.buffered > this.maxBufferedBytes)
        await delay(LOOK_FOR_ROOM_MS);
      this.bytesInLine -= bytes;
      const before = outgoing.written;
      const wrote = write();
      if (outgoing.written > before) this.answeredAt = outgoing.written;
      return { wrote };
    });
    this.turn = written;
    return written;
  }
}
