import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A line to a server at 127.0.0.1 that can be laid to another one, or fall silent. */
export class Relay {
  private readonly open = new Set<Socket>();
  private silent = false;

  private constructor(
    private readonly server: Server,
    private target: number,
  ) {
    server.on("connection", (socket: Socket) => this.pass(socket));
  }

  static async start(target: number): Promise<Relay> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return new Relay(server, target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /**
   * Whoever is connected is disconnected; whoever connects from now on comes to the other server.
   */
  layTo(target: number): void {
    this.target = target;
    for (const socket of this.open) socket.resetAndDestroy();
  }

  /** Nothing passes any more, and nobody is told: connections stay open, new ones are taken. */
  fallSilent(): void {
    this.silent = true;
    for (const socket of this.open) socket.pause();
  }

  /** What was connected through the silence is disconnected. */
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
    const target = connect(this.target, "127.0.0.1");
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
