import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";

import { isUuid } from "../../domain/ids";
import { decimalFromNumber, decimalFromText, PLAIN_DECIMAL } from "../../domain/texts/decimal-text";
import { keyOf } from "../../domain/texts/typed-text";

/** As many fractional digits of a second as anyone writes. */
const LONGEST_TIME = 60;

const LONGEST_CURSOR = 100;

/** A UUID, plus whatever copying adds to it. */
const LONGEST_ID = 60;

const time = GraphQLDateTime.toConfig();

/** RFC 3339 with an offset. graphql-scalars itself accepts any number of fractional digits. */
export const DateTime = new GraphQLScalarType({
  ...time,
  specifiedByURL: "https://scalars.graphql.org/andimarek/date-time.html",
  description: `${time.description} At most ${LONGEST_TIME} characters.`,
  parseValue: (value) => time.parseValue(ofTimeLength(value)),
  parseLiteral: (node, variables) => {
    if (node.kind === Kind.STRING) ofTimeLength(node.value);
    return time.parseLiteral(node, variables);
  },
});

function ofTimeLength(value: unknown): unknown {
  if (typeof value === "string" && value.length > LONGEST_TIME)
    throw new GraphQLError("DateTime is too long");
  return value;
}

function text(
  name: string,
  description: string,
  read: (value: string) => string | undefined,
  specifiedByURL?: string,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    const known = typeof value === "string" ? read(value) : undefined;
    if (known !== undefined) return known;
    throw new GraphQLError(`${name} cannot represent this value`);
  };
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL,
    serialize: parse,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

function decimal(value: string | undefined): string {
  if (value !== undefined) return value;
  throw new GraphQLError("Decimal cannot represent this value");
}

export const Decimal = new GraphQLScalarType<string, string>({
  name: "Decimal",
  description:
    'A decimal number with at most 12 digits before and 12 after the point. Always a string in answers: "449.90". Arguments may also be written as people do, "1 995,00", or as a number; no precision is lost.',
  serialize: (value) =>
    decimal(typeof value === "string" && PLAIN_DECIMAL.test(value) ? value : undefined),
  parseValue: (value) => {
    if (typeof value === "number") return decimal(decimalFromNumber(value));
    return decimal(typeof value === "string" ? decimalFromText(value) : undefined);
  },
  parseLiteral: (node) => {
    if (node.kind === Kind.INT || node.kind === Kind.FLOAT)
      return decimal(decimalFromNumber(node.value));
    return decimal(node.kind === Kind.STRING ? decimalFromText(node.value) : undefined);
  },
});

export const Uuid = text(
  "UUID",
  "A UUID of the POS or of the gateway.",
  (value) => {
    const id = value.length <= LONGEST_ID ? keyOf(value) : "";
    return isUuid(id) ? id.toLowerCase() : undefined;
  },
  "https://www.rfc-editor.org/rfc/rfc9562",
);

export const EventCursor = text(
  "EventCursor",
  `A position in an order's history. Opaque; pass it back to continue from there. At most ${LONGEST_CURSOR} characters.`,
  (value) => (value.length <= LONGEST_CURSOR ? value : undefined),
);
