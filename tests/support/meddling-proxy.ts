import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

import { Client } from "pg";

interface Line {
  readonly client: Socket;
  server: Socket;
}

/**
 * The first byte of a message that ends a statement with an error, and the message that means
 * "ready".
 */
const ERROR = "E";
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/**
 * A proxy in front of PostgreSQL that interferes: it refuses statements, and leads clients to other
 * servers.
 */
export class MeddlingProxy {
  /** Statements that are refused and not passed on. */
  refused = /(?!)/;
  /** How many statements were refused. */
  refusals = 0;
  private readonly lines = new Set<Line>();
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly listening: Server,
    private readonly target: URL,
  ) {
    listening.on("connection", (client: Socket) => this.begin(client));
  }

  static async start(databaseUrl: string): Promise<MeddlingProxy> {
    const listening = createServer().listen(0, "127.0.0.1");
    await once(listening, "listening");
    return new MeddlingProxy(listening, new URL(databaseUrl));
  }

  get url(): string {
    const url = new URL(this.target);
    url.hostname = "127.0.0.1";
    url.port = String((this.listening.address() as AddressInfo).port);
    return url.href;
  }

  /** Every connection continues with another backend, and its client is not notified. */
  async moveToOtherBackends(): Promise<void> {
    for (const line of this.lines) {
      const other = new Client({ connectionString: this.target.href });
      other.on("error", () => undefined);
      await other.connect();
      const { stream } = (other as unknown as { connection: { stream: Socket } }).connection;
      stream.removeAllListeners("data");
      line.server.removeAllListeners("close").destroy();
      this.lead(line, stream);
    }
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.listening.close();
    await once(this.listening, "close");
  }

  private begin(client: Socket): void {
    const server = connect({ port: Number(this.target.port), host: this.target.hostname });
    const line: Line = { client, server };
    this.lines.add(line);
    this.lead(line, server);
    this.own(client);
    client.on("data", (chunk) => {
      if (!this.refused.test(chunk.toString("latin1"))) return line.server.write(chunk);
      this.refusals++;
      return client.write(refusal());
    });
    client.on("close", () => {
      this.lines.delete(line);
      line.server.destroy();
    });
  }

  private lead(line: Line, server: Socket): void {
    line.server = server;
    this.own(server);
    server.on("data", (chunk) => line.client.write(chunk));
    server.on("close", () => line.client.destroy());
  }

  private own(socket: Socket): void {
    this.sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => this.sockets.delete(socket));
  }
}

function refusal(): Buffer {
  const fields = Buffer.from("SERROR\0VERROR\0C25006\0Mcannot do that here\0\0", "latin1");
  const head = Buffer.alloc(5);
  head.write(ERROR, 0);
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields, READY]);
}
