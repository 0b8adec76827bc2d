import { setImmediate as turnOfEventLoop } from "node:timers/promises";

import { type ExecutionArgs, getOperationAST, type GraphQLError, OperationTypeNode } from "graphql";

import { Unauthenticated } from "../errors";
import { type Caller, type Expiring } from "./context-for";
import { CREDENTIALS_EXPIRED, CredentialWatch } from "./credential-watch";
import { asGraphQLError, isRefused, type LivePlace } from "./live-operation";
import { type LiveOperations, type LiveOperationsOptions } from "./live-operations";
import { logUnexpectedError } from "./unexpected-error";
import { type WrittenAnswer } from "./written-answer";

/** The destination of one operation's answers. */
export interface AnswerSink {
  /** The stream: everything that its operations hold is counted together. */
  readonly connection: object;
  /** Resolves when answers are no longer accepted. */
  readonly closed: Promise<void>;
  /** @param json a result @param id of the event to which it responds */
  next(json: string, id?: string): void;
  /**
   * The single answer to a query or mutation, of any length. Resolves when it is on its way, or
   * when it can no longer be delivered.
   */
  answer(json: string): Promise<void>;
  /** No more answers follow. */
  complete(): void;
  /** More answers may follow elsewhere. */
  end(): void;
}

/** One operation that is ready to run, or why it cannot run. */
export interface StreamedOperation {
  readonly prepared: ExecutionArgs | readonly GraphQLError[];
  readonly caller: Caller;
  readonly place: LivePlace;
  /** Id of the last event that its client has seen. */
  readonly lastEventId?: string | undefined;
}

/** Runs operations whose answers are sent as server-sent events, in both modes of graphql-sse. */
export class StreamedOperations<Context extends Expiring> {
  private readonly subscriptions = new Set<AnswerSink>();
  private closing = false;

  constructor(
    private readonly operations: LiveOperations<Context>,
    private readonly options: LiveOperationsOptions<Context>,
  ) {}

  /** Ends every subscription; queries and mutations in progress are still answered. */
  close(): void {
    this.closing = true;
    for (const sink of this.subscriptions) sink.end();
  }

  /** Never rejects: errors in an operation are reported as an answer, as the protocol requires. */
  async run(sink: AnswerSink, operation: StreamedOperation): Promise<void> {
    const { prepared, place } = operation;
    try {
      if (isRefused(prepared)) this.refuse(sink, prepared, place);
      else if (isSubscription(prepared)) await this.follow(sink, prepared, operation);
      else {
        const result = this.operations.maskResult(await this.operations.execute(prepared), place);
        await sink.answer(JSON.stringify(result));
      }
    } catch (error) {
      this.refuse(sink, [asGraphQLError(error)], place);
    }
    sink.complete();
  }

  private refuse(sink: AnswerSink, errors: readonly GraphQLError[], place: LivePlace): void {
    sink.next(JSON.stringify({ errors: this.operations.mask(errors, place) }));
  }

  private async follow(
    sink: AnswerSink,
    args: ExecutionArgs,
    operation: StreamedOperation,
  ): Promise<void> {
    if (this.closing) {
      sink.end();
      return;
    }
    const { caller, place, lastEventId } = operation;
    this.subscriptions.add(sink);
    this.watch(sink, args.contextValue as Context, operation);
    const follower = { connection: sink.connection, address: caller.remoteAddress };
    const toAnswer = ({ json }: WrittenAnswer, event: unknown): Answer => [
      json,
      this.options.eventIdOf?.(event),
    ];
    const answers = await this.operations.subscribe(args, {
      place,
      follower,
      toAnswer,
      lastEventId,
    });
    if (!(Symbol.asyncIterator in answers)) {
      sink.next(JSON.stringify(this.operations.maskResult(answers, place)));
      return;
    }
    const failed = (error: unknown) => logUnexpectedError(this.options.logger, error, place);
    void sink.closed.then(() => answers.return()).catch(failed);
    for await (const [json, id] of answers) {
      sink.next(json, id);
      // Lets bytes go out: otherwise a source that never pauses would fill the buffer of a client
      // that does read.
      await turnOfEventLoop();
    }
  }

  /**
   * The client learns why its answers end, and that reconnecting with these credentials is
   * pointless.
   */
  private watch(sink: AnswerSink, context: Context, { caller, place }: StreamedOperation): void {
    const watch = new CredentialWatch(this.options.limits.recheckIntervalMs);
    const turnAway = (error: GraphQLError) => {
      this.refuse(sink, [error], place);
      sink.complete();
    };
    if (context.expiresAt) {
      watch.expireAt(context.expiresAt, () =>
        turnAway(asGraphQLError(new Unauthenticated(CREDENTIALS_EXPIRED))),
      );
    }
    if (caller.authorization !== undefined) {
      watch.keepChecking(async () => {
        const loss = await this.operations.lossOfCredentials(() => this.options.contextFor(caller));
        if (loss) turnAway(loss);
      });
    }
    void sink.closed.then(() => {
      watch.stop();
      this.subscriptions.delete(sink);
    });
  }
}

/** A result as JSON, and the id of its event. */
type Answer = readonly [json: string, id: string | undefined];

function isSubscription({ document, operationName }: ExecutionArgs): boolean {
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION;
}
