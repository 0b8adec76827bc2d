import { type Duplex } from "node:stream";

import { type WebSocket } from "ws";

import { AnswerQueue, type Outgoing } from "./answer-queue";
import { type Send } from "./sent-answers";
import { textFrame } from "./text-frame";
import { type Reader } from "./unread-bytes";
import { type WriteTurns } from "./write-turns";
import { type WrittenAnswer } from "./written-answer";

/** How much may wait for the client before the writer has to wait as well. */
const MOST_BYTES_IN_PASSING = 64 * 1024;

const LOST = Promise.resolve(false);

/** The outlet to which a socket writes. */
export interface SocketOutlet {
  readonly socket: WebSocket;
  /** The connection underlying the socket. */
  readonly stream: Duplex;
  /** The client's address. */
  readonly address: string;
  /** Shared by all sockets. */
  readonly turns: WriteTurns;
}

/**
 * Writes to a WebSocket no more than its client reads. The first message in a turn of the event
 * loop is sent immediately; the following ones are sent together at the end of the turn.
 */
export class SocketWriter implements Outgoing, Reader {
  private readonly answers: AnswerQueue;
  private sent = 0;
  private lastTurn = -1;

  /**
   * @param maxBufferedBytes limit on the bytes of events that may wait for the client
   * @param readsTooSlowly called when more are waiting
   */
  constructor(
    private readonly outlet: SocketOutlet,
    maxBufferedBytes: number,
    private readonly readsTooSlowly: (socket: WebSocket) => void,
  ) {
    this.answers = new AnswerQueue(this, maxBufferedBytes);
  }

  get address(): string {
    return this.outlet.address;
  }

  get isOpen(): boolean {
    const { socket } = this.outlet;
    return socket.readyState === socket.OPEN;
  }

  get written(): number {
    return this.sent;
  }

  /** Includes what is gathered until the end of the turn. */
  get buffered(): number {
    return this.outlet.socket.bufferedAmount;
  }

  /** Bytes buffered in memory for the client. */
  pending(): number {
    return this.buffered + this.answers.waiting;
  }

  /** Bytes that the client has taken. */
  taken(): number {
    return this.sent - this.buffered;
  }

  /** Drops the connection without a close frame. */
  cutOff(): void {
    this.outlet.socket.terminate();
  }

  /**
   * Sends a protocol message; cuts the client off instead if too many events are already waiting
   * for it.
   *
   * @returns Resolves when the bytes are on their way, or are so few that a caller that awaits this
   *   piles nothing up; false when nothing more can be sent
   */
  send(message: string): Promise<boolean> {
    this.refuseSlowReader();
    return this.write(message);
  }

  /** Sends an event that others receive too, in the same way as `send`. */
  readonly sendEvent: Send<WrittenAnswer> = ({ before, after }, answer) => {
    this.refuseSlowReader();
    if (!this.isOpen) return false;
    const frame = textFrame(before, answer.bytes, after);
    this.begin(frame.length);
    const { stream } = this.outlet;
    if (this.buffered + frame.length <= MOST_BYTES_IN_PASSING) {
      stream.write(frame);
      return true;
    }
    return new Promise((resolve) => stream.write(frame, (error) => resolve(!error)));
  };

  /**
   * Sends an answer of any length as soon as there is room. Until then it counts as pending.
   *
   * @param isWanted called when it is the answer's turn: the client may have lost interest in the
   *   meantime
   * @returns as `send`
   */
  async answer(message: string, isWanted: () => boolean): Promise<boolean> {
    const send = () => (isWanted() ? this.write(message) : LOST);
    const { wrote } = await this.answers.inTurn(Buffer.byteLength(message), send);
    return wrote;
  }

  private refuseSlowReader(): void {
    if (this.isOpen && this.answers.hasTooManyEvents) this.readsTooSlowly(this.outlet.socket);
  }

  private write(message: string): Promise<boolean> {
    if (!this.isOpen) return LOST;
    this.begin(Buffer.byteLength(message));
    return new Promise((resolve) => this.outlet.socket.send(message, (error) => resolve(!error)));
  }

  private begin(bytes: number): void {
    this.sent += bytes;
    const { turns, stream } = this.outlet;
    const { current } = turns;
    if (this.lastTurn === current) turns.gather(stream);
    this.lastTurn = current;
  }
}
