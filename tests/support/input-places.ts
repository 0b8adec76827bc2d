import { readFileSync } from "node:fs";
import { join } from "node:path";

import {
  buildSchema,
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";

export type Values = Readonly<Record<string, unknown>>;
export type Input = GraphQLArgument | GraphQLInputField;

const SOME_ID = "00000000-0000-4000-8000-000000000000";
const ANY: Values = {
  String: "any",
  ID: SOME_ID,
  UUID: SOME_ID,
  Int: 1,
  Decimal: "1",
  DateTime: "2030-01-01T00:00:00Z",
};

/** The schema as in schema.graphql, which a test compares with what is served. */
export const SERVED = buildSchema(readFileSync(join(__dirname, "../../schema.graphql"), "utf8"));

/** An argument, or an input nested inside one. */
export interface InputPlace {
  /** From the argument down. */
  readonly inputs: readonly Input[];
}

/** The path that errors give for it: the first item of each list on the way. */
export function fieldOf({ inputs }: InputPlace): string[] {
  return inputs.flatMap(({ name, type }) => (isList(type) ? [name, "0"] : [name]));
}

export function placesIn(args: readonly Input[], above: readonly Input[] = []): InputPlace[] {
  return args.flatMap((input) => {
    const inputs = [...above, input];
    const inner = getNamedType(input.type);
    const below = isInputObjectType(inner)
      ? placesIn(Object.values(inner.getFields()), inputs)
      : [];
    return [{ inputs }, ...below];
  });
}

/**
 * `values` with `value` in one place, and with the required minimum in everything that leads to it.
 */
export function withValue(values: Values, inputs: readonly Input[], value: unknown): Values {
  const [input, ...rest] = inputs;
  if (!input) return values;
  return {
    ...values,
    [input.name]: rest.length === 0 ? value : placed(values[input.name], input.type, rest, value),
  };
}

function placed(
  given: unknown,
  type: GraphQLInputType,
  rest: readonly Input[],
  value: unknown,
): unknown {
  if (isNonNullType(type)) return placed(given, type.ofType, rest, value);
  if (isListType(type))
    return [placed((given as unknown[] | undefined)?.[0], type.ofType, rest, value)];
  return withValue((given ?? anyOf(type)) as Values, rest, value);
}

/** The limit as stated by the description of the input or of its type. */
export function statedIn({ description, type }: Input, what: "characters" | "items"): number {
  const said = `${description ?? ""} ${getNamedType(type).description ?? ""}`;
  const [, count = "NaN"] = new RegExp(`[Aa]t most ([\\d,]+) ${what}`).exec(said) ?? [];
  return Number(count.replaceAll(",", ""));
}

export function isList(type: GraphQLInputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** The smallest valid value of a type. */
export function anyOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return anyOf(type.ofType);
  if (isListType(type)) return [anyOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return ANY[type.name];
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, anyOf(field.type)]));
}
