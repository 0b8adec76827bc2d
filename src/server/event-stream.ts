import { type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";

import { AnswerQueue, type Outgoing } from "./answer-queue";
import { type UnreadBytes } from "./unread-bytes";
import { type WebSocketLimits } from "./websocket-limits";
import { whenOver } from "./when-over";

/** A request, and the response that is to be the stream. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export interface EventStreamOptions {
  readonly limits: Pick<WebSocketLimits, "maxBufferedBytes" | "pingIntervalMs">;
  readonly unread: UnreadBytes;
}

/** Server-sent events to one client, with comments in between that keep the connection alive. */
export class EventStream implements Outgoing {
  readonly body = new Readable({ read: () => undefined });
  /** Fulfilled when nothing more can be sent: it has ended, or the client went away. */
  readonly closed: Promise<void>;
  private isClosed = false;
  private bytes = 0;
  private readonly answers: AnswerQueue;
  private close: () => void = () => undefined;

  constructor(
    private readonly exchange: Exchange,
    limits: EventStreamOptions["limits"],
  ) {
    this.answers = new AnswerQueue(this, limits.maxBufferedBytes);
    this.closed = new Promise((resolve) => (this.close = resolve));
    // The first comment brings the headers to the client before there is any event.
    this.write(":\n\n");
    const keepAlive = setInterval(() => this.write(":\n\n"), limits.pingIntervalMs);
    void this.closed.then(() => clearInterval(keepAlive));
    whenOver(exchange.request, exchange.response, () => this.shut());
  }

  /** A stream whose client is cut off when it does not read. */
  static open(
    exchange: Exchange,
    address: string,
    { limits, unread }: EventStreamOptions,
  ): EventStream {
    const stream = new EventStream(exchange, limits);
    const stop = unread.watch({
      address,
      pending: () => stream.buffered + stream.answers.waiting,
      taken: () => stream.taken,
      cutOff: () => stream.cutOff(),
    });
    // What was written before its end is still to be read.
    whenOver(exchange.request, exchange.response, stop);
    return stream;
  }

  get written(): number {
    return this.bytes;
  }

  get buffered(): number {
    return this.body.readableLength + this.exchange.response.writableLength;
  }

  /** Bytes that it has taken. */
  get taken(): number {
    return this.bytes - this.buffered;
  }

  get isOpen(): boolean {
    return !this.isClosed;
  }

  /**
   * Writes an answer, of whatever length, as soon as there is room. Until then it counts as unread,
   * so that whoever does not read is cut off. Fulfilled when it is written.
   *
   * @param bytes of the answer, about
   * @param write sends it
   */
  async inTurn(bytes: number, write: () => void): Promise<void> {
    await this.answers.inTurn(bytes, write);
  }

  /**
   * Cuts the client off instead when too many events wait for it already.
   *
   * @param data JSON, in one line, or nothing
   * @param id what a browser hands back as Last-Event-ID when it reconnects
   */
  send(event: "next" | "complete", data: string, id?: string): void {
    // The word that there is no more is short, and comes after what was let through.
    if (event === "next" && this.answers.hasTooManyEvents) this.cutOff();
    this.write(`event: ${event}\ndata: ${data}\n${id === undefined ? "" : `id: ${id}\n`}\n`);
  }

  /** Without a word, which tells clients to come back. */
  end(): void {
    if (this.isOpen) this.body.push(null);
    this.shut();
  }

  /**
   * The response may have no socket yet: what waits behind other answers goes with its connection.
   */
  private cutOff(): void {
    this.shut();
    this.exchange.request.socket.destroy();
  }

  private write(text: string): void {
    if (!this.isOpen) return;
    this.bytes += Buffer.byteLength(text);
    this.body.push(text);
  }

  private shut(): void {
    this.isClosed = true;
    this.close();
  }
}
