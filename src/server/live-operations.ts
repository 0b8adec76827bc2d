import {
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
} from "graphql";
import { type Logger } from "pino";
import { type ContextFor, type Expiring } from "./context-for";
import { maskError, onlyTooComplex } from "./mask-error";
import { admitOperation, type AdmissionRules } from "./operation-admission";
import { prepareOperation } from "./prepare-operation";
import { subscribeAfresh } from "./subscribe-afresh";
import { type ErrorPlace, logUnexpectedError } from "./unexpected-error";
import { type WebSocketLimits } from "./websocket-limits";

export interface LiveOperationsOptions<Context extends Expiring> extends AdmissionRules<Context> {
  readonly contextFor: ContextFor<Context>;
  /** Called before each event of a subscription, for a context whose loaders start empty. */
  readonly renewContext: (context: Context) => Context;
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

interface UnmaskedResult {
  readonly data?: ExecutionResult["data"] | undefined;
  readonly errors?: readonly GraphQLError[] | undefined;
}

type FormattedErrors = NonNullable<FormattedExecutionResult["errors"]>;

/** What sockets and event streams do alike: which operation may run, with which context, and how its errors look. */
export class LiveOperations<Context extends Expiring> {
  constructor(private readonly options: LiveOperationsOptions<Context>) {}

  /** The context is made only for a valid document. Never throws. */
  async prepare(
    request: OperationRequest,
    contextOf: () => Promise<Context>,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const { schema } = this.options;
    const prepared = prepareOperation(schema, request.query);
    if ("errors" in prepared) return prepared.errors;
    const { document } = prepared;
    const { operationName, variables } = request;
    if (request.readOnly && getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION) {
      return [new GraphQLError("Use POST for mutations", { extensions: { code: "METHOD_NOT_ALLOWED" } })];
    }
    try {
      const contextValue = await contextOf();
      admitOperation(this.options, { document, operationName, variables }, contextValue);
      return { schema, document, operationName, variableValues: variables, contextValue };
    } catch (error) {
      return [asGraphQLError(error)];
    }
  }

  subscribe(args: ExecutionArgs): ReturnType<typeof subscribeAfresh> {
    return subscribeAfresh(args, () => this.options.renewContext(args.contextValue as Context));
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

  maskResult(result: UnmaskedResult, place: ErrorPlace): FormattedExecutionResult {
    const { data, errors } = result;
    const masked = errors && { errors: this.mask(errors, place) };
    return { ...masked, ...(data !== undefined && { data }) };
  }

  mask(errors: readonly GraphQLError[], { requestId, operationName }: ErrorPlace): FormattedErrors {
    const masked = errors.map((error) => {
      const { formatted, unexpected } = maskError(error, { hideSuggestions: !this.options.introspection });
      const place = { requestId, operationName, path: error.path };
      if (unexpected !== undefined) logUnexpectedError(this.options.logger, unexpected, place);
      return { ...formatted, extensions: { ...formatted.extensions, requestId } };
    });
    return onlyTooComplex(masked);
  }
}

export function asGraphQLError(error: unknown): GraphQLError {
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
