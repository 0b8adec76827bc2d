import { connect, type Socket } from "node:net";

const READ_BUFFER_BYTES = 256 * 1024;
const END_OF_HEAD = "\r\n\r\n";
const END_OF_CHUNKS = Buffer.from("\r\n0\r\n\r\n");

/**
 * One kept-alive connection that sends the same request again and again and discards the answers.
 * It parses only as much HTTP as is needed to find the end of an answer, so that the load costs
 * less than what is measured.
 */
export class KeepAliveClient {
  private readonly socket: Socket;
  private head = "";
  /** Bytes of the body still to come; -1 when the body is chunked. */
  private missing = 0;
  private tail = Buffer.alloc(0);
  private finish: (failure?: Error) => void = () => undefined;

  constructor(
    url: URL,
    private readonly request: Buffer,
  ) {
    const buffer = Buffer.alloc(READ_BUFFER_BYTES);
    this.socket = connect({
      host: url.hostname,
      port: Number(url.port),
      noDelay: true,
      onread: { buffer, callback: (length) => this.take(buffer.subarray(0, length)) },
    });
    this.socket.on("error", (error) => this.finish(error));
    this.socket.on("close", () => this.finish(new Error("The server closed the connection")));
  }

  ask(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.finish = (failure) => (failure ? reject(failure) : resolve());
      this.head = "";
      this.socket.write(this.request);
    });
  }

  close(): void {
    this.finish = () => undefined;
    this.socket.destroy();
  }

  private take(bytes: Buffer): boolean {
    if (!this.head.includes(END_OF_HEAD)) this.takeHead(bytes);
    else this.takeBody(bytes);
    return true;
  }

  private takeHead(bytes: Buffer): void {
    const before = this.head.length;
    this.head += bytes.toString("latin1");
    const end = this.head.indexOf(END_OF_HEAD);
    if (end < 0) return;
    this.head = this.head.slice(0, end + END_OF_HEAD.length);
    if (!/^HTTP\/1\.1 (200|304) /.test(this.head))
      this.finish(new Error(`Answered: ${this.head.slice(0, 40)}`));
    const length = /\r\ncontent-length: *(\d+)/i.exec(this.head)?.[1];
    const isEmpty = this.head.startsWith("HTTP/1.1 304");
    this.missing = isEmpty ? 0 : length === undefined ? -1 : Number(length);
    this.tail = Buffer.alloc(0);
    this.takeBody(bytes.subarray(this.head.length - before));
  }

  private takeBody(bytes: Buffer): void {
    if (this.missing >= 0) {
      this.missing -= bytes.length;
      if (this.missing <= 0) this.finish();
      return;
    }
    this.tail = Buffer.concat([this.tail, bytes.subarray(-END_OF_CHUNKS.length)]).subarray(
      -END_OF_CHUNKS.length,
    );
    if (this.tail.equals(END_OF_CHUNKS)) this.finish();
  }
}
