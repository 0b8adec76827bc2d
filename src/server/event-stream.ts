import { type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";

import { AnswerQueue, type Outgoing } from "./answer-queue";
import { type UnreadBytes } from "./unread-bytes";
import { type WebSocketLimits } from "./websocket-limits";
import { whenOver } from "./when-over";

/** A request and the response that becomes the stream. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export interface EventStreamOptions {
  readonly limits: Pick<WebSocketLimits, "maxBufferedBytes" | "pingIntervalMs">;
  readonly unread: UnreadBytes;
}

/** Server-sent events to one client, interspersed with comments that keep the connection alive. */
export class EventStream implements Outgoing {
  readonly body = new Readable({ read: () => undefined });
  /**
   * Resolves when nothing more can be sent, because the stream has ended or the client went away.
   */
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
    // The first comment delivers the headers to the client before there is any event.
    this.write(":\n\n");
    const keepAlive = setInterval(() => this.write(":\n\n"), limits.pingIntervalMs);
    void this.closed.then(() => clearInterval(keepAlive));
    whenOver(exchange.request, exchange.response, () => this.shut());
  }

  /** Opens a stream whose client is cut off if it does not read. */
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
    // The client still has to read what was written before the end.
    whenOver(exchange.request, exchange.response, stop);
    return stream;
  }

  get written(): number {
    return this.bytes;
  }

  get buffered(): number {
    return this.body.readableLength + this.exchange.response.writableLength;
  }

  /** Bytes that the client has taken. */
  get taken(): number {
    return this.bytes - this.buffered;
  }

  get isOpen(): boolean {
    return !this.isClosed;
  }

  /**
   * Writes an answer of any length as soon as there is room. Until then it counts as unread, so
   * that a client that does not read is cut off. Resolves when the answer is written.
   *
   * @param bytes approximate size of the answer
   * @param write sends it
   */
  async inTurn(bytes: number, write: () => void): Promise<void> {
    await this.answers.inTurn(bytes, write);
  }

  /**
   * Cuts the client off instead if too many events are already waiting for it.
   *
   * @param data JSON on a single line, or nothing
   * @param id what a browser sends back as Last-Event-ID when it reconnects
   */
  send(event: "next" | "complete", data: string, id?: string): void {
    // The message that nothing more follows is short, and comes after events that were let through.
    if (event === "next" && this.answers.hasTooManyEvents) this.cutOff();
    this.write(`event: ${event}\ndata: ${data}\n${id === undefined ? "" : `id: ${id}\n`}\n`);
  }

  /** Ends without a final event, which makes clients reconnect. */
  end(): void {
    if (this.isOpen) this.body.push(null);
    this.shut();
  }

  /**
   * The response may not have a socket yet: answers queued behind others are dropped with their
   * connection.
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
