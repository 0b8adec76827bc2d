import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from "graphql";

/** Arguments that mean the same wherever they stand. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  first: "How many entries the page has at most, 0 to 100.",
  after: "`pageInfo.endCursor` of the page before; left out: from the beginning of the list.",
};

/** Fields that do. */
const FIELDS: Readonly<Record<string, string>> = {
  userErrors:
    "What the caller can mend, all of it at once: nothing has changed then. Empty: it was done.",
};

/**
 * Gives arguments and fields that mean the same everywhere their description, where they say
 * nothing else themselves.
 */
export function describeUsual(schema: GraphQLSchema): void {
  describeRoots(schema);
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      field.description ??= FIELDS[field.name];
      for (const argument of field.args) argument.description ??= ARGUMENTS[argument.name];
    }
  }
}

/** type-graphql has no place for what they are. */
function describeRoots(schema: GraphQLSchema): void {
  const roots: readonly (readonly [GraphQLObjectType | null | undefined, string])[] = [
    [schema.getQueryType(), "Everything that can be read."],
    [
      schema.getMutationType(),
      "Everything that changes something. What a caller can mend is told in `userErrors`; nothing has changed then.",
    ],
    [
      schema.getSubscriptionType(),
      "What is told as it happens, over a WebSocket or as server-sent events.",
    ],
  ];
  for (const [type, description] of roots) if (type) type.description ??= description;
}
