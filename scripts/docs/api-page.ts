import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from "graphql";

const HEAD = `# The API

Written by \`npm run schema\` from the schema that the gateway serves; do not edit. Examples are in the
[README](../README.md), with the codes of errors and the limits.
`;

/** A page with every operation and type of the schema and their descriptions. */
export function apiPage(schema: GraphQLSchema): string {
  const roots = [
    ["Queries", schema.getQueryType()],
    ["Mutations", schema.getMutationType()],
    ["Subscriptions", schema.getSubscriptionType()],
  ] as const;
  const operations = roots.map(
    ([title, type]) => `## ${title}\n\n${fieldsOf(type).map(operation).join("\n\n")}`,
  );
  const names = roots.map(([, type]) => type?.name);
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isBuiltIn(type) && !names.includes(type.name),
  );
  return [HEAD, ...operations, `## Types\n\n${types.map(section).join("\n\n")}`]
    .join("\n")
    .concat("\n");
}

/** A field, an argument or an input field. */
interface Described {
  readonly name: string;
  readonly type: GraphQLType;
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
  readonly args?: readonly GraphQLArgument[];
  readonly defaultValue?: unknown;
}

function fieldsOf(type: GraphQLNamedType | null | undefined): GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

function isBuiltIn(type: GraphQLNamedType): boolean {
  return isIntrospectionType(type) || isSpecifiedScalarType(type);
}

function operation(field: GraphQLField<unknown, unknown>): string {
  const parts = [`### ${field.name}`, textOf(field), `Returns ${typeLink(field.type)}.`];
  if (field.args.length > 0) parts.push(table("Argument", field.args));
  return parts.filter((part) => part !== "").join("\n\n");
}

function section(type: GraphQLNamedType): string {
  const parts = [`### ${kindOf(type)} ${type.name}`, type.description ?? "", contentsOf(type)];
  return parts.filter((part) => part !== "").join("\n\n");
}

function kindOf(type: GraphQLNamedType): string {
  if (isInputObjectType(type)) return "input";
  if (isEnumType(type)) return "enum";
  if (isInterfaceType(type)) return "interface";
  if (isUnionType(type)) return "union";
  return isScalarType(type) ? "scalar" : "type";
}

function contentsOf(type: GraphQLNamedType): string {
  if (isInputObjectType(type)) return table("Field", Object.values(type.getFields()));
  if (isUnionType(type)) return type.getTypes().map(typeLink).join(" · ");
  if (isEnumType(type)) {
    const rows = type.getValues().map((value) => `| \`${value.name}\` | ${cell(textOf(value))} |`);
    return ["| Value | Meaning |", "|---|---|", ...rows].join("\n");
  }
  return isObjectType(type) || isInterfaceType(type) ? table("Field", fieldsOf(type)) : "";
}

function table(title: string, fields: readonly Described[]): string {
  const rows = fields.map(
    (field) =>
      `| \`${signature(field)}\` | ${typeLink(field.type)} | ${cell(withArguments(field))} |`,
  );
  return [`| ${title} | Type | What it is |`, "|---|---|---|", ...rows].join("\n");
}

function signature({ name, args = [], defaultValue: standard }: Described): string {
  const given = args.map((arg) => `${arg.name}: ${String(arg.type)}`).join(", ");
  return `${name}${given && `(${given})`}${standard === undefined ? "" : ` = ${JSON.stringify(standard)}`}`;
}

function textOf({
  description,
  deprecationReason,
}: Pick<Described, "description" | "deprecationReason">): string {
  const notice = deprecationReason ? `**Deprecated**: ${deprecationReason}` : "";
  return [description ?? "", notice].filter((part) => part !== "").join(" ");
}

/**
 * The description of a field, and of the arguments, which otherwise appear only in its signature.
 */
function withArguments(field: Described): string {
  const told = (field.args ?? []).filter(({ description }) => description);
  return [textOf(field), ...told.map((arg) => `\`${arg.name}\`: ${textOf(arg)}`)]
    .filter((part) => part !== "")
    .join(" ");
}

function typeLink(type: GraphQLType): string {
  const named = getNamedType(type);
  if (isBuiltIn(named)) return `\`${String(type)}\``;
  return `[\`${String(type)}\`](#${kindOf(named)}-${named.name.toLowerCase()})`;
}

function cell(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").replace(/\|/g, "\\|");
}
