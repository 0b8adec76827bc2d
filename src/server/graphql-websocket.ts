import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server as HttpServer,
} from "node:http";
import { type Duplex } from "node:stream";
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols, makeServer } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import { clientAddress } from "../limits/client-address";
import { type ConnectionGate } from "./connection-gate";
import { type Expiring } from "./context-for";
import { CredentialWatch } from "./credential-watch";
import { type HttpConnections } from "./http-connections";
import { LargeVariables } from "./large-variables";
import { type LiveOperations, type LiveOperationsOptions } from "./live-operations";
import { refuseUpgrade } from "./refusal";
import { requestIdFor } from "./request-id";
import { SocketWriter } from "./socket-writer";
import { logUnexpectedError } from "./unexpected-error";
import { type UnreadBytes } from "./unread-bytes";
import { type OpenSocket, WebSocketOperations } from "./websocket-operations";

const MAX_MESSAGE_BYTES = 256 * 1024;
const TRY_AGAIN_LATER = 1013;
/** Of subscriptions-transport-ws, which nobody keeps any more. */
const LEGACY_PROTOCOL = "graphql-ws";
/** Fits into a close frame. */
const OTHER_PROTOCOL = `Subprotocol not acceptable: use ${GRAPHQL_TRANSPORT_WS_PROTOCOL}, as npm graphql-ws speaks it`;
/** For the close frame to pass what waits before it. */
const CUT_OFF_GRACE_MS = 2_000;

export interface GraphqlWebSocketOptions<
  Context extends Expiring,
> extends LiveOperationsOptions<Context> {
  readonly gate: ConnectionGate;
  /** As for `clientAddress`. */
  readonly trustProxy: boolean;
  /** Of plain HTTP, as which every socket begins. */
  readonly connections: Pick<HttpConnections, "refusalOf" | "release">;
  readonly unread: UnreadBytes;
}

/** Serves graphql-transport-ws at /graphql on the upgrades of an HTTP server. */
export class GraphqlWebSocket<Context extends Expiring> {
  private readonly sockets: WebSocketServer;
  private readonly protocol: ReturnType<
    typeof makeServer<Record<string, unknown> | undefined, OpenSocket>
  >;
  private readonly unanswered = new WeakSet<WebSocket>();
  private readonly pings: NodeJS.Timeout;

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
    this.pings = setInterval(() => this.pingAll(), options.limits.pingIntervalMs);
    httpServer.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
      this.upgrade(request, stream, head);
    });
  }

  /**
   * Closes every socket with 1001, which tells clients to come back elsewhere; drops what is open
   * after `graceMs`.
   */
  async close(graceMs: number): Promise<void> {
    this.options.gate.close();
    clearInterval(this.pings);
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
    stream.on("error", () => stream.destroy());
    const address = clientAddress(request, this.options.trustProxy);
    const { gate, connections } = this.options;
    const refusal = connections.refusalOf(request) ?? gate.refusalOf(request, address);
    if (refusal) return refuseUpgrade(stream, refusal, request, this.options.logger);
    this.sockets.handleUpgrade(request, stream, head, (socket) => {
      connections.release(request.socket);
      gate.enter(address);
      socket.once("close", () => gate.leave(address));
      if (socket.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL) return refuseProtocol(socket);
      this.serve(socket, request, address);
    });
  }

  private serve(socket: WebSocket, { headers }: IncomingMessage, remoteAddress: string): void {
    const requestId = requestIdFor(headers);
    const { logger, limits } = this.options;
    const watch = new CredentialWatch(limits.recheckIntervalMs);
    const { writer, stopWatching } = this.watched(socket, remoteAddress);
    const close = (code: number, reason: string) => socket.close(code, reason);
    const closeAt = (expiresAt: Date, reason: string) =>
      watch.expireAt(expiresAt, () => close(CloseCode.Forbidden, reason));
    const keepChecking = (check: () => Promise<void>) => watch.keepChecking(check);
    const failed = (error: unknown) => {
      logUnexpectedError(logger, error, { requestId });
      close(CloseCode.InternalServerError, "Internal server error");
    };
    const variables = new LargeVariables();
    const caller = { requestId, remoteAddress, ...openedBy(headers) };
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        send: async (message) => void (await writer.send(message)),
        close,
        onMessage: (receive) => {
          socket.on("message", (message: Buffer) => {
            const text = variables.leaveOut(message.toString());
            if (text === undefined) close(CloseCode.BadRequest, "The message is nested too deeply");
            else void receive(text).catch(failed);
          });
        },
      },
      { ...caller, writer, close, closeAt, keepChecking, variables },
    );
    // A frame that is too long or no frame at all; ws closes the socket itself, with 1009 or 1002.
    socket.on("error", (error) =>
      logger.debug({ requestId, reason: error.message }, "websocket error"),
    );
    socket.on("pong", () => this.unanswered.delete(socket));
    socket.once("close", (code, reason) => {
      watch.stop();
      stopWatching();
      closed(code, reason.toString()).catch(failed);
    });
  }

  /** Counts what is sent to a client, so that one that does not take it is cut off. */
  private watched(socket: WebSocket, address: string) {
    const { limits, unread } = this.options;
    const writer = new SocketWriter(socket, limits.maxBufferedBytes, () => this.cutOff(socket));
    const stopWatching = unread.watch({
      address,
      pending: () => writer.pending,
      taken: () => writer.taken,
      cutOff: () => socket.terminate(),
    });
    return { writer, stopWatching };
  }

  /**
   * Tells a client that reads too slowly to come back; one that does not read at all never learns
   * why.
   */
  private cutOff(socket: WebSocket): void {
    this.options.logger.info("a websocket client reads too slowly");
    socket.close(TRY_AGAIN_LATER, "Read too slowly: go on from your cursor");
    const gone = setTimeout(() => socket.terminate(), CUT_OFF_GRACE_MS);
    socket.once("close", () => clearTimeout(gone));
  }

  private pingAll(): void {
    for (const socket of this.sockets.clients) {
      if (socket.readyState !== socket.OPEN) continue;
      if (this.unanswered.has(socket)) {
        if (socket.bufferedAmount > 0) this.cutOff(socket);
        else socket.terminate();
        continue;
      }
      this.unanswered.add(socket);
      socket.ping();
    }
  }
}

/**
 * Takes up what is offered even where it is not ours: a browser shows the page no reason for an
 * upgrade without it.
 */
function chooseProtocol(offered: Set<string>): string | false {
  return handleProtocols(offered) || [...offered][0] || false;
}

/** Says in the client's own words, and in the close frame, which subprotocol is spoken here. */
function refuseProtocol(socket: WebSocket): void {
  socket.on("error", () => undefined);
  if (socket.protocol === LEGACY_PROTOCOL) {
    socket.send(JSON.stringify({ type: "connection_error", payload: { message: OTHER_PROTOCOL } }));
  }
  socket.close(CloseCode.SubprotocolNotAcceptable, OTHER_PROTOCOL);
  const gone = setTimeout(() => socket.terminate(), CUT_OFF_GRACE_MS);
  socket.once("close", () => clearTimeout(gone));
}

/** What a browser says of itself and its page when it opens a socket. */
function openedBy({ "accept-language": language, origin }: IncomingHttpHeaders) {
  return { language, origin };
}
