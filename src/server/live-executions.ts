import {
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  type GraphQLSchema,
  OperationTypeNode,
} from "graphql";

import { CompiledQueries, type IsRepeatable } from "./compiled-queries";
import { isOnPurpose } from "./mask-error";
import { type AdmissionRules } from "./operation-admission";
import { type Outcome } from "./shared-executions";
import { WorkClock } from "./work-clock";
import { WrittenAnswer } from "./written-answer";

export interface LiveExecutionsOptions<Context> extends Pick<
  AdmissionRules<Context>,
  "admitWork" | "settleWork"
> {
  readonly schema: GraphQLSchema;
  readonly isRepeatable?: IsRepeatable | undefined;
  /** Called before each event of a subscription, to get a context with empty loaders. */
  readonly renewContext: (context: Context) => Context;
}

/**
 * Executes the operations of sockets and event streams, and charges their cost to the caller.
 */
export class LiveExecutions<Context extends object> {
  private readonly compiled: CompiledQueries;
  /** Estimated number of values of each admitted operation, by its context. */
  private readonly admitted = new WeakMap<Context, number>();

  constructor(private readonly options: LiveExecutionsOptions<Context>) {
    this.compiled = new CompiledQueries(options.schema, options.isRepeatable, isOnPurpose);
  }

  /** @param values estimated for the answer, or for each answer of a subscription */
  note(context: Context, values: number): void {
    this.admitted.set(context, values);
  }

  /** The answer to an admitted query or mutation. */
  async execute(args: ExecutionArgs): Promise<ExecutionResult> {
    const context = args.contextValue as Context;
    const values = this.valuesOf(context);
    const worked = new WorkClock();
    const result = (await this.compiledAnswer(args, values)) ?? (await execute(args));
    this.options.settleWork?.(context, values, worked.tookMs());
    return result;
  }

  /**
   * A subscription's answer to an event. It is counted like a query but never refused, because a
   * guest who waits for an order has to be informed.
   */
  async executeEvent(args: ExecutionArgs, event: unknown): Promise<Outcome> {
    const { admitWork, settleWork, renewContext } = this.options;
    const context = args.contextValue as Context;
    const values = this.valuesOf(context);
    admitWork?.(context, values, true);
    const worked = new WorkClock();
    const result = await execute({
      ...args,
      rootValue: event,
      contextValue: renewContext(context),
    });
    const outcome = result.errors
      ? { failed: result }
      : { answer: new WrittenAnswer(JSON.stringify(result)) };
    settleWork?.(context, values, worked.tookMs());
    return outcome;
  }

  private async compiledAnswer(
    args: ExecutionArgs,
    values: number,
  ): Promise<ExecutionResult | undefined> {
    const { document, operationName, variableValues, contextValue } = args;
    const hash = document.loc?.source.body;
    const isQuery = getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY;
    if (!isQuery || hash === undefined) return undefined;
    const [name, variables] = [operationName ?? undefined, variableValues ?? {}];
    return this.compiled.answer(
      { document, operationName: name, hash, variables, values },
      contextValue,
    );
  }

  private valuesOf(context: Context): number {
    return this.admitted.get(context) ?? 0;
  }
}
