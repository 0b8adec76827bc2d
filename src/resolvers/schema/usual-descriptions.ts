import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from "graphql";

/** Arguments that mean the same everywhere. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  first: "Maximum number of entries on the page, 0 to 100.",
  after:
    "`pageInfo.endCursor` of the previous page. If omitted, the list starts from the beginning.",
};

/** Fields that mean the same everywhere. */
const FIELDS: Readonly<Record<string, string>> = {
  userErrors:
    "Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success.",
};

/**
 * Adds a description to arguments and fields that mean the same everywhere, unless they have one of
 * their own.
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

/** type-graphql offers no place for their descriptions. */
function describeRoots(schema: GraphQLSchema): void {
  const roots: readonly (readonly [GraphQLObjectType | null | undefined, string])[] = [
    [schema.getQueryType(), "All read operations."],
    [
      schema.getMutationType(),
      "All operations that change something. Mistakes in the input are reported in `userErrors`; nothing is changed in that case.",
    ],
    [schema.getSubscriptionType(), "Live updates, over a WebSocket or as server-sent events."],
  ];
  for (const [type, description] of roots) if (type) type.description ??= description;
}
