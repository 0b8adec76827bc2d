import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server as HttpServer,
} from "node:http";
import { type Duplex } from "node:stream";

import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer } from "graphql-ws";
import { type Logger } from "pino";
import { type WebSocket, WebSocketServer } from "ws";

import { clientAddress } from "../limits/client-address";
import { type ConnectionGate } from "./connection-gate";
import { type Expiring } from "./context-for";
import { CredentialWatch } from "./credential-watch";
import { type HttpConnections } from "./http-connections";
import { type LiveOperations, type LiveOperationsOptions } from "./live-operations";
import { MessageParts } from "./message-parts";
import { refuseUpgrade } from "./refusal";
import { requestIdFor } from "./request-id";
import { SocketPings } from "./socket-pings";
import { type SocketOutlet, SocketWriter } from "./socket-writer";
import { chooseProtocol, CUT_OFF_GRACE_MS, refuseProtocol } from "./subprotocol";
import { logUnexpectedError } from "./unexpected-error";
import { type UnreadBytes } from "./unread-bytes";
import { type OpenSocket, WebSocketOperations } from "./websocket-operations";
import { WriteTurns } from "./write-turns";

const MAX_MESSAGE_BYTES = 256 * 1024;
const TRY_AGAIN_LATER = 1013;

export interface GraphqlWebSocketOptions<
  Context extends Expiring,
> extends LiveOperationsOptions<Context> {
  readonly gate: ConnectionGate;
  /** See `clientAddress`. */
  readonly trustProxy: boolean;
  /** Plain HTTP connections, which every socket starts as. */
  readonly connections: Pick<HttpConnections, "refusalOf" | "release">;
  readonly unread: UnreadBytes;
}

/** Serves graphql-transport-ws at /graphql through the upgrades of an HTTP server. */
export class GraphqlWebSocket<Context extends Expiring> {
  private readonly sockets: WebSocketServer;
  private readonly protocol: ReturnType<
    typeof makeServer<Record<string, unknown> | undefined, OpenSocket>
  >;
  private readonly pings: SocketPings;
  private readonly turns = new WriteTurns();

  constructor(
    httpServer: HttpServer,
    operations: LiveOperations<Context>,
    private readonly options: GraphqlWebSocketOptions<Context>,
  ) {
    this.sockets = new WebSocketServer({
      noServer: true,
      maxPayload: MAX_MESSAGE_BYTES,
      handleProtocols: chooseProtocol,
    });
    this.protocol = makeServer(new WebSocketOperations(operations, options).toServerOptions());
    const { pingIntervalMs } = options.limits;
    this.pings = new SocketPings(pingIntervalMs, this.cutOff);
    httpServer.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
      this.upgrade(request, stream, head);
    });
  }

  /**
   * Closes every socket with 1001, which tells clients to reconnect elsewhere, and drops those
   * still open after `graceMs`.
   */
  async close(graceMs: number): Promise<void> {
    this.options.gate.close();
    this.pings.close();
    const open = [...this.sockets.clients];
    const allClosed = Promise.all(
      open.map((socket) => new Promise((resolve) => socket.once("close", resolve))),
    );
    for (const socket of open) socket.close(1001, "Going away");
    const lateness = setTimeout(() => open.forEach((socket) => socket.terminate()), graceMs);
    await allClosed;
    clearTimeout(lateness);
  }

  private upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on("error", destroyThis);
    const address = clientAddress(request, this.options.trustProxy);
    const { gate, connections } = this.options;
    const refusal = connections.refusalOf(request) ?? gate.refusalOf(request, address);
    if (refusal) return refuseUpgrade(stream, refusal, request, this.options.logger);
    this.sockets.handleUpgrade(request, stream, head, (socket) => {
      connections.release(request.socket);
      gate.enter(address);
      if (socket.protocol === GRAPHQL_TRANSPORT_WS_PROTOCOL)
        return this.serve({ socket, stream, address, turns: this.turns }, request);
      socket.once("close", () => gate.leave(address));
      refuseProtocol(socket);
    });
  }

  private serve(outlet: SocketOutlet, { headers }: IncomingMessage): void {
    const { socket, address: remoteAddress } = outlet;
    const requestId = requestIdFor(headers);
    const { logger, limits } = this.options;
    const watch = new CredentialWatch(limits.recheckIntervalMs);
    const writer = new SocketWriter(outlet, limits.maxBufferedBytes, this.cutOff);
    const close = (code: number, reason: string) => socket.close(code, reason);
    const closeAt = (expiresAt: Date, reason: string) =>
      watch.expireAt(expiresAt, () => close(CloseCode.Forbidden, reason));
    const keepChecking = (check: () => Promise<void>) => watch.keepChecking(check);
    const failed = (error: unknown) => {
      logUnexpectedError(logger, error, { requestId });
      close(CloseCode.InternalServerError, "Internal server error");
    };
    const parts = new MessageParts();
    const caller = { requestId, remoteAddress, ...openedBy(headers) };
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        send: (message) => writer.send(message).then(() => undefined),
        close,
        onMessage: (receive) => {
          socket.on("message", (message: Buffer) => {
            const text = parts.leaveOut(message.toString());
            if (text === undefined) close(CloseCode.BadRequest, "The message is nested too deeply");
            else void receive(text).catch(failed);
          });
        },
      },
      { ...caller, writer, close, closeAt, keepChecking, parts },
    );
    noteErrors(socket, logger, requestId);
    const stopCounting = this.count(writer, socket);
    socket.once("close", (code, reason) => {
      watch.stop();
      stopCounting();
      closed(code, reason.toString()).catch(failed);
    });
  }

  /**
   * Pings an admitted socket and watches how much it reads, until the returned function is called.
   */
  private count(writer: SocketWriter, socket: WebSocket): () => void {
    const { gate, unread } = this.options;
    const { address } = writer;
    const stopWatching = unread.watch(writer);
    const stopPings = this.pings.watch(socket);
    return () => {
      gate.leave(address);
      stopPings();
      stopWatching();
    };
  }

  /**
   * Asks a client that reads too slowly to reconnect; one that does not read at all never learns
   * why it was cut off.
   */
  private readonly cutOff = (socket: WebSocket): void => {
    this.options.logger.info("a websocket client reads too slowly");
    socket.close(TRY_AGAIN_LATER, "Read too slowly: go on from your cursor");
    const gone = setTimeout(() => socket.terminate(), CUT_OFF_GRACE_MS);
    socket.once("close", () => clearTimeout(gone));
  };
}

/** The frame is too long or malformed; ws closes the socket itself, with 1009 or 1002. */
function noteErrors(socket: WebSocket, logger: Logger, requestId: string): void {
  socket.on("error", (error) =>
    logger.debug({ requestId, reason: error.message }, "websocket error"),
  );
}

/** Destroys `this`. A closure would retain the request for as long as the socket is open. */
function destroyThis(this: Duplex): void {
  this.destroy();
}

/** What a browser reports about itself and its page when it opens a socket. */
function openedBy({ "accept-language": language, origin }: IncomingHttpHeaders) {
  return { language, origin };
}
