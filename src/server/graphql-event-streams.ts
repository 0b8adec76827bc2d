import { type FastifyReply, type FastifyRequest } from "fastify";

import { callerOf } from "./caller-of";
import { type ConnectionGate } from "./connection-gate";
import { type Caller, type Expiring } from "./context-for";
import { errorBody } from "./error-responses";
import { EventStream, type EventStreamOptions } from "./event-stream";
import { prefersEventStream } from "./event-stream-request";
import { type OperationRequest } from "./live-operation";
import { type LiveOperations, type LiveOperationsOptions } from "./live-operations";
import { type PersistedOperations } from "./persisted-operations";
import { readOperation } from "./read-operation";
import { refusalOf } from "./refusal";
import {
  isStreamRefusal,
  SingleConnections,
  type StreamRefusal,
  TOKEN_HEADER,
} from "./single-connections";
import { exchangeOf, wholeStream } from "./stream-sink";
import { type AnswerSink, StreamedOperations } from "./streamed-operations";
import { whenOver } from "./when-over";

const HEADERS = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  "x-accel-buffering": "no",
  // Otherwise the connection stays idle after a stream that the shutdown ended, and holds the
  // shutdown up.
  connection: "close",
};

const CODES = {
  400: "BAD_REQUEST",
  404: "NOT_FOUND",
  409: "BAD_REQUEST",
  429: "TOO_MANY_OPERATIONS",
} as const;

export interface GraphqlEventStreamsOptions<Context extends Expiring>
  extends LiveOperationsOptions<Context>, EventStreamOptions {
  readonly limits: LiveOperationsOptions<Context>["limits"];
  readonly gate: ConnectionGate;
  /** See `clientAddress`. */
  readonly trustProxy: boolean;
  readonly persistedOperations?: PersistedOperations | undefined;
}

/**
 * Serves graphql-sse: each operation on its own connection, or many on one.
 *
 * Hand-written because the graphql-sse package serialises an event for each subscriber, and
 * supports neither answers shared with sockets nor limits on what a client has not read yet.
 */
export class GraphqlEventStreams<Context extends Expiring> {
  private readonly streamed: StreamedOperations<Context>;
  private readonly connections: SingleConnections;

  constructor(
    private readonly operations: LiveOperations<Context>,
    private readonly options: GraphqlEventStreamsOptions<Context>,
  ) {
    this.streamed = new StreamedOperations(operations, options);
    this.connections = new SingleConnections(options.gate);
  }

  /** Ends every subscription; queries and mutations in progress are still answered. */
  close(): void {
    this.streamed.close();
    this.connections.close();
  }

  /** Whether the request asks for an event stream, or for an answer that goes to a stream. */
  takes(request: FastifyRequest): boolean {
    return prefersEventStream(request) || request.headers[TOKEN_HEADER] !== undefined;
  }

  /**
   * Answers with JSON if there is no stream; errors in an operation go into the stream, as the
   * protocol requires.
   */
  answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> | FastifyReply {
    const token = tokenOf(request);
    if (token === undefined) return this.answerOne(request, reply);
    return request.method === "GET"
      ? this.open(token, request, reply)
      : this.begin(token, request, reply);
  }

  /** Single connection mode: reserves a stream and answers with its token. */
  reserve(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { remoteAddress } = callerOf(request, this.options.trustProxy);
    const closedDoor = this.options.gate.refusalOf(request.raw, remoteAddress);
    if (closedDoor) return this.refuse(reply, closedDoor, request);
    const token = this.connections.reserve(remoteAddress);
    if (typeof token !== "string") return this.refuse(reply, token, request);
    return reply.code(201).type("text/plain; charset=utf-8").send(token);
  }

  /** Single connection mode: ends an operation. */
  end(token: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { operationId } = request.query as Record<string, unknown>;
    const fault = this.connections.end(token, operationId);
    return fault ? refuseStream(reply, fault, request) : reply.code(200).send();
  }

