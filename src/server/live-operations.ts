import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
} from "graphql";
import { type Logger } from "pino";

import { localeOf } from "../errors";
import { overLimit, overloaded } from "../limits/limit-refusal";
import { type ContextFor, type Expiring } from "./context-for";
import { LiveBudget } from "./live-budget";
import { LiveDocuments } from "./live-documents";
import { LiveExecutions, type LiveExecutionsOptions } from "./live-executions";
import {
  asGraphQLError,
  declaredVariables,
  type Follower,
  type Following,
  type LivePlace,
  type OperationRequest,
} from "./live-operation";
import { MappedEvents } from "./mapped-events";
import { maskError, onlyTooComplex } from "./mask-error";
import { isLater, later } from "./next-of";
import { type AdmissionRules, admitOperation } from "./operation-admission";
import { resumedAfter } from "./resumed-after";
import { type Outcome, SharedExecutions } from "./shared-executions";
import { sharingKey } from "./sharing-key";
import { logUnexpectedError } from "./unexpected-error";
import { type WebSocketLimits } from "./websocket-limits";
import { WrittenAnswer } from "./written-answer";

export interface LiveOperationsOptions<Context extends Expiring>
  extends AdmissionRules<Context>, LiveExecutionsOptions<Context> {
  readonly contextFor: ContextFor<Context>;
  /**
   * Everything about the caller on which a subscription's answers depend. Callers who differ in it
   * share no answers.
   */
  readonly audienceOf: (context: Context) => string;
  /**
   * The id of an event of a subscription, such that the argument `after` with this id resumes after
   * the event. None by default.
   */
  readonly eventIdOf?: ((event: unknown) => string | undefined) | undefined;
  readonly limits: WebSocketLimits;
  readonly logger: Logger;
}

interface UnmaskedResult {
  readonly data?: ExecutionResult["data"] | undefined;
  readonly errors?: readonly GraphQLError[] | undefined;
}

type FormattedErrors = NonNullable<FormattedExecutionResult["errors"]>;

/** Approximate memory of a live subscription besides its document and variables. */
const BYTES_OF_A_SUBSCRIPTION = 3_000;

/** Objects take more memory than their written form. */
const BYTES_PER_WRITTEN = 8;

/** By then another subscription may have ended. */
const COME_BACK_MS = 5_000;

/**
 * What sockets and event streams have in common: which operation may run, with which context, and
 * how its errors look.
 */
export class LiveOperations<Context extends Expiring> {
  private readonly documents: LiveDocuments;
  private readonly shared = new SharedExecutions();
  private readonly executions: LiveExecutions<Context>;
  private readonly budget: LiveBudget;

  constructor(private readonly options: LiveOperationsOptions<Context>) {
    this.documents = new LiveDocuments(options.schema);
    this.executions = new LiveExecutions(options);
    this.budget = new LiveBudget(options.limits);
  }

  /** Creates the context only for a valid document. Never throws. */
  async prepare(
    request: OperationRequest,
    contextOf: () => Promise<Context>,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const { schema } = this.options;
    const prepared = this.documents.prepare(request.query);
    if ("errors" in prepared) return prepared.errors;
    const { document } = prepared;
    const { operationName, variables } = request;
    if (
      request.readOnly &&
      getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION
    ) {
      return [
        new GraphQLError("Use POST for mutations", { extensions: { code: "METHOD_NOT_ALLOWED" } }),
      ];
    }
    try {
      const contextValue = await contextOf();
      const { size } = await admitOperation(
        this.options,
        { document, operationName, variables },
        contextValue,
      );
      this.executions.note(contextValue, size.values);
      const variableValues = declaredVariables(document, operationName, variables);
      return { schema, document, operationName, variableValues, contextValue };
    } catch (error) {
      return [asGraphQLError(error)];
    }
  }

  /** The answer to a prepared query or mutation. */
  execute(args: ExecutionArgs): Promise<ExecutionResult> {
    return this.executions.execute(args);
  }

