import { setTimeout as delay } from "node:timers/promises";
import { type WebSocket } from "ws";

/** How often an answer that waits for room looks whether there is some. */
const LOOK_FOR_ROOM_MS = 20;

/** Writes to one WebSocket no more than its client reads. */
export class SocketWriter {
  private sent = 0;
  /** How much was sent when the last whole answer was. */
  private answeredAt = 0;
  /** Bytes of answers that wait for room. */
  private waiting = 0;
  /** Fulfilled when the last of them is sent. */
  private turn: Promise<unknown> = Promise.resolve();

  /**
   * @param maxBufferedBytes of events that may wait for the client
   * @param cutOff called when more do
   */
  constructor(
    private readonly socket: WebSocket,
    private readonly maxBufferedBytes: number,
    private readonly cutOff: () => void,
  ) {}

  /** Bytes that wait in memory for the client. */
  get pending(): number {
    return this.socket.bufferedAmount + this.waiting;
  }

  /** Bytes that it has taken. */
  get taken(): number {
    return this.sent - this.socket.bufferedAmount;
  }

  /**
   * Sends an event, or a word of the protocol; cuts the client off instead when too many wait for
   * it already.
   *
   * @returns Fulfilled when the bytes are on their way, so that who waits for it piles nothing up;
   *   false when nothing more goes
   */
  send(message: string): Promise<boolean> {
    const events = this.socket.bufferedAmount - Math.max(0, this.answeredAt - this.taken);
    if (this.isOpen && events > this.maxBufferedBytes) this.cutOff();
    return this.write(message);
  }

  /**
   * Sends an answer, of whatever length, as soon as there is room: an answer is not taken back
   * because others are on their way. Until then it counts as pending.
   *
   * @param isWanted asked once it has its turn: the client may have lost interest meanwhile
   * @returns as `send`
   */
  answer(message: string, isWanted: () => boolean): Promise<boolean> {
    const bytes = Buffer.byteLength(message);
    this.waiting += bytes;
    const sent = this.turn.then(async () => {
      while (this.isOpen && this.socket.bufferedAmount > this.maxBufferedBytes)
        await delay(LOOK_FOR_ROOM_MS);
      this.waiting -= bytes;
      if (!isWanted()) return { onItsWay: Promise.resolve(false) };
      this.answeredAt = this.sent + bytes;
      return { onItsWay: this.write(message) };
    });
    this.turn = sent;
    return sent.then(({ onItsWay }) => onItsWay);
  }

  private get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  private write(message: string): Promise<boolean> {
    if (!this.isOpen) return Promise.resolve(false);
    this.sent += Buffer.byteLength(message);
    return new Promise((resolve) => this.socket.send(message, (error) => resolve(!error)));
  }
}
