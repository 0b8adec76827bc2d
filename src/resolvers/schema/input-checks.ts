import {
  defaultFieldResolver,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLFieldResolver,
  GraphQLID,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  GraphQLString,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

import { type Text } from "../../domain/texts/locale";
import { isLonger } from "../../domain/texts/text-length";
import { InvalidInput } from "../../errors";
import { type Input, inWords, type Maximum, maximumOf } from "./input-maxima";

type Key = string | number;

/**
 * Something too long, found on the way back: its path is built only once there is something to
 * report.
 */
interface Excess {
  readonly path: Key[];
  readonly limit: Text;
}

type Check = (value: unknown) => Excess | undefined;
type Part = readonly [name: string, check: Check];
type Resolve = GraphQLFieldResolver<unknown, unknown>;

/**
 * Makes every field of the schema refuse texts and lists that are longer than stated, before any of
 * it runs: with BAD_USER_INPUT, naming the place and not the value. Checks the values as resolvers
 * receive them, whether they came from variables, the document or defaults. Fields that take none
 * stay unchanged.
 */
export function checkInputs(schema: GraphQLSchema): void {
  const checks = new InputChecks();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields()))
      guard(field, checks.ofArguments(field.args));
  }
}

function guard(field: GraphQLField<unknown, unknown>, check: Check | undefined): void {
  if (!check) return;
  // A subscription's arguments are the same for every one of its events.
  if (field.subscribe) field.subscribe = checked(field.subscribe, check);
  else field.resolve = checked(field.resolve ?? defaultFieldResolver, check);
}

function checked(resolve: Resolve, check: Check): Resolve {
  return (source, args, context, info) => {
    const excess = check(args);
    if (excess) throw refusalOf(excess);
    return resolve(source, args, context, info);
  };
}

function refusalOf({ path, limit }: Excess): InvalidInput {
  const place = path.map((key, index) =>
    typeof key === "number" ? `[${key}]` : `${index > 0 ? "." : ""}${key}`,
  );
  const named = place.join("");
  const text = { en: `${named}: at most ${limit.en}`, ru: `${named}: не больше ${limit.ru}` };
  return new InvalidInput(text, { field: path.map(String) });
}

/** Checks of values, one for each input type, however often it is used. */
class InputChecks {
  private readonly ofInputs = new Map<GraphQLInputObjectType, Check>();

  ofArguments(args: readonly GraphQLArgument[]): Check | undefined {
    const parts = this.partsOf(args);
    return parts.length > 0 ? (values) => firstExcess(parts, values) : undefined;
  }

  private partsOf(inputs: readonly Input[]): Part[] {
    return inputs.flatMap((input): Part[] => {
      const check = this.of(input.type, maximumOf(input));
      return check ? [[input.name, check]] : [];
    });
  }

  private of(type: GraphQLInputType, maximum: Maximum): Check | undefined {
    if (isNonNullType(type)) return this.of(type.ofType, maximum);
    if (isListType(type)) return listCheck(maximum, this.of(type.ofType, maximum));
    if (isInputObjectType(type)) return this.ofInput(type);
    if (type !== GraphQLString && type !== GraphQLID) return undefined;
    return maximum.asUserError || maximum.characters === undefined
      ? undefined
      : textCheck(maximum.characters);
  }

  private ofInput(type: GraphQLInputObjectType): Check {
    const known = this.ofInputs.get(type);
    if (known) return known;
    const parts: Part[] = [];
    const check: Check = (value) => firstExcess(parts, value);
    // Registered before its fields are processed, because a type may contain itself.
    this.ofInputs.set(type, check);
    parts.push(...this.partsOf(Object.values(type.getFields())));
    return check;
  }
}

function textCheck(max: number): Check {
  const limit = { en: inWords(max, "characters"), ru: `${max} символов` };
  return (value) =>
    typeof value === "string" && isLonger(value, max) ? { path: [], limit } : undefined;
}

function listCheck(
  { items = Infinity, asUserError }: Maximum,
  ofItem: Check | undefined,
): Check | undefined {
  const max = asUserError ? Infinity : items;
  if (max === Infinity && !ofItem) return undefined;
  const limit = { en: inWords(max, "items"), ru: `${max} элементов` };
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    if (value.length > max) return { path: [], limit };
    return ofItem && excessInList(value, ofItem);
  };
}

function excessInList(list: readonly unknown[], ofItem: Check): Excess | undefined {
  for (let index = 0; index < list.length; index++) {
    const excess = ofItem(list[index]);
    if (excess) return below(index, excess);
  }
  return undefined;
}

function firstExcess(parts: readonly Part[], value: unknown): Excess | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, check] of parts) {
    const excess = check((value as Readonly<Record<string, unknown>>)[name]);
    if (excess) return below(name, excess);
  }
  return undefined;
}

function below(key: Key, excess: Excess): Excess {
  excess.path.unshift(key);
  return excess;
}
