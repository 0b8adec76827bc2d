import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";

import { isUuid } from "../../domain/ids";

/** As many digits of a second as anybody writes. */
const LONGEST_TIME = 60;

const LONGEST_CURSOR = 100;

const time = GraphQLDateTime.toConfig();

/** RFC 3339 with an offset. graphql-scalars itself takes any number of digits of a second. */
export const DateTime = new GraphQLScalarType({
  ...time,
  description: `${time.description} At most ${LONGEST_TIME} characters.`,
  parseValue: (value) => time.parseValue(ofTimeLength(value)),
  parseLiteral: (node, variables) => {
    if (node.kind === Kind.STRING) ofTimeLength(node.value);
    return time.parseLiteral(node, variables);
  },
});

function ofTimeLength(value: unknown): unknown {
  if (typeof value === "string" && value.length > LONGEST_TIME) throw new GraphQLError("DateTime is too long");
  return value;
}

function text(
  name: string,
  description: string,
  accepts: (value: string) => boolean,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value === "string" && accepts(value)) return value;
    throw new GraphQLError(`${name} cannot represent this value`);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: parse,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const Decimal = text("Decimal", 'A decimal number as a string: "449.90". Never a JSON float.', (value) =>
  /^-?\d{1,12}(\.\d{1,12})?$/.test(value),
);

export const Uuid = text("UUID", "A UUID of the POS or of ours.", isUuid);

export const EventCursor = text(
  "EventCursor",
  `A place in an order's history. Opaque; hand it back to go on from there. At most ${LONGEST_CURSOR} characters.`,
  (value) => value.length <= LONGEST_CURSOR,
);
