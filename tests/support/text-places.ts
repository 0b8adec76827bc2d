import { getNamedType, type GraphQLField, isObjectType } from "graphql";

import {
  anyOf,
  fieldOf,
  type Input,
  type InputPlace,
  isList,
  placesIn,
  SERVED,
  statedIn,
  type Values,
  withValue,
} from "./input-places";

interface AskedPlace {
  /** Such as "createOrder(input.customer.name)". */
  readonly name: string;
  /** The root field. */
  readonly field: string;
  /** Where errors locate it, as `userErrors` do. */
  readonly place: readonly string[];
}

export interface Request {
  readonly query: string;
  readonly variables: Values;
}

/** One text that a caller may send: an argument, or a value nested inside an input. */
export interface TextPlace extends AskedPlace {
  /** The stated maximum; NaN when none is stated. */
  readonly characters: number;
  /** @param good arguments that the field accepts; the request has `text` in this place of them */
  readonly requestWith: (text: string, good?: Values) => Request;
}

/** One list that a caller may send. */
export interface ListPlace extends AskedPlace {
  /** The stated maximum; NaN when none is stated. */
  readonly items: number;
  /**
   * @param good arguments that the field accepts; the request has this many items in this place of
   *   them
   */
  readonly requestWith: (count: number, good?: Values) => Request;
}

type Operation = "query" | "mutation" | "subscription";
type Field = GraphQLField<unknown, unknown>;

/** Everything else that a caller sends is checked by its scalar. */
const TEXTS = new Set(["String", "ID", "EventCursor"]);

/** All text places of queries and mutations. */
export function textPlaces(operations: readonly Operation[] = ["query", "mutation"]): TextPlace[] {
  return operations.flatMap(fieldsOf).flatMap(([operation, field]) =>
    placesIn(field.args)
      .filter(({ inputs }) => TEXTS.has(getNamedType(lastOf(inputs).type).name))
      .map((place) => ({
        ...asked(field, place),
        characters: statedIn(lastOf(place.inputs), "characters"),
        requestWith: (text, good = {}) => {
          const value = isList(lastOf(place.inputs).type) ? [text] : text;
          return requestOf(operation, field, withValue(good, place.inputs, value));
        },
      })),
  );
}

/** All list places of queries and mutations. */
export function listPlaces(operations: readonly Operation[] = ["query", "mutation"]): ListPlace[] {
  return operations.flatMap(fieldsOf).flatMap(([operation, field]) =>
    placesIn(field.args)
      .filter(({ inputs }) => isList(lastOf(inputs).type))
      .map((place) => ({
        ...asked(field, place),
        place: fieldOf(place).slice(0, -1),
        items: statedIn(lastOf(place.inputs), "items"),
        requestWith: (count, good = {}) => {
          const [item] = anyOf(lastOf(place.inputs).type) as unknown[];
          return requestOf(
            operation,
            field,
            withValue(good, place.inputs, Array(count).fill(item)),
          );
        },
      })),
  );
}

function fieldsOf(operation: Operation): (readonly [Operation, Field])[] {
  const roots = {
    query: SERVED.getQueryType(),
    mutation: SERVED.getMutationType(),
    subscription: SERVED.getSubscriptionType(),
  };
  return Object.values(roots[operation]?.getFields() ?? {}).map((field) => [operation, field]);
}

function asked(field: Field, place: InputPlace): AskedPlace {
  const path = place.inputs.map(({ name }) => name).join(".");
  return { name: `${field.name}(${path})`, field: field.name, place: fieldOf(place) };
}

function requestOf(operation: Operation, field: Field, variables: Values): Request {
  return { query: documentOf(operation, field, Object.keys(variables)), variables };
}

function documentOf(
  operation: Operation,
  { name, args, type }: Field,
  given: readonly string[],
): string {
  const answer = getNamedType(type);
  const fields = isObjectType(answer) ? answer.getFields() : {};
  const asked = [
    fields["userErrors"] && "userErrors { code field }",
    fields["quote"] && "quote { warnings { code field } }",
    fields["nodes"] && "nodes { __typename }",
  ];
  const variables = args
    .filter((arg) => given.includes(arg.name))
    .map((arg) => `$${arg.name}: ${String(arg.type)}`);
  return `${operation} (${variables.join(", ")}) {
    ${name}(${given.map((each) => `${each}: $${each}`).join(", ")}) { __typename ${asked.filter(Boolean).join(" ")} }
  }`;
}

function lastOf(inputs: readonly Input[]): Input {
  const last = inputs.at(-1);
  if (!last) throw new Error("A place has an input");
  return last;
}
