import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A connection to a server at 127.0.0.1 that can be redirected to another one, or fall silent. */
export class Relay {
  private readonly open = new Set<Socket>();
  private silent = false;

  private constructor(
    private readonly server: Server,
    private target: () => number,
  ) {
    server.on("connection", (socket: Socket) => this.pass(socket));
  }

  /** @param target a port, or a function that is called again for each connection */
  static async start(target: number | (() => number)): Promise<Relay> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return new Relay(server, typeof target === "number" ? () => target : target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Disconnects all clients; those that connect from now on reach the other server. */
  layTo(target: number): void {
    this.target = () => target;
    for (const socket of this.open) socket.resetAndDestroy();
  }

  /** Breaks each connection for which `isCut` returns true, and returns how many. */
  cut(isCut: () => boolean): number {
    const cut = [...this.open].filter(isCut);
    for (const socket of cut) socket.resetAndDestroy();
    return cut.length;
  }

  /**
   * Stops all traffic without notifying either side: connections stay open, and new ones are
   * accepted.
   */
  fallSilent(): void {
    this.silent = true;
    for (const socket of this.open) socket.pause();
  }

  /** Disconnects everything that was connected during the silence. */
  speak(): void {
    this.silent = false;
    for (const socket of this.open) socket.resetAndDestroy();
  }

  stop(): Promise<void> {
    for (const socket of this.open) socket.resetAndDestroy();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private pass(socket: Socket): void {
    this.keep(socket);
    if (this.silent) return void socket.pause();
    const target = connect(this.target(), "127.0.0.1");
    this.keep(target);
    for (const [one, other] of [[socket, target] as const, [target, socket] as const]) {
      one.on("data", (chunk: Buffer) => {
        if (!this.silent) other.write(chunk);
      });
      one.on("close", () => other.destroy());
    }
  }

  private keep(socket: Socket): void {
    this.open.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => this.open.delete(socket));
  }
}
