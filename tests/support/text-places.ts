import {
  buildSchema,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
} from "graphql";
import { readFileSync } from "node:fs";
import { join } from "node:path";

type Values = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

/** One text that a caller may send: an argument, or something deep inside an input. */
export interface TextPlace {
  /** As "createOrder(input.customer.name)". */
  readonly name: string;
  readonly field: string;
  /** @param good arguments that the field takes; they hold `text` in this place then */
  readonly requestWith: (text: string, good?: Values) => { readonly query: string; readonly variables: Values };
}

/** What else a caller sends is checked by its scalar. */
const TEXTS = new Set(["String", "ID", "EventCursor"]);

const SOME_ID = "00000000-0000-4000-8000-000000000000";
const ANY: Values = {
  String: "any",
  ID: SOME_ID,
  UUID: SOME_ID,
  Int: 1,
  Decimal: "1",
  DateTime: "2030-01-01T00:00:00Z",
};

/** All of queries and mutations, by schema.graphql. */
export function textPlaces(): TextPlace[] {
  const schema = buildSchema(readFileSync(join(__dirname, "../../schema.graphql"), "utf8"));
  const placesOf = (operation: string, field: Field): TextPlace[] =>
    field.args.flatMap(pathsOf).map((path) => ({
      name: `${field.name}(${path.join(".")})`,
      field: field.name,
      requestWith: (text, good = {}) => {
        const variables = withText(good, field.args, path, text);
        return { query: documentOf(operation, field, Object.keys(variables)), variables };
      },
    }));
  return [
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => placesOf("query", field)),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) => placesOf("mutation", field)),
  ];
}

function pathsOf({ name, type }: GraphQLArgument | GraphQLInputField): string[][] {
  const inner = getNamedType(type);
  if (!isInputObjectType(inner)) return TEXTS.has(inner.name) ? [[name]] : [];
  return Object.values(inner.getFields()).flatMap((field) => pathsOf(field).map((path) => [name, ...path]));
}

function documentOf(operation: string, { name, args, type }: Field, given: readonly string[]): string {
  const answer = getNamedType(type);
  const fields = isObjectType(answer) ? answer.getFields() : {};
  const asked = [fields["userErrors"] && "userErrors { field }", fields["nodes"] && "nodes { __typename }"];
  const variables = args.filter((arg) => given.includes(arg.name)).map((arg) => `$${arg.name}: ${String(arg.type)}`);
  return `${operation} (${variables.join(", ")}) {
    ${name}(${given.map((each) => `${each}: $${each}`).join(", ")}) { __typename ${asked.filter(Boolean).join(" ")} }
  }`;
}

function withText(
  values: Values,
  fields: readonly (GraphQLArgument | GraphQLInputField)[],
  [name = "", ...rest]: readonly string[],
  text: string,
): Values {
  const field = fields.find((each) => each.name === name);
  if (!field) throw new Error(`There is no ${name}`);
  return { ...values, [name]: placed(values[name], field.type, rest, text) };
}

function placed(value: unknown, type: GraphQLInputType, path: readonly string[], text: string): unknown {
  if (isNonNullType(type)) return placed(value, type.ofType, path, text);
  if (isListType(type)) return [placed((value as unknown[] | undefined)?.[0], type.ofType, path, text)];
  if (!isInputObjectType(type)) return text;
  return withText((value ?? anyOf(type)) as Values, Object.values(type.getFields()), path, text);
}

function anyOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return anyOf(type.ofType);
  if (isListType(type)) return [anyOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return ANY[type.name];
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, anyOf(field.type)]));
}
