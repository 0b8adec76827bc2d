import { setImmediate as turnOfEventLoop } from "node:timers/promises";
import { type FastifyReply, type FastifyRequest } from "fastify";
import { type ExecutionArgs, getOperationAST, type GraphQLError, OperationTypeNode } from "graphql";
import { Unauthenticated } from "../errors";
import { callerOf } from "./caller-of";
import { type ConnectionGate } from "./connection-gate";
import { type Caller, type Expiring } from "./context-for";
import { CREDENTIALS_EXPIRED, CredentialWatch } from "./credential-watch";
import { errorBody } from "./error-responses";
import { EventStream } from "./event-stream";
import { type PersistedOperations } from "./persisted-operations";
import { readOperation } from "./read-operation";
import {
  asGraphQLError,
  isRefused,
  type LiveOperations,
  type LiveOperationsOptions,
  type LivePlace,
} from "./live-operations";
import { refusalOf } from "./refusal";
import { logUnexpectedError } from "./unexpected-error";
import { type UnreadBytes } from "./unread-bytes";

const HEADERS = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  "x-accel-buffering": "no",
  // Else the connection idles on after a stream that the shutdown ended, and holds it up.
  connection: "close",
};

export interface GraphqlEventStreamsOptions<Context extends Expiring> extends LiveOperationsOptions<Context> {
  readonly gate: ConnectionGate;
  /** As for `clientAddress`. */
  readonly trustProxy: boolean;
  readonly unread: UnreadBytes;
  readonly persistedOperations?: PersistedOperations | undefined;
}

/** Serves graphql-sse, each operation on a connection of its own. */
export class GraphqlEventStreams<Context extends Expiring> {
  private readonly subscriptions = new Set<EventStream>();
  private closing = false;

  constructor(
    private readonly operations: LiveOperations<Context>,
    private readonly options: GraphqlEventStreamsOptions<Context>,
  ) {}

  /** Ends every subscription; queries and mutations under way are answered. */
  close(): void {
    this.closing = true;
    for (const stream of this.subscriptions) stream.end();
  }

  /** JSON for whoever gets no stream; what is wrong with an operation goes into the stream, as the protocol asks. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { gate, limits, trustProxy, unread } = this.options;
    const { id: requestId } = request;
    const caller = callerOf(request, trustProxy);
    const closedDoor = gate.refusalOf(request.raw, caller.remoteAddress);
    if (closedDoor) return this.refuse(reply, closedDoor, request);
    const operation = readOperation(request, this.options.persistedOperations);
    if ("problem" in operation) return reply.code(400).send(errorBody(operation.problem, "BAD_REQUEST", request));
    // A stream keeps its request for as long as it is open.
    request.body = undefined;
    gate.enter(caller.remoteAddress);
    reply.raw.once("close", () => gate.leave(caller.remoteAddress));
    let context: Context;
    try {
      context = await this.options.contextFor(caller);
    } catch (error) {
      return this.refuse(reply, error, request);
    }
    const stream = new EventStream(reply.raw, limits);
    const { remoteAddress: address } = caller;
    const stop = unread.watch({
      address,
      pending: () => stream.pending,
      taken: () => stream.taken,
      cutOff: () => reply.raw.destroy(),
    });
    void stream.closed.then(stop);
    const place = { requestId, operationName: operation.operationName, language: caller.acceptLanguage };
    if (stream.isOpen) {
      const prepared = await this.operations.prepare(operation, () => Promise.resolve(context));
      void this.run(stream, prepared, caller, place);
    }
    return reply.headers(HEADERS).send(stream.body);
  }

  private refuse(reply: FastifyReply, error: unknown, request: FastifyRequest): FastifyReply {
    const language = request.headers["accept-language"];
    const { status, headers, formatted } = refusalOf(error, request.id, this.options.logger, language);
    return reply
      .code(status)
      .headers(headers)
      .send({ errors: [formatted] });
  }

  private async run(
    stream: EventStream,
    prepared: ExecutionArgs | readonly GraphQLError[],
    caller: Caller,
    place: LivePlace,
  ): Promise<void> {
    try {
      if (isRefused(prepared)) stream.next({ errors: this.operations.mask(prepared, place) });
      else if (isSubscription(prepared)) await this.follow(stream, prepared, caller, place);
      else stream.next(this.operations.maskResult(await this.operations.execute(prepared), place));
    } catch (error) {
      stream.next({ errors: this.operations.mask([asGraphQLError(error)], place) });
    }
    stream.complete();
  }

  private async follow(stream: EventStream, args: ExecutionArgs, caller: Caller, place: LivePlace): Promise<void> {
    if (this.closing) return stream.end();
    this.subscriptions.add(stream);
    this.watch(stream, args.contextValue as Context, caller, place);
    const follower = { connection: stream, address: caller.remoteAddress };
    const answers = await this.operations.subscribe(args, place, follower);
    if (!(Symbol.asyncIterator in answers)) return stream.next(this.operations.maskResult(answers, place));
    const failed = (error: unknown) => logUnexpectedError(this.options.logger, error, place);
    void stream.closed.then(() => answers.return()).catch(failed);
    for await (const answer of answers) {
      stream.nextText(answer);
      // Lets bytes go out: a source that never pauses would else fill the buffer of a client that does read.
      await turnOfEventLoop();
    }
  }

  /** The client learns why its stream ends, and that it need not come back with these credentials. */
  private watch(stream: EventStream, context: Context, caller: Caller, place: LivePlace): void {
    const watch = new CredentialWatch(this.options.limits.recheckIntervalMs);
    const turnAway = (error: GraphQLError) => {
      stream.next({ errors: this.operations.mask([error], place) });
      stream.complete();
    };
    if (context.expiresAt) {
      watch.expireAt(context.expiresAt, () => turnAway(asGraphQLError(new Unauthenticated(CREDENTIALS_EXPIRED))));
    }
    if (caller.authorization !== undefined) {
      watch.keepChecking(async () => {
        const loss = await this.operations.lossOfCredentials(() => this.options.contextFor(caller));
        if (loss) turnAway(loss);
      });
    }
    void stream.closed.then(() => {
      watch.stop();
      this.subscriptions.delete(stream);
    });
  }
}

function isSubscription({ document, operationName }: ExecutionArgs): boolean {
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION;
}
