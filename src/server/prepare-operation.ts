import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
  type ValidationRule,
} from "graphql";

import {
  isTooLong,
  MAX_TOKENS,
  MAX_VALIDATION_ERRORS,
  operationLimits,
  tooComplex,
  tooLong,
} from "./operation-limits";

export const PARSE_OPTIONS = { maxTokens: MAX_TOKENS };
export const VALIDATION_OPTIONS = { maxErrors: MAX_VALIDATION_ERRORS };

/** Our own rules, which all transports add to those of the specification. */
export const OWN_VALIDATION_RULES: readonly ValidationRule[] = [operationLimits];

export type PreparedOperation =
  { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/**
 * Parses and validates a document that arrived over a WebSocket or for an event stream, as Apollo
 * does for HTTP. Never throws.
 */
export function prepareOperation(schema: GraphQLSchema, source: string): PreparedOperation {
  if (isTooLong(source)) return { errors: [tooLong(source)] };
  let document: DocumentNode;
  try {
    document = parse(source, PARSE_OPTIONS);
  } catch (error) {
    // Anything other than a syntax error is a stack overflow caused by nested brackets.
    return {
      errors: [
        error instanceof GraphQLError ? withCode(error, "GRAPHQL_PARSE_FAILED") : tooComplex(),
      ],
    };
  }
  const rules = [...specifiedRules, ...OWN_VALIDATION_RULES];
  const errors = validate(schema, document, rules, VALIDATION_OPTIONS);
  if (errors.length === 0) return { document };
  return { errors: errors.map((error) => withCode(error, "GRAPHQL_VALIDATION_FAILED")) };
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  if (typeof error.extensions["code"] === "string") return error;
  const { message, nodes = null, source = null, positions = null } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}