  /** Single connection mode: opens the reserved stream. */
  private open(token: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { remoteAddress } = callerOf(request, this.options.trustProxy);
    const stranger = this.options.gate.strangerOf(request.raw);
    if (stranger) return this.refuse(reply, stranger, request);
    const opened = this.connections.open(token, () =>
      EventStream.open(exchangeOf(request, reply), remoteAddress, this.options),
    );
    if (isStreamRefusal(opened)) return refuseStream(reply, opened, request);
    return reply.headers(HEADERS).send(opened.body);
  }

  /**
   * Single connection mode: the answers go to the stream, as do any errors in the operation.
   */
  private async begin(
    token: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const operation = readOperation(request, this.options.persistedOperations);
    if ("problem" in operation) return refuseProblem(reply, operation.problem, request);
    const { extensions } = request.body as { extensions?: { operationId?: unknown } | null };
    const caller = callerOf(request, this.options.trustProxy);
    let context: Context;
    try {
      context = await this.options.contextFor(caller);
    } catch (error) {
      return this.refuse(reply, error, request);
    }
    const sink = this.connections.begin(
      token,
      extensions?.operationId,
      this.options.limits.subscriptionsPerSocket,
    );
    if (isStreamRefusal(sink)) return refuseStream(reply, sink, request);
    void this.run(sink, operation, context, caller);
    return reply.code(202).send();
  }

  /** Distinct connections mode: the whole answer is the stream. */
  private async answerOne(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { gate, trustProxy } = this.options;
    const caller = callerOf(request, trustProxy);
    const closedDoor = gate.refusalOf(request.raw, caller.remoteAddress);
    if (closedDoor) return this.refuse(reply, closedDoor, request);
    const operation = readOperation(request, this.options.persistedOperations);
    if ("problem" in operation) return refuseProblem(reply, operation.problem, request);
    // A stream retains its request for as long as it is open.
    request.body = undefined;
    gate.enter(caller.remoteAddress);
    whenOver(request.raw, reply.raw, () => gate.leave(caller.remoteAddress));
    let context: Context;
    try {
      context = await this.options.contextFor(caller);
    } catch (error) {
      return this.refuse(reply, error, request);
    }
    const stream = EventStream.open(exchangeOf(request, reply), caller.remoteAddress, this.options);
    const lastEventId = [request.headers["last-event-id"]].flat()[0];
    if (stream.isOpen)
      void this.run(
        wholeStream(stream, request.method === "GET"),
        operation,
        context,
        caller,
        lastEventId,
      );
    return reply.headers(HEADERS).send(stream.body);
  }

  private async run(
    sink: AnswerSink,
    operation: OperationRequest,
    context: Context,
    caller: Caller,
    lastEventId?: string,
  ): Promise<void> {
    const prepared = await this.operations.prepare(operation, () => Promise.resolve(context));
    const { requestId, acceptLanguage: language } = caller;
    const place = { requestId, operationName: operation.operationName, language };
    await this.streamed.run(sink, { prepared, caller, place, lastEventId });
  }

  private refuse(reply: FastifyReply, error: unknown, request: FastifyRequest): FastifyReply {
    const language = request.headers["accept-language"];
    const { status, headers, formatted } = refusalOf(
      error,
      request.id,
      this.options.logger,
      language,
    );
    return reply
      .code(status)
      .headers(headers)
      .send({ errors: [formatted] });
  }
}

/**
 * The token of the stream to which a request belongs. A browser's EventSource cannot send headers,
 * so it passes the token in the URL.
 */
export function tokenOf({ method, headers, query }: FastifyRequest): string | undefined {
  const token =
    headers[TOKEN_HEADER] ??
    (method === "GET" ? (query as Record<string, unknown>)["token"] : undefined);
  return typeof token === "string" && token !== "" ? token : undefined;
}

function refuseProblem(
  reply: FastifyReply,
  problem: string,
  request: FastifyRequest,
): FastifyReply {
  return reply.code(400).send(errorBody(problem, "BAD_REQUEST", request));
}

function refuseStream(
  reply: FastifyReply,
  { status, message }: StreamRefusal,
  request: FastifyRequest,
): FastifyReply {
  return reply.code(status).send(errorBody(message, CODES[status], request));
}
