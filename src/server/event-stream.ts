import { type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { type UnreadBytes } from "./unread-bytes";
import { type WebSocketLimits } from "./websocket-limits";
import { whenOver } from "./when-over";

/** How often an answer that waits for room looks whether there is some. */
const LOOK_FOR_ROOM_MS = 20;

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
export class EventStream {
  readonly body = new Readable({ read: () => undefined });
  /** Fulfilled when nothing more can be sent: it has ended, or the client went away. */
  readonly closed: Promise<void>;
  private isClosed = false;
  private written = 0;
  /** How much was written when the last whole answer was. */
  private answeredAt = 0;
  /** Bytes of answers that wait for room. */
  private waiting = 0;
  /** Fulfilled when the last of them is written. */
  private turn: Promise<void> = Promise.resolve();
  private close: () => void = () => undefined;

  constructor(
    private readonly exchange: Exchange,
    private readonly limits: EventStreamOptions["limits"],
  ) {
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
      pending: () => stream.pending + stream.waiting,
      taken: () => stream.taken,
      cutOff: () => stream.cutOff(),
    });
    // What was written before its end is still to be read.
    whenOver(exchange.request, exchange.response, stop);
    return stream;
  }

  /** Bytes that wait in memory for the client. */
  get pending(): number {
    return this.body.readableLength + this.exchange.response.writableLength;
  }

  /** Bytes that it has taken. */
  get taken(): number {
    return this.written - this.pending;
  }

  get isOpen(): boolean {
    return !this.isClosed;
  }

  /**
   * Writes an answer, of whatever length, as soon as there is room: an answer is not taken back
   * because others are on their way. Until then it counts as unread, so that whoever does not read
   * is cut off. Fulfilled when it is written.
   *
   * @param bytes of the answer, about
   * @param write sends it
   */
  inTurn(bytes: number, write: () => void): Promise<void> {
    this.waiting += bytes;
    this.turn = this.turn.then(async () => {
      while (this.isOpen && this.pending > this.limits.maxBufferedBytes)
        await delay(LOOK_FOR_ROOM_MS);
      this.waiting -= bytes;
      write();
      this.answeredAt = this.written;
    });
    return this.turn;
  }

  /**
   * Cuts the client off instead when too many events wait for it already.
   *
   * @param data JSON, in one line, or nothing
   * @param id what a browser hands back as Last-Event-ID when it reconnects
   */
  send(event: "next" | "complete", data: string, id?: string): void {
    const events = this.pending - Math.max(0, this.answeredAt - this.taken);
    // The word that there is no more is short, and comes after what was let through.
    if (event === "next" && events > this.limits.maxBufferedBytes) this.cutOff();
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
    this.written += Buffer.byteLength(text);
    this.body.push(text);
  }

  private shut(): void {
    this.isClosed = true;
    this.close();
  }
}
