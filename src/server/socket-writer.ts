import { type Duplex } from "node:stream";

import { type WebSocket } from "ws";

import { AnswerQueue, type Outgoing } from "./answer-queue";
import { type Send } from "./sent-answers";
import { textFrame } from "./text-frame";
import { type Reader } from "./unread-bytes";
import { type WriteTurns } from "./write-turns";
import { type WrittenAnswer } from "./written-answer";

/** So much may wait for the client before whoever writes waits, too. */
const MOST_BYTES_IN_PASSING = 64 * 1024;

const LOST = Promise.resolve(false);

/** What a socket writes to. */
export interface SocketOutlet {
  readonly socket: WebSocket;
  /** The connection that the socket was made of. */
  readonly stream: Duplex;
  /** Of the client. */
  readonly address: string;
  /** Of all sockets. */
  readonly turns: WriteTurns;
}

/**
 * Writes to one WebSocket no more than its client reads. What is written first in a turn of the
 * event loop goes at once; what follows it, together at the end of the turn.
 */
export class SocketWriter implements Outgoing, Reader {
  private readonly answers: AnswerQueue;
  private sent = 0;
  private lastTurn = -1;

  /**
   * @param maxBufferedBytes of events that may wait for the client
   * @param readsTooSlowly called when more do
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

  /** What is gathered until the end of the turn included. */
  get buffered(): number {
    return this.outlet.socket.bufferedAmount;
  }

  /** Bytes that wait in memory for the client. */
  pending(): number {
    return this.buffered + this.answers.waiting;
  }

  /** Bytes that it has taken. */
  taken(): number {
    return this.sent - this.buffered;
  }

  /** Without a word. */
  cutOff(): void {
    this.outlet.socket.terminate();
  }

  /**
   * Sends a word of the protocol; cuts the client off instead when too many events wait for it
   * already.
   *
   * @returns Fulfilled when the bytes are on their way, or so few that whoever waits for it piles
   *   nothing up; false when nothing more goes
   */
  send(message: string): Promise<boolean> {
    this.refuseSlowReader();
    return this.write(message);
  }

  /** Sends an event, which others are sent, too, as `send` does. */
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
   * Sends an answer, of whatever length, as soon as there is room. Until then it counts as pending.
   *
   * @param isWanted asked once it has its turn: the client may have lost interest meanwhile
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
