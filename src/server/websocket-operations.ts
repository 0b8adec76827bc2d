import { type ExecutionArgs, GraphQLError } from "graphql";
import { CloseCode, type Context as Connection, type ServerOptions, type SubscribePayload } from "graphql-ws";
import { type Expiring } from "./context-for";
import { LiveOperations, type LiveOperationsOptions } from "./live-operations";
import { maskError } from "./mask-error";
import { logUnexpectedError } from "./unexpected-error";

/** One open socket, as the operations on it need it. */
export interface OpenSocket {
  readonly requestId: string;
  readonly remoteAddress: string;
  readonly close: (code: number, reason: string) => void;
  /** Closes the socket with 4403 at that moment; a later call replaces an earlier one. */
  readonly closeAt: (expiresAt: Date) => void;
  /** Runs a check again and again while the socket is open. */
  readonly keepChecking: (check: () => Promise<void>) => void;
}

type Params = Record<string, unknown> | undefined;
type SocketContext = Connection<Params, OpenSocket>;

/** What graphql-ws asks of us: who may connect, what runs, and how errors look. All the protocol is its own. */
export class WebSocketOperations<Context extends Expiring> {
  private readonly operations: LiveOperations<Context>;

  constructor(private readonly options: LiveOperationsOptions<Context>) {
    this.operations = new LiveOperations(options);
  }

  toServerOptions(): ServerOptions<Params, OpenSocket> {
    return {
      connectionInitWaitTimeout: this.options.limits.initTimeoutMs,
      onConnect: (socket) => this.connect(socket),
      onSubscribe: (socket, _id, payload) => this.prepare(socket, payload),
      subscribe: (args) => this.operations.subscribe(args),
      onNext: ({ extra }, _id, _payload, { operationName }, result) => {
        if (!result.errors) return undefined;
        return this.operations.maskResult(result, { requestId: extra.requestId, operationName });
      },
      onError: ({ extra: { requestId } }, _id, { operationName }, errors) =>
        this.operations.mask(errors, { requestId, operationName }),
    };
  }

  private async connect(socket: SocketContext): Promise<boolean> {
    try {
      const { expiresAt } = await this.contextOf(socket);
      if (expiresAt) socket.extra.closeAt(expiresAt);
      if (authorizationOf(socket) !== undefined) socket.extra.keepChecking(() => this.check(socket));
      return true;
    } catch (error) {
      this.turnAway(socket, error);
      return false;
    }
  }

  private async check(socket: SocketContext): Promise<void> {
    const loss = await this.operations.lossOfCredentials(() => this.contextOf(socket));
    if (loss) this.turnAway(socket, loss);
  }

  /**
   * Replaces graphql-ws's own parsing, which closes the socket, with every other subscription on it, for a syntax error.
   * The context is made anew for each operation, so that credentials revoked since the connection start nothing more.
   */
  private async prepare(
    socket: SocketContext,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    if (Object.keys(socket.subscriptions).length > this.options.limits.subscriptionsPerSocket) {
      return [new GraphQLError("Too many operations on this socket", { extensions: { code: "TOO_MANY_OPERATIONS" } })];
    }
    return this.operations.prepare(payload, async () => {
      try {
        return await this.contextOf(socket);
      } catch (error) {
        this.turnAway(socket, error);
        throw error;
      }
    });
  }

  private contextOf(socket: SocketContext): Promise<Context> {
    const { requestId, remoteAddress } = socket.extra;
    return this.options.contextFor({
      authorization: authorizationOf(socket),
      acceptLanguage: parameter(socket.connectionParams, "acceptlanguage"),
      requestId,
      remoteAddress,
    });
  }

  private turnAway({ extra }: SocketContext, error: unknown): void {
    const { formatted, unexpected } = maskError(error, { hideSuggestions: true });
    if (unexpected === undefined) return extra.close(CloseCode.Forbidden, formatted.message.slice(0, 100));
    logUnexpectedError(this.options.logger, unexpected, { requestId: extra.requestId });
    extra.close(CloseCode.InternalServerError, "Internal server error");
  }
}

function authorizationOf({ connectionParams }: SocketContext): string | undefined {
  return parameter(connectionParams, "authorization");
}

/** Browsers cannot set headers on a WebSocket; clients send them among the parameters, in any letter case. */
function parameter(params: Params, header: string): string | undefined {
  const found = Object.entries(params ?? {}).find(([name]) => name.replace("-", "").toLowerCase() === header);
  return typeof found?.[1] === "string" ? found[1] : undefined;
}
