import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A network between a client and a server that a test can take away. */
export class FlakyProxy {
  /** Connections that have been let through so far. */
  connections = 0;
  private readonly open = new Set<Socket>();
  private isDown = false;

  private constructor(
    private readonly server: Server,
    private readonly targetPort: number,
  ) {
    server.on("connection", (socket: Socket) => this.pass(socket));
  }

  static async start(targetPort: number): Promise<FlakyProxy> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return new FlakyProxy(server, targetPort);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Breaks every connection. */
  drop(): void {
    for (const socket of this.open) socket.resetAndDestroy();
  }

  /** Breaks every connection and lets no new one through. */
  cut(): void {
    this.isDown = true;
    this.drop();
  }

  restore(): void {
    this.isDown = false;
  }

  async stop(): Promise<void> {
    this.drop();
    this.server.close();
    await once(this.server, "close");
  }

  private pass(socket: Socket): void {
    socket.on("error", () => undefined);
    if (this.isDown) return void socket.resetAndDestroy();
    this.connections++;
    const target = connect(this.targetPort, "127.0.0.1");
    for (const [one, other] of [[socket, target] as const, [target, socket] as const]) {
      this.open.add(one);
      one.pipe(other);
      one.on("error", () => undefined);
      one.on("close", () => {
        this.open.delete(one);
        other.destroy();
      });
    }
  }
}
