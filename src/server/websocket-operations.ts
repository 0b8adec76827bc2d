import { type ExecutionArgs, type ExecutionResult, GraphQLError } from "graphql";
import {
  CloseCode,
  type Context as Connection,
  type ServerOptions,
  type SubscribePayload,
} from "graphql-ws";

import { localeOf } from "../errors";
import {
  authorizationOf,
  clientNameOf,
  companyKeyOf,
  keptParameters,
  languageOf,
  type Params,
} from "./connection-parameters";
import { type Expiring } from "./context-for";
import { CREDENTIALS_EXPIRED } from "./credential-watch";
import { isRefused, type LivePlace } from "./live-operation";
import { type LiveOperations, type LiveOperationsOptions } from "./live-operations";
import { maskError } from "./mask-error";
import { type MessageParts } from "./message-parts";
import { isNameTooLong, tooComplex } from "./operation-limits";
import { NAME_TOO_LONG } from "./operation-texts";
import { only, type Send, SentAnswers } from "./sent-answers";
import { type SocketWriter } from "./socket-writer";
import { logUnexpectedError } from "./unexpected-error";

/** One open socket, as seen by the operations on it. */
export interface OpenSocket {
  readonly requestId: string;
  readonly remoteAddress: string;
  /** The Accept-Language header that opened the socket. */
  readonly language: string | undefined;
  /** Origin of the page that opened the socket. */
  readonly origin: string | undefined;
  readonly close: (code: number, reason: string) => void;
  /** Closes the socket with 4403 at that moment; a later call replaces an earlier one. */
  readonly closeAt: (expiresAt: Date, reason: string) => void;
  readonly writer: Pick<SocketWriter, "send" | "sendEvent" | "answer">;
  /** Runs a check periodically while the socket is open. */
  readonly keepChecking: (check: () => Promise<void>) => void;
  readonly parts: Pick<MessageParts, "take">;
}

type SocketContext = Connection<Params, OpenSocket>;

interface SocketOperation extends ExecutionArgs {
  readonly id: string;
  readonly socket: OpenSocket;
  readonly place: LivePlace;
}

/**
 * Clients number their operations or give them UUIDs; the limit bounds what is kept with each
 * operation and sent with each event.
 */
const MAX_ID_LENGTH = 200;

/**
 * What graphql-ws asks of us: who may connect, what runs, and how errors look. It handles the
 * protocol itself.
 */
export class WebSocketOperations<Context extends Expiring> {
  constructor(
    private readonly operations: LiveOperations<Context>,
    private readonly options: LiveOperationsOptions<Context>,
  ) {}

  toServerOptions(): ServerOptions<Params, OpenSocket> {
    return {
      connectionInitWaitTimeout: this.options.limits.initTimeoutMs,
      onConnect: (socket) => this.connect(socket),
      onSubscribe: (socket, id, payload) => this.prepare(socket, id, payload),
      // The value that `prepare` returned.
      execute: (args) => this.answer(args as SocketOperation),
      subscribe: (args) => this.follow(args as SocketOperation),
      onNext: (socket, _id, _payload, { operationName }, result) => {
        if (!result.errors) return undefined;
        return this.operations.maskResult(result, placeOf(socket, operationName));
      },
      onError: (socket, _id, { operationName }, errors) =>
        this.operations.mask(errors, placeOf(socket, operationName)),
    };
  }

