import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";

import { isUuid } from "../../domain/ids";

/** RFC 3339 with an offset. */
export const DateTime = GraphQLDateTime;

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
  "A place in an order's history. Opaque; hand it back to go on from there.",
  (value) => value.length <= 100,
);
