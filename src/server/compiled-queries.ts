import {
  type DocumentNode,
  type ExecutionResult,
  getNamedType,
  type GraphQLError,
  type GraphQLSchema,
  isCompositeType,
  TokenKind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";

import { type CacheKey, cacheKey } from "./cache-key";
import { tokensOf, weightOfDocument } from "./kept-documents";
import { LeastRecentlyUsed } from "./least-recently-used";

/**
 * Compiling takes as long as a few answers, so strangers must not be able to make us compile
 * something new with each request.
 */
const ASKED_BEFORE_COMPILED = 3;
/**
 * From this many values on, an answer takes longer than compiling, even if it is the only one;
 * graphql-js takes three times as long.
 */
export const VALUES_COMPILED_AT_ONCE = 60_000;
/**
 * Compiling a document this long takes as long as answering many values for each of its tokens, so
 * it has to be worth it.
 */
const LONG_DOCUMENT_TOKENS = 1_000;
const VALUES_PER_TOKEN = 40;
/**
 * Compiled code, including its document, takes at most this many times the memory of the document
 * alone (measured: 2 to 4).
 */
const CODE_PER_DOCUMENT = 5;
const MAX_COMPILED_BYTES = 64 * 2 ** 20;
const MAX_COUNTED_BYTES = 2 ** 20;
const BYTES_OF_A_COUNT = 8;

export interface CompilableQuery {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** Hash of the document's text. */
  readonly hash: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Estimated number of values in the answer. Default: few. */
  readonly values?: number;
}

/** Whether resolvers of these types may run twice for one query. The root type is not included. */
export type IsRepeatable = (types: ReadonlySet<string>) => boolean;

interface Compiled {
  readonly code: CompiledQuery;
  readonly weight: number;
}

/**
 * Frequent queries, compiled to JavaScript by graphql-jit. A menu is answered in half the time.
 */
export class CompiledQueries {
  private readonly asked = new LeastRecentlyUsed<number>(MAX_COUNTED_BYTES, () => BYTES_OF_A_COUNT);
  private readonly compiled = new LeastRecentlyUsed<Compiled>(
    MAX_COMPILED_BYTES,
    ({ weight }) => weight,
  );

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly isRepeatable: IsRepeatable = () => true,
    private readonly isOnPurpose: (error: GraphQLError) => boolean = () => false,
  ) {}

  /**
   * Returns the answer, or undefined when graphql-js has to execute the query because it is not
   * compiled or because something went wrong. In the latter case resolvers run a second time:
   * graphql-jit words its errors differently, and ours must be the same either way. Anything that
   * must not run twice is never compiled. A large answer is not computed again when its only errors
   * are deliberate refusals by resolvers, which have their own wording.
   */
  async answer(
    query: CompilableQuery,
    contextValue: unknown,
  ): Promise<ExecutionResult | undefined> {
    const code = this.codeOf(query);
    if (!code) return undefined;
    try {
      const result = await code.query(undefined, contextValue, query.variables);
      return !result.errors || (isLarge(query) && result.errors.every(this.isOnPurpose))
        ? result
        : undefined;
    } catch {
      return undefined;
    }
  }

  private codeOf(query: CompilableQuery): CompiledQuery | undefined {
    const key = cacheKey(query.hash, query.operationName);
    const known = this.compiled.get(key);
    if (known) return known.code;
    const times = (this.asked.get(key) ?? 0) + 1;
    this.asked.set(key, times);
    const isFrequent = times >= ASKED_BEFORE_COMPILED || isLarge(query);
    return isFrequent && isWorthIt(query, times) ? this.compile(key, query) : undefined;
  }

  /**
   * undefined: graphql-jit cannot or must not compile it; the next try comes after the same number
   * of requests as before.
   */
  private compile(
    key: CacheKey,
    { document, operationName }: CompilableQuery,
  ): CompiledQuery | undefined {
    this.asked.delete(key);
    if (!isCompilable(this.schema, document, this.isRepeatable)) return undefined;
    try {
      const code = compileQuery(this.schema, document, operationName);
      if (!isCompiledQuery(code)) return undefined;
      this.compiled.set(key, { code, weight: weightOfDocument(document) * CODE_PER_DOCUMENT });
      return code;
    } catch {
      return undefined;
    }
  }
}

function isWorthIt({ document, values = 0 }: CompilableQuery, times: number): boolean {
  const tokens = tokensOf(document);
  return tokens < LONG_DOCUMENT_TOKENS || values * times >= tokens * VALUES_PER_TOKEN;
}

/** Whether compiled code may answer the queries of a document, or graphql-js always has to. */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  isRepeatable: IsRepeatable,
): boolean {
  return !hasNameOfObjects(document) && isRepeatable(typesOf(schema, document));
}

function isLarge({ values = 0 }: CompilableQuery): boolean {
  return values >= VALUES_COMPILED_AT_ONCE;
}

/** The objects, interfaces and unions from which any operation of the document selects. */
function typesOf(schema: GraphQLSchema, document: DocumentNode): Set<string> {
  const [types, info] = [new Set<string>(), new TypeInfo(schema)];
  const note = () => {
    const type = getNamedType(info.getType());
    if (isCompositeType(type) && type !== schema.getQueryType()) types.add(type.name);
  };
  visit(
    document,
    visitWithTypeInfo(info, { Field: note, InlineFragment: note, FragmentDefinition: note }),
  );
  return types;
}

/**
 * Whether a document uses a name that plain objects inherit, such as `__proto__`. graphql-jit (0.8)
 * writes names into plain objects, where such a name sets or finds something else. graphql-js uses
 * objects that inherit nothing.
 */
function hasNameOfObjects({ loc }: DocumentNode): boolean {
  for (let token = loc?.startToken ?? null; token; token = token.next) {
    if (token.kind === TokenKind.NAME && token.value in Object.prototype) return true;
  }
  return false;
}
