import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
} from "graphql";
import { type Logger } from "pino";
import { cacheKey } from "./cache-key";
import { localeOf } from "../errors";
import { type ContextFor, type Expiring } from "./context-for";
import { keptDocuments } from "./kept-documents";
import { MappedEvents } from "./mapped-events";
import { maskError, onlyTooComplex } from "./mask-error";
import { admitOperation, type AdmissionRules } from "./operation-admission";
import { prepareOperation, type PreparedOperation } from "./prepare-operation";
import { type Outcome, SharedExecutions } from "./shared-executions";
import { sharingKey } from "./sharing-key";
import { type ErrorPlace, logUnexpectedError } from "./unexpected-error";
import { type WebSocketLimits } from "./websocket-limits";

export interface LiveOperationsOptions<Context extends Expiring> extends AdmissionRules<Context> {
  readonly contextFor: ContextFor<Context>;
  /** Called before each event of a subscription, for a context whose loaders start empty. */
  readonly renewContext: (context: Context) => Context;
  /** All that a subscription's answers depend on of their caller. Callers who differ in it share no answers. */
  readonly audienceOf: (context: Context) => string;
  readonly limits: WebSocketLimits;
  readonly logger: Logger;
}

/** An operation as the client sent it. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
  /** Came with a method that must change nothing. */
  readonly readOnly?: boolean;
}

/** Where an error comes from, and in which language it is told: an Accept-Language header. */
export interface LivePlace extends ErrorPlace {
  readonly language?: string | undefined;
}

interface UnmaskedResult {
  readonly data?: ExecutionResult["data"] | undefined;
  readonly errors?: readonly GraphQLError[] | undefined;
}

type FormattedErrors = NonNullable<FormattedExecutionResult["errors"]>;

/** Of the documents that are kept; everybody on a page sends the same few. */
const KEPT_DOCUMENTS_BYTES = 16 * 2 ** 20;

/** What sockets and event streams do alike: which operation may run, with which context, and how its errors look. */
export class LiveOperations<Context extends Expiring> {
  private readonly documents = keptDocuments(KEPT_DOCUMENTS_BYTES);
  private readonly shared = new SharedExecutions();

  constructor(private readonly options: LiveOperationsOptions<Context>) {}

  /** The context is made only for a valid document. Never throws. */
  async prepare(
    request: OperationRequest,
    contextOf: () => Promise<Context>,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const { schema } = this.options;
    const prepared = this.prepareDocument(request.query);
    if ("errors" in prepared) return prepared.errors;
    const { document } = prepared;
    const { operationName, variables } = request;
    if (request.readOnly && getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION) {
      return [new GraphQLError("Use POST for mutations", { extensions: { code: "METHOD_NOT_ALLOWED" } })];
    }
    try {
      const contextValue = await contextOf();
      await admitOperation(this.options, { document, operationName, variables }, contextValue);
      const variableValues = declaredVariables(document, operationName, variables);
      return { schema, document, operationName, variableValues, contextValue };
    } catch (error) {
      return [asGraphQLError(error)];
    }
  }

  /**
   * The answers to a subscription's events, written as JSON, or why there are none. Unlike graphql-js's `subscribe` it makes
   * a context anew for each event, or its loaders would answer the second with the rows of the first; and where the source
   * gives everybody the same events, only one of those with the same audience executes.
   */
  async subscribe(args: ExecutionArgs, place: LivePlace): Promise<AsyncGenerator<string, void> | ExecutionResult> {
    const source = await createSourceEventStream(args);
    if (!isAsyncIterable(source)) return source;
    const context = args.contextValue as Context;
    const run = (event: unknown) =>
      outcomeOf({ ...args, rootValue: event, contextValue: this.options.renewContext(context) });
    const textOf = (outcome: Outcome) =>
      "text" in outcome ? outcome.text : JSON.stringify(this.maskResult(outcome.failed, place));
    if (!sharesEvents(source)) return new MappedEvents(source, async (event) => textOf(await run(event)));
    const membership = this.shared.join(sharingKey(args, this.options.audienceOf(context)));
    const shared = (event: object) => membership.outcomeOf(event, () => run(event));
    return new MappedEvents(
      source,
      async (event) => textOf(await shared(event)),
      () => membership.leave(),
    );
  }

  /** Why the credentials hold no longer, if so. Trouble of ours is no reason: it says nothing about them. */
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

  mask(errors: readonly GraphQLError[], { requestId, operationName, language }: LivePlace): FormattedErrors {
    const maskOptions = { hideSuggestions: !this.options.introspection, locale: localeOf(language) };
    const masked = errors.map((error) => {
      const { formatted, unexpected } = maskError(error, maskOptions);
      const place = { requestId, operationName, path: error.path };
      if (unexpected !== undefined) logUnexpectedError(this.options.logger, unexpected, place);
      return { ...formatted, extensions: { ...formatted.extensions, requestId } };
    });
    return onlyTooComplex(masked);
  }

  private prepareDocument(text: string): PreparedOperation {
    const key = cacheKey(text);
    const document = this.documents.get(key);
    if (document) return { document };
    const prepared = prepareOperation(this.options.schema, text);
    if ("document" in prepared) this.documents.set(key, prepared.document);
    return prepared;
  }
}

/** What else a client sends along would be kept for as long as its subscription lives. */
function declaredVariables(
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown> | null | undefined,
): Record<string, unknown> {
  const sent = variables ?? {};
  const declared = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const names = declared.map(({ variable }) => variable.name.value).filter((name) => Object.hasOwn(sent, name));
  return Object.fromEntries(names.map((name) => [name, sent[name]]));
}

async function outcomeOf(args: ExecutionArgs): Promise<Outcome> {
  const result = await execute(args);
  return result.errors ? { failed: result } : { text: JSON.stringify(result) };
}

function isAsyncIterable(value: object): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value;
}

/** A source whose events are the same objects for all who follow it, and never change, says so. */
function sharesEvents(source: AsyncIterable<unknown>): source is AsyncIterable<object> {
  return "eventsAreShared" in source && source.eventsAreShared === true;
}

export function isRefused(prepared: ExecutionArgs | readonly GraphQLError[]): prepared is readonly GraphQLError[] {
  return Array.isArray(prepared);
}

export function asGraphQLError(error: unknown): GraphQLError {
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
