import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  getOperationAST,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isInterfaceType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from "graphql";

import { type AskedField } from "./data-shape";

/** One operation of a valid document, as the client sent it. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  /** Not coerced yet. */
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
}

/** A valid operation, read in order to assess it. */
export class OperationReading {
  /** Root type of the operation; undefined when the document has no such operation. */
  readonly root: GraphQLObjectType | undefined;
  /** The root fields, including those from fragments. */
  readonly rootFields: readonly FieldNode[];
  private readonly variables = Object.create(null) as Record<string, unknown>;

  constructor(
    readonly schema: GraphQLSchema,
    private readonly operation: AskedOperation,
  ) {
    const node = getOperationAST(operation.document, operation.operationName);
    this.root = (node && schema.getRootType(node.operation)) ?? undefined;
    this.rootFields = node && this.root ? this.fieldsOf(node.selectionSet) : [];
    for (const { variable, defaultValue } of node?.variableDefinitions ?? []) {
      const name = variable.name.value;
      const sent = operation.variables ?? {};
      if (Object.hasOwn(sent, name)) this.variables[name] = sent[name];
      else if (defaultValue) this.variables[name] = valueFromASTUntyped(defaultValue);
    }
  }

  /**
   * A field with its arguments; omitted ones take the schema's default. undefined: `__typename`.
   */
  asked(field: FieldNode, type: GraphQLCompositeType | undefined): AskedField | undefined {
    const definition =
      type && (metaFieldOf(field, type === this.root) ?? definitionOf(field, type));
    if (!definition) return undefined;
    const args = Object.create(null) as Record<string, unknown>;
    for (const { name, defaultValue } of definition.args) {
      const given = field.arguments?.find((argument) => argument.name.value === name);
      const value = given ? valueFromASTUntyped(given.value, this.variables) : undefined;
      args[name] = value === undefined ? defaultValue : value;
    }
    return { coordinate: `${type.name}.${field.name.value}`, args, definition };
  }

  /** What a fragment selects, and its type condition, if it has one. */
  expanded(selection: FragmentSpreadNode | InlineFragmentNode): {
    readonly set: SelectionSetNode | undefined;
    readonly condition: string | undefined;
  } {
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? this.fragment(selection.name.value) : selection;
    return { set: fragment?.selectionSet, condition: fragment?.typeCondition?.name.value };
  }

  private fieldsOf({ selections }: SelectionSetNode): FieldNode[] {
    return selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      const { set } = this.expanded(selection);
      return set ? this.fieldsOf(set) : [];
    });
  }

  private fragment(name: string): FragmentDefinitionNode | undefined {
    const { definitions } = this.operation.document;
    return definitions.find(
      (definition): definition is FragmentDefinitionNode =>
        definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
  }
}

/** Whether a field asks for the schema. */
export function isIntrospection({ name }: FieldNode): boolean {
  return name.value === SchemaMetaFieldDef.name || name.value === TypeMetaFieldDef.name;
}

function metaFieldOf(
  { name }: FieldNode,
  atRoot: boolean,
): GraphQLField<unknown, unknown> | undefined {
  return atRoot
    ? [SchemaMetaFieldDef, TypeMetaFieldDef].find((each) => each.name === name.value)
    : undefined;
}

function definitionOf(
  field: FieldNode,
  type: GraphQLCompositeType,
): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type)
    ? type.getFields()[field.name.value]
    : undefined;
}
