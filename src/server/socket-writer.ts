import { type WebSocket } from "ws";
import { AnswerTurns, type Outgoing } from "./answer-turns";

/** Writes to one WebSocket no more than its client reads. */
export class SocketWriter implements Outgoing {
  private readonly answers: AnswerTurns;
  private sent = 0;

  /**
   * @param maxBufferedBytes of events that may wait for the client
   * @param cutOff called when more do
   */
  constructor(
    private readonly socket: WebSocket,
    maxBufferedBytes: number,
    private readonly cutOff: () => void,
  ) {
    this.answers = new AnswerTurns(this, maxBufferedBytes);
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  get written(): number {
    return this.sent;
  }

  get buffered(): number {
    return this.socket.bufferedAmount;
  }

  /** Bytes that wait in memory for the client. */
  get pending(): number {
    return this.buffered + this.answers.waiting;
  }

  /** Bytes that it has taken. */
  get taken(): number {
    return this.sent - this.buffered;
  }

  /**
   * Sends an event, or a word of the protocol; cuts the client off instead when too many wait for
   * it already.
   *
   * @returns Fulfilled when the bytes are on their way, so that who waits for it piles nothing up;
   *   false when nothing more goes
   */
  send(message: string): Promise<boolean> {
    if (this.isOpen && this.answers.hasTooManyEvents) this.cutOff();
    return this.write(message);
  }

  /**
   * Sends an answer, of whatever length, as soon as there is room. Until then it counts as pending.
   *
   * @param isWanted asked once it has its turn: the client may have lost interest meanwhile
   * @returns as `send`
   */
  async answer(message: string, isWanted: () => boolean): Promise<boolean> {
    const send = () => (isWanted() ? this.write(message) : Promise.resolve(false));
    const { wrote } = await this.answers.inTurn(Buffer.byteLength(message), send);
    return wrote;
  }

  private write(message: string): Promise<boolean> {
    if (!this.isOpen) return Promise.resolve(false);
    this.sent += Buffer.byteLength(message);
    return new Promise((resolve) => this.socket.send(message, (error) => resolve(!error)));
  }
}