  private async connect(socket: SocketContext): Promise<boolean> {
    // Connection parameters are retained for as long as the socket is open.
    Object.assign(socket, { connectionParams: keptParameters(socket.connectionParams) });
    try {
      const { expiresAt } = await this.contextOf(socket);
      if (expiresAt)
        socket.extra.closeAt(expiresAt, CREDENTIALS_EXPIRED[localeOf(languageOf(socket))]);
      if (authorizationOf(socket) !== undefined)
        socket.extra.keepChecking(() => this.check(socket));
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
   * Replaces graphql-ws's own parsing, which on a syntax error closes the socket and with it every
   * other subscription. Each operation gets a new context, so that credentials revoked since the
   * socket was opened cannot start anything more.
   */
  private async prepare(
    socket: SocketContext,
    id: string,
    payload: SubscribePayload,
  ): Promise<SocketOperation | readonly GraphQLError[]> {
    const parts = socket.extra.parts.take(id);
    if (id.length > MAX_ID_LENGTH) {
      socket.extra.close(CloseCode.BadRequest, "The id of an operation is too long");
      return [tooComplex()];
    }
    if (Object.keys(socket.subscriptions).length > this.options.limits.subscriptionsPerSocket) {
      return [
        new GraphQLError("Too many operations on this socket", {
          extensions: { code: "TOO_MANY_OPERATIONS" },
        }),
      ];
    }
    if (isNameTooLong(payload.operationName)) {
      return [new GraphQLError(NAME_TOO_LONG, { extensions: { code: "BAD_REQUEST" } })];
    }
    const operation = { ...payload, ...parts };
    const prepared = await this.operations.prepare(operation, async () => {
      try {
        return await this.contextOf(socket);
      } catch (error) {
        this.turnAway(socket, error);
        throw error;
      }
    });
    return isRefused(prepared)
      ? prepared
      : operationOn(socket, id, prepared, placeOf(socket, operation.operationName));
  }

  private async answer(operation: SocketOperation): Promise<AsyncGenerator<never, void>> {
    const { id, socket, place } = operation;
    const result = await this.operations.execute(operation);
    const shown = result.errors ? this.operations.maskResult(result, place) : result;
    const send: Send<string> = ({ before, after }, json, isWanted) =>
      socket.writer.answer(`${before}${json}${after}`, isWanted);
    return new SentAnswers(only(JSON.stringify(shown)), id, send);
  }

  private async follow(
    operation: SocketOperation,
  ): Promise<AsyncGenerator<never, void> | ExecutionResult> {
    const { id, socket, place } = operation;
    const follower = { connection: socket, address: socket.remoteAddress };
    const answers = await this.operations.subscribe(operation, {
      place,
      follower,
      toAnswer: (answer) => answer,
    });
    return Symbol.asyncIterator in answers
      ? new SentAnswers(answers, id, socket.writer.sendEvent)
      : answers;
  }

  private contextOf(socket: SocketContext): Promise<Context> {
    const { requestId, remoteAddress, origin } = socket.extra;
    return this.options.contextFor({
      authorization: authorizationOf(socket),
      companyKey: companyKeyOf(socket),
      origin,
      acceptLanguage: languageOf(socket),
      requestId,
      remoteAddress,
      clientName: clientNameOf(socket),
    });
  }

  private turnAway(socket: SocketContext, error: unknown): void {
    const { extra } = socket;
    const locale = localeOf(languageOf(socket));
    const { formatted, unexpected } = maskError(error, { hideSuggestions: true, locale });
    if (unexpected === undefined)
      return extra.close(CloseCode.Forbidden, closeReason(formatted.message));
    logUnexpectedError(this.options.logger, unexpected, { requestId: extra.requestId });
    extra.close(CloseCode.InternalServerError, "Internal server error");
  }
}

/**
 * Written out because a spread gives every operation its own hidden class, which is retained with
 * it.
 */
function operationOn(
  { extra }: SocketContext,
  id: string,
  { schema, document, operationName, variableValues, contextValue }: ExecutionArgs,
  place: LivePlace,
): SocketOperation {
  return {
    schema,
    document,
    operationName,
    variableValues,
    contextValue,
    rootValue: undefined,
    id,
    socket: extra,
    place,
  };
}

function placeOf(socket: SocketContext, operationName: string | null | undefined): LivePlace {
  return { requestId: socket.extra.requestId, operationName, language: languageOf(socket) };
}

/** A close frame has room for 123 bytes, and Russian letters take two each. */
const LONGEST_REASON_BYTES = 123;

function closeReason(text: string): string {
  let reason = text;
  while (Buffer.byteLength(reason) > LONGEST_REASON_BYTES) reason = reason.slice(0, -1);
  return reason.replace(/\p{Cs}$/u, "");
}
