import {
  getNamedType,
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";

/** How scalars are represented in JSON; dates, decimals, cursors and ids are strings. */
const NOT_STRINGS: Readonly<Record<string, string>> = {
  Boolean: "boolean",
  Int: "number",
  Float: "number",
};

/**
 * Prints types of the schema as TypeScript, and remembers which of them need their own declaration.
 */
export class TypePrinter {
  private readonly named = new Map<string, GraphQLEnumType | GraphQLInputObjectType>();

  /** @param name how to write the innermost type */
  reference(type: GraphQLType, name: string = this.nameOf(getNamedType(type))): string {
    if (isNonNullType(type)) return this.withoutNull(type.ofType, name);
    return `${this.withoutNull(type, name)} | null`;
  }

  /** A field of an input, or a variable: optional if it has a default or may be null. */
  argument(field: Pick<GraphQLInputField, "name" | "type" | "defaultValue">): string {
    const required = isNonNullType(field.type) && field.defaultValue === undefined;
    const optional = required ? "" : "?";
    return `readonly ${field.name}${optional}: ${this.reference(field.type)}${required ? "" : " | undefined"};`;
  }

  /** Everything that was referred to, directly or indirectly, by name. */
  declarations(): string {
    const printed = new Map<string, string>();
    // Printing an input object may add further types, which the loop then visits too.
    for (const [name, type] of this.named)
      printed.set(name, isEnumType(type) ? enumeration(type) : this.input(type));
    const byName = [...printed].sort(([one], [other]) => (one < other ? -1 : 1));
    return byName.map(([, text]) => text).join("\n\n");
  }

  private nameOf(type: GraphQLNamedType): string {
    if (!isEnumType(type) && !isInputObjectType(type)) return NOT_STRINGS[type.name] ?? "string";
    this.named.set(type.name, type);
    return type.name;
  }

  private withoutNull(type: GraphQLType, name: string): string {
    if (!isListType(type)) return name;
    const inner = this.reference(type.ofType as GraphQLType, name);
    return isNonNullType(type.ofType) ? `readonly ${inner}[]` : `readonly (${inner})[]`;
  }

  private input(type: GraphQLInputObjectType): string {
    const fields = Object.values(type.getFields());
    const lines = fields.flatMap((field) => [
      ...comment(field.description, "  "),
      `  ${this.argument(field)}`,
    ]);
    return [...comment(type.description), `export interface ${type.name} {`, ...lines, "}"].join(
      "\n",
    );
  }
}

function enumeration(type: GraphQLEnumType): string {
  const values = type.getValues().map(({ name }) => `  | "${name}"`);
  return [...comment(type.description), `export type ${type.name} =`, `${values.join("\n")};`].join(
    "\n",
  );
}

export function comment(description: string | null | undefined, indent = ""): string[] {
  return description ? [`${indent}/** ${description.replace(/\s+/g, " ").trim()} */`] : [];
}
