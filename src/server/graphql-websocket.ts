import { type IncomingMessage, type Server as HttpServer } from "node:http";
import { type Duplex } from "node:stream";
import { CloseCode, handleProtocols, makeServer } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import { type Expiring } from "./context-for";
import { type OriginPolicy } from "./origin-policy";
import { requestIdFor } from "./request-id";
import { logUnexpectedError } from "./unexpected-error";
import { WebSocketGate } from "./websocket-gate";
import { type OpenSocket, WebSocketOperations, type WebSocketOperationsOptions } from "./websocket-operations";

const MAX_MESSAGE_BYTES = 256 * 1024;
/** setTimeout takes no more; a token that lives longer outlives every deployment anyway. */
const MAX_TIMER_MS = 2 ** 31 - 1;

export interface GraphqlWebSocketOptions<Context extends Expiring> extends WebSocketOperationsOptions<Context> {
  readonly origins: OriginPolicy;
  /** Behind a proxy: the address is the last of X-Forwarded-For, the one that the proxy itself saw. */
  readonly trustProxy: boolean;
}

/** Serves graphql-transport-ws at /graphql on the upgrades of an HTTP server. */
export class GraphqlWebSocket<Context extends Expiring> {
  private readonly sockets: WebSocketServer;
  private readonly gate: WebSocketGate;
  private readonly protocol: ReturnType<typeof makeServer<Record<string, unknown> | undefined, OpenSocket>>;
  private readonly unanswered = new WeakSet<WebSocket>();
  private readonly pings: NodeJS.Timeout;

  constructor(
    httpServer: HttpServer,
    private readonly options: GraphqlWebSocketOptions<Context>,
  ) {
    this.gate = new WebSocketGate(options.origins, options.limits);
    this.sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, handleProtocols });
    this.protocol = makeServer(new WebSocketOperations(options).toServerOptions());
    this.pings = setInterval(() => this.pingAll(), options.limits.pingIntervalMs);
    httpServer.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
      this.upgrade(request, stream, head);
    });
  }

  /** Closes every socket with 1001, which tells clients to come back elsewhere; drops what is open after `graceMs`. */
  async close(graceMs: number): Promise<void> {
    this.gate.close();
    clearInterval(this.pings);
    const open = [...this.sockets.clients];
    const allClosed = Promise.all(open.map((socket) => new Promise((resolve) => socket.once("close", resolve))));
    for (const socket of open) socket.close(1001, "Going away");
    const lateness = setTimeout(() => open.forEach((socket) => socket.terminate()), graceMs);
    await allClosed;
    clearTimeout(lateness);
  }

  private upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on("error", () => stream.destroy());
    const address = this.addressOf(request);
    const refusal = this.gate.refusalOf(request, address);
    if (refusal) {
      const headers = "Connection: close\r\nContent-Length: 0\r\nX-Content-Type-Options: nosniff";
      stream.end(`HTTP/1.1 ${refusal}\r\n${headers}\r\n\r\n`);
      return;
    }
    this.sockets.handleUpgrade(request, stream, head, (socket) => {
      this.gate.enter(address);
      this.serve(socket, requestIdFor(request.headers), address);
    });
  }

  private serve(socket: WebSocket, requestId: string, remoteAddress: string): void {
    const { logger, limits } = this.options;
    let expiry: NodeJS.Timeout | undefined;
    let checks: NodeJS.Timeout | undefined;
    const close = (code: number, reason: string) => socket.close(code, reason);
    const closeAt = (expiresAt: Date) => {
      clearTimeout(expiry);
      const lifeMs = Math.min(Math.max(expiresAt.getTime() - Date.now(), 0), MAX_TIMER_MS);
      if (socket.readyState === socket.OPEN) {
        expiry = setTimeout(() => close(CloseCode.Forbidden, "Credentials expired"), lifeMs);
      }
    };
    const keepChecking = (check: () => Promise<void>) => {
      if (socket.readyState === socket.OPEN) checks = setInterval(() => void check(), limits.recheckIntervalMs);
    };
    const failed = (error: unknown) => {
      logUnexpectedError(logger, error, { requestId });
      close(CloseCode.InternalServerError, "Internal server error");
    };
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        send: (message) => this.send(socket, message),
        close,
        onMessage: (receive) => {
          socket.on("message", (message: Buffer) => void receive(message.toString()).catch(failed));
        },
      },
      { requestId, remoteAddress, close, closeAt, keepChecking },
    );
    // A frame that is too long or no frame at all; ws closes the socket itself, with 1009 or 1002.
    socket.on("error", (error) => logger.debug({ requestId, reason: error.message }, "websocket error"));
    socket.on("pong", () => this.unanswered.delete(socket));
    socket.once("close", (code, reason) => {
      clearTimeout(expiry);
      clearInterval(checks);
      this.gate.leave(remoteAddress);
      closed(code, reason.toString()).catch(failed);
    });
  }

  private send(socket: WebSocket, message: string): Promise<void> {
    if (socket.readyState !== socket.OPEN) return Promise.resolve();
    if (socket.bufferedAmount > this.options.limits.maxBufferedBytes) {
      socket.terminate();
      return Promise.resolve();
    }
    // A failed write means that the socket is gone, which its "close" event tells.
    return new Promise((resolve) => socket.send(message, () => resolve()));
  }

  private pingAll(): void {
    for (const socket of this.sockets.clients) {
      if (this.unanswered.has(socket)) {
        socket.terminate();
        continue;
      }
      this.unanswered.add(socket);
      socket.ping();
    }
  }

  private addressOf({ headers, socket }: IncomingMessage): string {
    const forwarded = this.options.trustProxy ? [headers["x-forwarded-for"]].flat().join(",").split(",").pop() : "";
    return forwarded?.trim() || (socket.remoteAddress ?? "");
  }
}
