import { setTimeout as delay } from "node:timers/promises";

/** How often an answer that is waiting for room checks whether there is any. */
const LOOK_FOR_ROOM_MS = 20;

/** What has been written to one client so far. */
export interface Outgoing {
  readonly isOpen: boolean;
  /** Total bytes written. */
  readonly written: number;
  /** Bytes buffered in memory for the client. */
  readonly buffered: number;
}

/**
 * Queues whole answers to one client until there is room, one after the other, and distinguishes
 * them from events: other pending answers never cause an answer to be rejected, whereas too many
 * pending events are an error.
 */
export class AnswerQueue {
  /** The value of `written` after the last whole answer. */
  private answeredAt = 0;
  private bytesInLine = 0;
  /** Resolves when the last of them has been written. */
  private turn: Promise<unknown> = Promise.resolve();

  /** @param maxBufferedBytes limit on the bytes of events that may wait for the client */
  constructor(
    private readonly outgoing: Outgoing,
    private readonly maxBufferedBytes: number,
  ) {}

  /** Bytes of answers that are waiting for room. */
  get waiting(): number {
    return this.bytesInLine;
  }

  /** Whether more bytes than allowed are waiting for the client, not counting answers. */
  get hasTooManyEvents(): boolean {
    const { written, buffered } = this.outgoing;
    const answers = Math.max(0, this.answeredAt - (written - buffered));
    return buffered - answers > this.maxBufferedBytes;
  }

  /**
   * Writes an answer of any length as soon as there is room, or the client has gone.
   *
   * @param bytes approximate size of the answer
   * @param write sends the answer, or nothing
   * @returns What `write` returned, once it has been called; if that is a promise, it is not
   *   awaited
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
