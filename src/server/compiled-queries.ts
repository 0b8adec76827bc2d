import {
  type DocumentNode,
  type ExecutionResult,
  getNamedType,
  type GraphQLSchema,
  isCompositeType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import { weightOfDocument } from "./kept-documents";
import { LeastRecentlyUsed, weightOfKey } from "./least-recently-used";

/** Compiling takes as long as a few answers, so strangers must not make us compile something new with each request. */
const ASKED_BEFORE_COMPILED = 3;
/** Compiled code, its document included, takes at most so many times the memory of the document alone (measured: 2 to 4). */
const CODE_PER_DOCUMENT = 5;
const MAX_COMPILED_BYTES = 64 * 2 ** 20;
const MAX_COUNTED = 2_000;

export interface CompilableQuery {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** Of the text of the document; always of one length. */
  readonly hash: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** May resolvers of these types run twice for one query? The root is left out. */
export type IsRepeatable = (types: ReadonlySet<string>) => boolean;

interface Compiled {
  /** null: graphql-jit cannot compile it. */
  readonly code: CompiledQuery | null;
  readonly weight: number;
}

/** Queries that come again and again, turned into JavaScript by graphql-jit. A menu is answered in half the time. */
export class CompiledQueries {
  private readonly asked = new LeastRecentlyUsed<number>(MAX_COUNTED);
  private readonly compiled = new LeastRecentlyUsed<Compiled>(
    MAX_COMPILED_BYTES,
    ({ weight }, key) => weight + weightOfKey(key),
  );

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly isRepeatable: IsRepeatable = () => true,
  ) {}

  /**
   * The answer, or undefined when graphql-js shall execute the query: not compiled, or something went wrong. Resolvers
   * then run a second time; graphql-jit words its errors differently, and ours are to be the same either way. What must not
   * run twice is never compiled.
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
    if (known !== undefined) return known.code;
    const times = (this.asked.get(key) ?? 0) + 1;
    this.asked.set(key, times);
    if (times < ASKED_BEFORE_COMPILED) return null;
    const code = this.compile(query);
    this.compiled.set(key, { code, weight: code ? weightOfDocument(query.document) * CODE_PER_DOCUMENT : 0 });
    return code;
  }

  private compile({ document, operationName }: CompilableQuery): CompiledQuery | null {
    if (!this.isRepeatable(typesOf(this.schema, document))) return null;
    try {
      const compiled = compileQuery(this.schema, document, operationName);
      return isCompiledQuery(compiled) ? compiled : null;
    } catch {
      return null;
    }
  }
}

/** The objects, interfaces and unions that a document selects from, in whichever of its operations. */
function typesOf(schema: GraphQLSchema, document: DocumentNode): Set<string> {
  const [types, info] = [new Set<string>(), new TypeInfo(schema)];
  const note = () => {
    const type = getNamedType(info.getType());
    if (isCompositeType(type) && type !== schema.getQueryType()) types.add(type.name);
  };
  visit(document, visitWithTypeInfo(info, { Field: note, InlineFragment: note, FragmentDefinition: note }));
  return types;
}
