import {
  type ASTVisitor,
  type DefinitionNode,
  type DocumentNode,
  GraphQLError,
  Kind,
  type ValidationContext,
} from "graphql";

import { Scale, type Weight } from "./operation-weight";

/**
 * Limit for one document, in UTF-16 units. Our longest one, a whole menu with every detail, has
 * 3,000.
 */
const MAX_DOCUMENT_LENGTH = 20_000;

/**
 * Lexical tokens in one document, excluding comments; the parser stops there, before any rule runs.
 * GraphiQL's introspection has 700.
 */
export const MAX_TOKENS = 5_000;

/**
 * Nesting of fields with fragments expanded. GraphiQL's introspection is exactly this deep
 * (`ofType` nine times).
 */
const MAX_DEPTH = 15;

/** Fields in one operation with fragments expanded: bounds what doubling fragments can ask for. */
const MAX_FIELDS = 1_500;

const MAX_ROOT_FIELDS = 30;

/**
 * Occurrences of the same root field, aliased or not: each is a guess at a token, a phone or a
 * number.
 */
const MAX_SAME_ROOT_FIELD = 10;

const MAX_ALIASES = 60;

/** Maximum length of an alias, which appears in every row of the answer. */
const LONGEST_ALIAS = 100;

const MAX_DIRECTIVES = 40;

/** Names become part of keys and log lines. */
export const LONGEST_OPERATION_NAME = 200;

/** Longer chains overflow the stack in graphql-js's own cycle rule (graphql 16.15). */
const MAX_FRAGMENTS = 100;

/** graphql-js stops validating here; also bounds the answer to a query full of mistakes. */
export const MAX_VALIDATION_ERRORS = 20;

/** Doubling fragments can ask for more than numbers can represent. */
const MOST_COUNTED = 1_000_000;

export const TOO_COMPLEX = "TOO_COMPLEX";

/** The cost of an operation by the measure that exceeds its limit. */
interface Excess {
  readonly measure: string;
  /** A lower bound: when the limit is far exceeded, the rest is not counted. */
  readonly cost: number;
  readonly limit: number;
}

/** For a document that nobody needs. @param excess omitted if it was too much to measure */
export function tooComplex(excess?: Excess): GraphQLError {
  if (!excess)
    return new GraphQLError("The operation is too complex", { extensions: { code: TOO_COMPLEX } });
  const { measure, cost, limit } = excess;
  const message = `The operation is too complex: ${measure} ${cost} of at most ${limit}`;
  return new GraphQLError(message, { extensions: extensionsOf(excess) });
}

export function tooLong(document: string): GraphQLError {
  return tooComplex({ measure: "characters", cost: document.length, limit: MAX_DOCUMENT_LENGTH });
}

export const TOO_MANY_TOKENS: Excess = {
  measure: "tokens",
  cost: MAX_TOKENS + 1,
  limit: MAX_TOKENS,
};

function extensionsOf({ measure, cost, limit }: Excess) {
  return { code: TOO_COMPLEX, measure: measure.toUpperCase().replaceAll(" ", "_"), cost, limit };
}

/**
 * Tells a caller who asks for too much data how much less would be answered, because menus differ
 * in size.
 */
export function tooCostly(excess: Excess): GraphQLError {
  const { measure, cost, limit } = excess;
  const message = `The operation asks for too many ${measure}: ${cost} of at most ${limit}`;
  return new GraphQLError(message, { extensions: extensionsOf(excess) });
}

/**
 * Whether a document is too long even to be parsed. Comments cost memory that no other limit
 * counts.
 */
export function isTooLong(document: unknown): document is string {
  return typeof document === "string" && document.length > MAX_DOCUMENT_LENGTH;
}

export function isNameTooLong(operationName: unknown): boolean {
  return typeof operationName === "string" && operationName.length > LONGEST_OPERATION_NAME;
}

/**
 * Validation rule for both transports: refuses a document that asks for too much. Linear in its
 * length because every fragment is weighed once. Needs `maxErrors: MAX_VALIDATION_ERRORS` to avoid
 * running the slower rules.
 */
export function operationLimits(context: ValidationContext): ASTVisitor {
  return {
    Document: {
      enter(document) {
        const excess = excessOf(document);
        if (!excess) return;
        // Rules run side by side, and the error limit is graphql-js's only means of stopping the
        // others. Without this the overlap rule alone takes 100 ms for a document within the token
        // limit.
        const error = tooComplex(excess);
        for (let reported = 0; reported <= MAX_VALIDATION_ERRORS; reported++)
          context.reportError(error);
      },
    },
  };
}

/** The first measure whose limit a document exceeds; undefined if there is none. */
function excessOf(document: DocumentNode): Excess | undefined {
  const fragments = document.definitions.filter(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const tooMany = over({ measure: "fragments", cost: fragments.length, limit: MAX_FRAGMENTS });
  if (tooMany) return tooMany;
  const scale = new Scale(fragments);
  for (const definition of document.definitions) {
    const excess = excessOfDefinition(definition, scale);
    if (excess) return excess;
  }
  return undefined;
}

function excessOfDefinition(definition: DefinitionNode, scale: Scale): Excess | undefined {
  // graphql-js compares even an unused fragment field by field.
  if (definition.kind === Kind.FRAGMENT_DEFINITION)
    return excessBelow(scale.weighFragment(definition.name.value));
  if (definition.kind !== Kind.OPERATION_DEFINITION) return undefined;
  const name = definition.name?.value.length ?? 0;
  const weight = scale.weigh(definition.selectionSet, [
    ...(definition.directives ?? []),
    ...(definition.variableDefinitions ?? []).flatMap((variable) => variable.directives ?? []),
  ]);
  return (
    over({ measure: "characters of the name", cost: name, limit: LONGEST_OPERATION_NAME }) ??
    excessBelow(weight) ??
    excessAtRoot(weight.top)
  );
}

function excessBelow({
  depth,
  fields,
  aliases,
  directives,
  longestAlias,
}: Weight): Excess | undefined {
  return (
    over({ measure: "depth", cost: depth, limit: MAX_DEPTH }) ??
    over({ measure: "fields", cost: fields, limit: MAX_FIELDS }) ??
    over({ measure: "aliases", cost: aliases, limit: MAX_ALIASES }) ??
    over({ measure: "characters of an alias", cost: longestAlias, limit: LONGEST_ALIAS }) ??
    over({ measure: "directives", cost: directives, limit: MAX_DIRECTIVES })
  );
}

function excessAtRoot(top: ReadonlyMap<string, number>): Excess | undefined {
  const counts = [...top.values()];
  const all = counts.reduce((sum, count) => sum + count, 0);
  const most = counts.reduce((largest, count) => Math.max(largest, count), 0);
  return (
    over({ measure: "root fields", cost: all, limit: MAX_ROOT_FIELDS }) ??
    over({ measure: "times of one root field", cost: most, limit: MAX_SAME_ROOT_FIELD })
  );
}

function over(excess: Excess): Excess | undefined {
  return excess.cost > excess.limit
    ? { ...excess, cost: Math.min(excess.cost, MOST_COUNTED) }
    : undefined;
}
