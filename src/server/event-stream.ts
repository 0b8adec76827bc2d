import { type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { type FormattedExecutionResult } from "graphql";
import { type WebSocketLimits } from "./websocket-limits";

/** One answer in the distinct-connections mode of graphql-sse: `next` events, then `complete`. */
export class EventStream {
  readonly body = new Readable({ read: () => undefined });
  /** Fulfilled when nothing more can be sent: it has ended, or the client went away. */
  readonly closed: Promise<void>;
  private isClosed = false;
  private written = 0;
  private close: () => void = () => undefined;

  constructor(
    private readonly response: ServerResponse,
    private readonly limits: Pick<WebSocketLimits, "maxBufferedBytes" | "pingIntervalMs">,
  ) {
    this.closed = new Promise((resolve) => (this.close = resolve));
    // The first comment brings the headers to the client before there is any event.
    this.write(":\n\n");
    const keepAlive = setInterval(() => this.write(":\n\n"), limits.pingIntervalMs);
    void this.closed.then(() => clearInterval(keepAlive));
    response.once("close", () => this.shut());
    if (response.destroyed) this.shut();
  }

  /** Bytes that wait in memory for the client. */
  get pending(): number {
    return this.body.readableLength + this.response.writableLength;
  }

  /** Bytes that it has taken. */
  get taken(): number {
    return this.written - this.pending;
  }

  get isOpen(): boolean {
    return !this.isClosed;
  }

  next(result: FormattedExecutionResult): void {
    this.nextText(JSON.stringify(result));
  }

  /** Cuts the client off instead when too much waits for it already. @param json a result */
  nextText(json: string): void {
    if (this.pending > this.limits.maxBufferedBytes) {
      this.shut();
      this.response.destroy();
    }
    this.write(`event: next\ndata: ${json}\n\n`);
  }

  complete(): void {
    this.write("event: complete\ndata: \n\n");
    this.end();
  }

  /** Ends without `complete`, which tells clients to come back. */
  end(): void {
    if (this.isOpen) this.body.push(null);
    this.shut();
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
