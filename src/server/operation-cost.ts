import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  getNullableType,
  getOperationAST,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";

/** Rows that all `first` arguments of one operation may ask for together, nested ones multiplied. */
const MAX_NODES = 10_000;
/** Fields times the rows they stand in. A branch's whole menu with every detail is about 850 000 by this estimate. */
const MAX_VALUES = 1_000_000;
/** Of the names of fields in the answer, each with every row it stands in. That whole menu has about 6 million. */
const MAX_NAME_CHARACTERS = 20_000_000;
/** Lists without `first` are as long as a restaurant made them: sizes, options, lines of an order. */
const ASSUMED_LENGTH = 5;

/** One operation of a valid document, as the client sent it. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  /** Not coerced yet. */
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
}

/** Does the operation ask for more rows or values than anybody needs? Linear in the length of the document. */
export function isTooCostly(schema: GraphQLSchema, operation: AskedOperation): boolean {
  const node = getOperationAST(operation.document, operation.operationName);
  const root = node && schema.getRootType(node.operation);
  if (!node || !root) return false;
  const { values, nodes, names } = new Estimate(schema, operation).weigh(node.selectionSet, root, false);
  return values > MAX_VALUES || nodes > MAX_NODES || names > MAX_NAME_CHARACTERS;
}

interface Cost {
  readonly values: number;
  readonly nodes: number;
  /** Characters that the names of fields take in the answer. */
  readonly names: number;
}

const NOTHING: Cost = { values: 0, nodes: 0, names: 0 };

class Estimate {
  private readonly fragments = new Map<string, Cost>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly operation: AskedOperation,
  ) {}

  /** @param paged a page's own lists are as long as its `first`, which is counted already */
  weigh(set: SelectionSetNode, type: GraphQLCompositeType, paged: boolean): Cost {
    const costs = set.selections.map((selection) => this.weighSelection(selection, type, paged));
    return costs.reduce((sum, { values, nodes, names }) => {
      return { values: sum.values + values, nodes: sum.nodes + nodes, names: sum.names + names };
    }, NOTHING);
  }

  private weighSelection(selection: SelectionNode, type: GraphQLCompositeType, paged: boolean): Cost {
    if (selection.kind === Kind.FIELD) return this.weighField(selection, type, paged);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.weighFragment(selection.name.value, paged);
    const condition = selection.typeCondition && this.compositeType(selection.typeCondition.name.value);
    return this.weigh(selection.selectionSet, condition ?? type, paged);
  }

  private weighFragment(name: string, paged: boolean): Cost {
    const key = `${name} ${paged}`;
    const known = this.fragments.get(key);
    if (known) return known;
    const fragment = this.operation.document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) return NOTHING;
    const type = this.compositeType(fragment.typeCondition.name.value);
    const cost = type ? this.weigh(fragment.selectionSet, type, paged) : NOTHING;
    this.fragments.set(key, cost);
    return cost;
  }

  private weighField(field: FieldNode, type: GraphQLCompositeType, paged: boolean): Cost {
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
    const name = (field.alias ?? field.name).value.length;
    // Introspection is bounded by depth and the number of its fields.
    if (!definition) return { values: 1, nodes: 0, names: name };
    const first = this.first(field, definition);
    const length = first ?? (isListType(getNullableType(definition.type)) && !paged ? ASSUMED_LENGTH : 1);
    const below = getNamedType(definition.type);
    const inner =
      field.selectionSet && isCompositeType(below) ? this.weigh(field.selectionSet, below, first !== null) : NOTHING;
    return {
      values: 1 + length * inner.values,
      nodes: (first ?? 0) + length * inner.nodes,
      names: name + length * inner.names,
    };
  }

  /** null: the field is no page. */
  private first(field: FieldNode, definition: GraphQLField<unknown, unknown>): number | null {
    const argument = definition.args.find(({ name }) => name === "first");
    if (!argument) return null;
    const given = field.arguments?.find(({ name }) => name.value === "first");
    const asked = given ? this.numberOf(given.value) : undefined;
    const standard = typeof argument.defaultValue === "number" ? argument.defaultValue : 1;
    return Math.max(asked ?? standard, 0);
  }

  private numberOf(value: ValueNode): number | undefined {
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind !== Kind.VARIABLE) return undefined;
    const { document, operationName, variables } = this.operation;
    const name = value.name.value;
    const sent = variables?.[name];
    if (typeof sent === "number") return sent;
    const declared = getOperationAST(document, operationName)?.variableDefinitions?.find(
      ({ variable }) => variable.name.value === name,
    );
    return declared?.defaultValue?.kind === Kind.INT ? Number(declared.defaultValue.value) : undefined;
  }

  private compositeType(name: string): GraphQLCompositeType | undefined {
    const type = this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}
