import { type ExecutionArgs, type FormattedExecutionResult, GraphQLError } from "graphql";
import { CloseCode, type Context as Connection, type ServerOptions, type SubscribePayload } from "graphql-ws";
import { type Logger } from "pino";
import { type ContextFor, type Expiring } from "./context-for";
import { maskError, onlyTooComplex } from "./mask-error";
import { admitOperation, type AdmissionRules } from "./operation-admission";
import { prepareOperation } from "./prepare-operation";
import { subscribeAfresh } from "./subscribe-afresh";
import { logUnexpectedError } from "./unexpected-error";
import { type WebSocketLimits } from "./websocket-limits";

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

export interface WebSocketOperationsOptions<Context extends Expiring> extends AdmissionRules<Context> {
  readonly contextFor: ContextFor<Context>;
  /** Called before each event of a subscription, for a context whose loaders start empty. */
  readonly renewContext: (context: Context) => Context;
  readonly limits: WebSocketLimits;
  readonly logger: Logger;
}

type Params = Record<string, unknown> | undefined;
type SocketContext = Connection<Params, OpenSocket>;

/** What graphql-ws asks of us: who may connect, what runs, and how errors look. All the protocol is its own. */
export class WebSocketOperations<Context extends Expiring> {
  constructor(private readonly options: WebSocketOperationsOptions<Context>) {}

  toServerOptions(): ServerOptions<Params, OpenSocket> {
    return {
      connectionInitWaitTimeout: this.options.limits.initTimeoutMs,
      onConnect: (socket) => this.connect(socket),
      onSubscribe: (socket, _id, payload) => this.prepare(socket, payload),
      subscribe: (args) => subscribeAfresh(args, () => this.options.renewContext(args.contextValue as Context)),
      onNext: ({ extra }, _id, _payload, args, result) => {
        if (!result.errors) return undefined;
        const { data } = result;
        const errors = this.mask(result.errors, extra, args.operationName);
        return data === undefined ? { errors } : { data, errors };
      },
      onError: ({ extra }, _id, payload, errors) => this.mask(errors, extra, payload.operationName),
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

  /** Revoked credentials end the socket. Trouble of ours does not: it says nothing about them. */
  private async check(socket: SocketContext): Promise<void> {
    try {
      await this.contextOf(socket);
    } catch (error) {
      if (maskError(error, { hideSuggestions: true }).unexpected === undefined) this.turnAway(socket, error);
    }
  }

  /**
   * Replaces graphql-ws's own parsing, which closes the socket, with every other subscription on it, for a syntax error.
   * The context is made anew for each operation, so that credentials revoked since the connection start nothing more.
   */
  private async prepare(
    socket: SocketContext,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const { schema, limits } = this.options;
    if (Object.keys(socket.subscriptions).length > limits.subscriptionsPerSocket) {
      return [new GraphQLError("Too many operations on this socket", { extensions: { code: "TOO_MANY_OPERATIONS" } })];
    }
    const prepared = prepareOperation(schema, payload.query);
    if ("errors" in prepared) return prepared.errors;
    let contextValue: Context;
    try {
      contextValue = await this.contextOf(socket);
    } catch (error) {
      this.turnAway(socket, error);
      return [asGraphQLError(error)];
    }
    const { document } = prepared;
    const { operationName, variables } = payload;
    try {
      admitOperation(this.options, { document, operationName, variables }, contextValue);
    } catch (error) {
      return [asGraphQLError(error)];
    }
    return { schema, document, operationName, variableValues: variables, contextValue };
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

  private mask(
    errors: readonly GraphQLError[],
    { requestId }: OpenSocket,
    operationName: string | null | undefined,
  ): NonNullable<FormattedExecutionResult["errors"]> {
    const masked = errors.map((error) => {
      const { formatted, unexpected } = maskError(error, { hideSuggestions: !this.options.introspection });
      const place = { requestId, operationName, path: error.path };
      if (unexpected !== undefined) logUnexpectedError(this.options.logger, unexpected, place);
      return { ...formatted, extensions: { ...formatted.extensions, requestId } };
    });
    return onlyTooComplex(masked);
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

function asGraphQLError(error: unknown): GraphQLError {
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
