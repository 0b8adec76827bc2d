import { type DocumentNode, type ExecutionResult, type GraphQLSchema } from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import { LeastRecentlyUsed } from "./least-recently-used";

/** Compiling takes as long as a few answers, so strangers must not make us compile something new with each request. */
const ASKED_BEFORE_COMPILED = 3;
const MAX_COMPILED = 200;
const MAX_COUNTED = 2_000;

export interface CompilableQuery {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** Of the text of the document. */
  readonly hash: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Queries that come again and again, turned into JavaScript by graphql-jit. A menu is answered in half the time. */
export class CompiledQueries {
  private readonly asked = new LeastRecentlyUsed<number>(MAX_COUNTED);
  /** null: graphql-jit cannot compile it. */
  private readonly compiled = new LeastRecentlyUsed<CompiledQuery | null>(MAX_COMPILED);

  constructor(private readonly schema: GraphQLSchema) {}

  /**
   * The answer, or undefined when graphql-js shall execute the query: not compiled, or something went wrong. Resolvers
   * then run a second time; graphql-jit words its errors differently, and ours are to be the same either way.
   */
  async answer(query: CompilableQuery, contextValue: unknown): Promise<ExecutionResult | undefined> {
    const compiled = this.compiledOf(query);
    if (!compiled) return undefined;
    try {
      const result = await compiled.query(undefined, contextValue, query.variables);
      return result.errors ? undefined : result;
    } catch {
      return undefined;
    }
  }

  private compiledOf(query: CompilableQuery): CompiledQuery | null {
    const key = `${query.hash} ${query.operationName ?? ""}`;
    const known = this.compiled.get(key);
    if (known !== undefined) return known;
    const times = (this.asked.get(key) ?? 0) + 1;
    this.asked.set(key, times);
    if (times < ASKED_BEFORE_COMPILED) return null;
    const compiled = this.compile(query);
    this.compiled.set(key, compiled);
    return compiled;
  }

  private compile({ document, operationName }: CompilableQuery): CompiledQuery | null {
    try {
      const compiled = compileQuery(this.schema, document, operationName);
      return isCompiledQuery(compiled) ? compiled : null;
    } catch {
      return null;
    }
  }
}
