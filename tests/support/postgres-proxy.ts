import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A connection from a client (the gateway) to PostgreSQL. */
interface Line {
  readonly client: Socket;
  server: Socket | undefined;
  /** From the client's first message; undefined until then. */
  application: string | undefined;
  /** Nothing passes, and neither side learns that the other has ended. */
  silent: boolean;
}

const NOBODY = /(?!)/;

/**
 * The network between a gateway and PostgreSQL, which tests can take away silently. Connections are
 * distinguished by their `application_name`; a client that encrypts cannot be distinguished.
 */
export class PostgresProxy {
  private readonly lines = new Set<Line>();
  private readonly sockets = new Set<Socket>();
  private refused = NOBODY;
  private held = NOBODY;
  private lastWords = NOBODY;

  private constructor(
    private readonly listening: Server,
    private readonly target: URL,
    private readonly keepaliveMs: number | undefined,
  ) {
    listening.on("connection", (client: Socket) => this.begin(client));
  }

  /**
   * @param databaseUrl of the server behind it
   * @param keepaliveMs after which PostgreSQL ends a session whose client is silent; never when
   *   omitted
   */
  static async start(databaseUrl: string, keepaliveMs?: number): Promise<PostgresProxy> {
    const listening = createServer({ allowHalfOpen: true }).listen(0, "127.0.0.1");
    await once(listening, "listening");
    return new PostgresProxy(listening, new URL(databaseUrl), keepaliveMs);
  }

  /** The same database, through this proxy. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = "127.0.0.1";
    url.port = String((this.listening.address() as AddressInfo).port);
    return url.href;
  }

  /** How many connections of these applications are open. */
  count(applications = /./): number {
    return this.of(applications).length;
  }

  /**
   * Half-open: both ends stay, but nothing passes. New connections work. @returns how many were
   * frozen
   */
  freeze(applications = /./): number {
    const lines = this.of(applications);
    for (const line of lines) this.silence(line);
    return lines.length;
  }

  /**
   * Half-open from the moment a client has sent this: PostgreSQL receives it, but its answer is
   * lost.
   */
  freezeAfter(words: RegExp): void {
    this.lastWords = words;
  }

  /** The client's end breaks; PostgreSQL is not notified. */
  cutClient(applications = /./): void {
    for (const line of this.of(applications)) {
      this.silence(line);
      line.client.resetAndDestroy();
    }
  }

  /** PostgreSQL's end breaks; the client is not notified. */
  cutServer(applications = /./): void {
    for (const line of this.of(applications)) {
      this.silence(line);
      line.server?.resetAndDestroy();
    }
  }

  /** New connections are reset. */
  refuseNew(applications = /./): void {
    this.refused = applications;
  }

  /** New connections are accepted and never answered. */
  holdNew(applications = /./): void {
    this.held = applications;
  }

  /**
   * The client's host is gone: all its connections, including any that it may still open, are
   * silent.
   */
  vanish(): void {
    this.freeze();
    this.holdNew();
  }

  /** New connections work; those that are silent stay silent. */
  restore(): void {
    [this.refused, this.held, this.lastWords] = [NOBODY, NOBODY, NOBODY];
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.listening.close();
    await once(this.listening, "close");
  }

  private silence(line: Line): void {
    line.silent = true;
    if (this.keepaliveMs === undefined) return;
    setTimeout(() => {
      line.server?.destroy();
      this.lines.delete(line);
    }, this.keepaliveMs).unref();
  }

  private of(applications: RegExp): Line[] {
    return [...this.lines].filter(({ application = "" }) => applications.test(application));
  }

  private begin(client: Socket): void {
    const line: Line = { client, server: undefined, application: undefined, silent: false };
    this.lines.add(line);
    this.follow(client, line);
    client.once("data", (startup) => this.lead(line, startup));
  }

  private lead(line: Line, startup: Buffer): void {
    const application = applicationIn(startup);
    line.application = application;
    if (this.refused.test(application)) return void line.client.resetAndDestroy();
    if (this.held.test(application)) {
      this.silence(line);
      line.client.resume();
      return;
    }
    const server = connect({
      port: Number(this.target.port),
      host: this.target.hostname,
      allowHalfOpen: true,
    });
    line.server = server;
    this.follow(server, line);
    server.write(startup);
    this.pass(line, line.client, server);
    this.pass(line, server, line.client);
  }

  private pass(line: Line, from: Socket, to: Socket): void {
    from.on("data", (chunk) => {
      if (line.silent) return;
      to.write(chunk);
      if (from === line.client && this.lastWords.test(chunk.toString("latin1"))) this.silence(line);
    });
    from.on("end", () => {
      if (!line.silent) to.end();
    });
  }

  /** What ends one side also ends the other, unless the line is silent. */
  private follow(socket: Socket, line: Line): void {
    this.sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => {
      this.sockets.delete(socket);
      if (line.silent) return;
      this.lines.delete(line);
      line.client.destroy();
      line.server?.destroy();
    });
  }
}

/**
 * Parses the startup message: its length, the protocol, then names and values, each terminated by a
 * zero.
 */
function applicationIn(startup: Buffer): string {
  const fields = startup.subarray(8).toString("latin1").split("\0");
  const place = fields.indexOf("application_name");
  return (place >= 0 && fields[place + 1]) || "";
}
