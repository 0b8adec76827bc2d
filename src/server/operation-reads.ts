import {
  type DocumentNode,
  getNamedType,
  getOperationAST,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
  valueFromASTUntyped,
  type ValueNode,
  visit,
} from "graphql";

import { type CacheKey } from "./cache-key";
import { type FieldUsage } from "./field-usage";
import { LeastRecentlyUsed } from "./least-recently-used";
import { type OperationRequest } from "./live-operation";
import { PARSE_OPTIONS } from "./prepare-operation";

/** Limit for kept outlines. */
const MAX_KEPT_BYTES = 8 * 2 ** 20;
/**
 * Bytes per argument value, counting each list, object and scalar in it; measured with graphql
 * 16.15, without locations.
 */
const BYTES_PER_VALUE = 250;

/** The parts of a query that determine who may share its answer. */
export interface OperationReads {
  /**
   * The root fields, with the arguments that the client gave; default values of variables are left
   * out.
   */
  readonly fields: readonly {
    readonly name: string;
    readonly args: Readonly<Record<string, unknown>>;
  }[];
  /** Names of the object types, interfaces and unions from which it selects, except the root. */
  readonly types: ReadonlySet<string>;
  /** Field numbers as counted by `FieldUsage`. */
  readonly used: readonly number[];
}

interface Outline {
  /** Size in bytes. */
  readonly weight: number;
  readonly fields: readonly {
    readonly name: string;
    readonly args: ReadonlyMap<string, ValueNode>;
  }[];
  readonly types: ReadonlySet<string>;
  readonly used: readonly number[];
}

/** Reads queries without running them, and keeps the outline of recurring ones. */
export class OperationReader {
  /** By document and operation. Anything that is not a valid query is not kept. */
  private readonly outlines = new LeastRecentlyUsed<Outline>(
    MAX_KEPT_BYTES,
    ({ weight }) => weight,
  );

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly usage?: Pick<FieldUsage, "read">,
  ) {}

  /**
   * @param key of document and operation
   * @returns undefined for mutations, subscriptions, and anything that does not parse or obviously
   *   does not fit the schema
   */
  reads(
    { query, operationName, variables }: OperationRequest,
    key: CacheKey,
  ): OperationReads | undefined {
    const known = this.outlines.get(key);
    const outline = known ?? this.outline(query, operationName);
    if (!outline) return undefined;
    if (!known) this.outlines.set(key, outline);
    const fields = outline.fields.map(({ name, args }) => ({
      name,
      args: Object.fromEntries(
        [...args].map(([arg, value]) => [arg, valueFromASTUntyped(value, variables)]),
      ),
    }));
    return { fields, types: outline.types, used: outline.used };
  }

  private outline(query: string, operationName: string | null | undefined): Outline | null {
    try {
      // Without token locations, because each argument would retain all of them.
      const document = parse(query, { ...PARSE_OPTIONS, noLocation: true });
      const operation = getOperationAST(document, operationName);
      const root = this.schema.getQueryType();
      if (!root || operation?.operation !== OperationTypeNode.QUERY) return null;
      const sketch = new Sketch(this.schema, document);
      sketch.draw(operation.selectionSet, root, true);
      const { fields, types } = sketch;
      const used = this.usage?.read(document) ?? [];
      return { fields, types, used, weight: weightOf(fields, query) + used.length * 8 };
    } catch {
      // The client made a mistake; executing the query reports which.
      return null;
    }
  }
}

/** In bytes. A text in an argument is a slice of the document and retains all of it. */
function weightOf(fields: Outline["fields"], query: string): number {
  let values = 0;
  const count = () => void (values += 1);
  for (const value of fields.flatMap(({ args }) => [...args.values()]))
    visit(value, { enter: count });
  return 2 * query.length + values * BYTES_PER_VALUE;
}

class Sketch {
  readonly fields: { name: string; args: ReadonlyMap<string, ValueNode> }[] = [];
  readonly types = new Set<string>();
  private readonly drawn = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
  ) {}

  /** @throws {Error} a field or type is not in the schema */
  draw({ selections }: SelectionSetNode, type: GraphQLCompositeType, isRoot: boolean): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) this.drawFragment(selection.name.value, isRoot);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        this.draw(
          selection.selectionSet,
          condition === undefined ? type : this.named(condition, isRoot),
          isRoot,
        );
      } else {
        const name = selection.name.value;
        const args = new Map(
          selection.arguments?.map((argument) => [argument.name.value, argument.value]),
        );
        if (isRoot) this.fields.push({ name, args });
        if (name.startsWith("__")) continue;
        const definition =
          isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
        if (!definition) throw new Error(`There is no ${name}`);
        const below = getNamedType(definition.type);
        if (selection.selectionSet)
          this.draw(selection.selectionSet, this.named(below.name, false), false);
      }
    }
  }

  /** Visits each fragment once, so that nested repeats do not double the work. */
  private drawFragment(name: string, isRoot: boolean): void {
    if (this.drawn.has(name)) return;
    this.drawn.add(name);
    const fragment = this.document.definitions.find(
      (definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    if (fragment?.kind !== Kind.FRAGMENT_DEFINITION)
      throw new Error(`There is no fragment ${name}`);
    this.draw(fragment.selectionSet, this.named(fragment.typeCondition.name.value, isRoot), isRoot);
  }

  private named(name: string, isRoot: boolean): GraphQLCompositeType {
    const type = this.schema.getType(name);
    if (!isCompositeType(type)) throw new Error(`There is no ${name} to select from`);
    if (!isRoot) this.types.add(name);
    return type;
  }
}