  /**
   * The answers to a subscription's events as JSON text, or why there are none. Unlike graphql-js's
   * `subscribe` it makes a new context for each event; otherwise the loaders would answer the
   * second event with the rows of the first. Where the source gives everybody the same events, only
   * one of the subscriptions with the same audience executes.
   */
  async subscribe<Answer>(
    args: ExecutionArgs,
    following: Following<Answer>,
  ): Promise<AsyncGenerator<Answer, void> | ExecutionResult> {
    let release: () => void;
    try {
      release = this.hold(args, following.follower);
    } catch (error) {
      return { errors: [asGraphQLError(error)] };
    }
    try {
      const { lastEventId } = following;
      // Only the source gets the changed arguments: the document that is kept and shared by its
      // text is the one that everybody sent.
      const source = await createSourceEventStream(
        lastEventId === undefined ? args : resumedAfter(args, lastEventId),
      );
      if (isAsyncIterable(source)) return this.answersTo(source, args, following, release);
      release();
      return source;
    } catch (error) {
      release();
      throw error;
    }
  }

  /** @param ended is called once, when nothing more follows */
  private answersTo<Answer>(
    source: AsyncIterable<unknown>,
    args: ExecutionArgs,
    { place, toAnswer }: Following<Answer>,
    ended: () => void,
  ) {
    const run = (event: unknown) => this.executions.executeEvent(args, event);
    const answerOf = (outcome: Outcome, event: unknown) =>
      toAnswer("answer" in outcome ? outcome.answer : this.failure(outcome.failed, place), event);
    if (!sharesEvents(source))
      return new MappedEvents(source, async (event) => answerOf(await run(event), event), ended);
    const key = sharingKey(args, this.options.audienceOf(args.contextValue as Context));
    const sharedAnswer = (event: object) => {
      const outcome = this.shared.outcomeOf(event, key, () => run(event));
      return isLater(outcome)
        ? later(outcome, (made) => answerOf(made, event))
        : answerOf(outcome, event);
    };
    return new MappedEvents(source, sharedAnswer, ended);
  }

  private failure(failed: ExecutionResult, place: LivePlace): WrittenAnswer {
    return new WrittenAnswer(JSON.stringify(this.maskResult(failed, place)));
  }

  /**
   * Why the credentials are no longer valid, if they are not. A failure on our side is no reason:
   * it says nothing about them.
   */
  async lossOfCredentials(contextOf: () => Promise<Context>): Promise<GraphQLError | undefined> {
    try {
      await contextOf();
      return undefined;
    } catch (error) {
      const { unexpected } = maskError(error, { hideSuggestions: true });
      return unexpected === undefined ? asGraphQLError(error) : undefined;
    }
  }

  maskResult(result: UnmaskedResult, place: LivePlace): FormattedExecutionResult {
    const { data, errors } = result;
    const masked = errors && { errors: this.mask(errors, place) };
    return { ...masked, ...(data !== undefined && { data }) };
  }

  mask(
    errors: readonly GraphQLError[],
    { requestId, operationName, language }: LivePlace,
  ): FormattedErrors {
    const maskOptions = {
      hideSuggestions: !this.options.introspection,
      locale: localeOf(language),
    };
    const masked = errors.map((error) => {
      const { formatted, unexpected } = maskError(error, maskOptions);
      const place = { requestId, operationName, path: error.path };
      if (unexpected !== undefined) logUnexpectedError(this.options.logger, unexpected, place);
      return { ...formatted, extensions: { ...formatted.extensions, requestId } };
    });
    return onlyTooComplex(masked);
  }

  /**
   * Counts what a subscription holds and returns a function that releases it. @throws {RateLimited}
   * it is too much
   */
  private hold(
    { document, variableValues }: ExecutionArgs,
    { connection, address }: Follower,
  ): () => void {
    const live = this.documents.hold(document);
    const ownBytes =
      BYTES_OF_A_SUBSCRIPTION + JSON.stringify(variableValues ?? {}).length * BYTES_PER_WRITTEN;
    const held = this.budget.hold({ connection, address, document: live, ownBytes });
    if (typeof held === "function") {
      return () => {
        held();
        this.documents.release(live);
      };
    }
    this.documents.release(live);
    throw held === "all" ? overloaded(COME_BACK_MS) : overLimit("subscriptions", COME_BACK_MS);
  }
}

function isAsyncIterable(value: object): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value;
}

/** Whether the source declares that its events are the same immutable objects for all followers. */
function sharesEvents(source: AsyncIterable<unknown>): source is AsyncIterable<object> {
  return "eventsAreShared" in source && source.eventsAreShared === true;
}
