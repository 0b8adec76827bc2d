import {
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";

import { comment, type TypePrinter } from "./type-printer";

interface SelectedField {
  readonly field: GraphQLField<unknown, unknown> | "__typename";
  readonly selections: SelectionSetNode[];
}

/**
 * Prints the answer to a selection as a TypeScript type: an object, or a union with one member for
 * each possible type.
 */
export class AnswerPrinter {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly types: TypePrinter,
  ) {}

  print(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], indent = ""): string {
    if (isObjectType(type)) return this.object(type, sets, indent);
    const members = this.schema
      .getPossibleTypes(type)
      .map((each) => this.object(each, sets, indent));
    return [...new Set(members)].join(" | ");
  }

  /** A named fragment keeps its name, so that applications can refer to it. */
  private object(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    indent: string,
  ): string {
    const inner = `${indent}  `;
    const lines = [...this.collect(type, sets)].flatMap(([name, { field, selections }]) => {
      if (field === "__typename") return [`${inner}readonly __typename: "${type.name}";`];
      const value = this.types.reference(field.type, this.valueOf(field, selections, inner));
      return [...comment(field.description, inner), `${inner}readonly ${name}: ${value};`];
    });
    return ["{", ...lines, `${indent}}`].join("\n");
  }

  private valueOf(
    field: GraphQLField<unknown, unknown>,
    sets: SelectionSetNode[],
    indent: string,
  ): string | undefined {
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return undefined;
    const [only, ...others] = sets.flatMap(({ selections }) => selections);
    if (others.length === 0 && only?.kind === Kind.FRAGMENT_SPREAD) return only.name.value;
    const printed = this.print(type, sets, indent);
    return isAbstractType(type) ? `(${printed})` : printed;
  }

  private collect(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
  ): Map<string, SelectedField> {
    const fields = new Map<string, SelectedField>();
    const visit = (set: SelectionSetNode) => {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          const name = selection.name.value;
          const field = name === "__typename" ? name : type.getFields()[name];
          if (!field) throw new Error(`${type.name} has no field ${name}`);
          const answered = selection.alias?.value ?? name;
          const known = fields.get(answered) ?? { field, selections: [] };
          fields.set(answered, known);
          if (selection.selectionSet) known.selections.push(selection.selectionSet);
          continue;
        }
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? this.fragments.get(selection.name.value)
            : selection;
        if (fragment && this.applies(fragment.typeCondition?.name.value, type))
          visit(fragment.selectionSet);
      }
    };
    sets.forEach(visit);
    return fields;
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    const wanted = condition === undefined ? type : this.schema.getType(condition);
    return wanted === type || (isAbstractType(wanted) && this.schema.isSubType(wanted, type));
  }
}
