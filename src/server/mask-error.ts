import { GraphQLError, type GraphQLFormattedError } from "graphql";

import {
  AppError,
  ChannelFailed,
  DatabaseUnavailable,
  InvalidInput,
  type Locale,
  PosContractBroken,
  RateLimited,
} from "../errors";
import { inWordsOf } from "./error-words";
import { TOO_COMPLEX, TOO_MANY_TOKENS, tooComplex } from "./operation-limits";
import { placeInVariables, withoutValues } from "./without-values";

export const INTERNAL_SERVER_ERROR = "INTERNAL_SERVER_ERROR";
const SERVICE_UNAVAILABLE = "SERVICE_UNAVAILABLE";
/**
 * PostgreSQL's codes for: a lock or a statement took too long, the database accepts no writes now,
 * or it lacks memory or space.
 */
const BUSY_DATABASE = /^(55P03|57014|25006|53...)$/;

export interface MaskedError {
  /**
   * What the client sees: message, locations, path, and in extensions `code`, `retryable`, `source`
   * for what the POS said, `field` for the invalid part of an argument, and `variable`: the path
   * within the variables.
   */
  readonly formatted: GraphQLFormattedError;
  /**
   * Set when the client sees only "Internal server error" or that the database is unavailable: what
   * really happened, for the log.
   */
  readonly unexpected?: unknown;
}

export interface MaskOptions {
  /** Strips graphql-js's "Did you mean", which would reveal a schema that introspection hides. */
  readonly hideSuggestions: boolean;
  /** The caller's locale; English when omitted. */
  readonly locale?: Locale;
}

/**
 * Decides how much a client may learn about an error. Shown are our own `AppError`s, what
 * graphql-js says about the client's own document and variables, and a `GraphQLError` thrown on
 * purpose with a code. Everything else is a failure on our side.
 */
export function maskError(error: unknown, options: MaskOptions): MaskedError {
  const { locale = "en" } = options;
  const masked = maskInEnglish(error, options);
  const { formatted } = masked;
  const origin = innermost(error);
  const written =
    origin instanceof AppError && origin.message === formatted.message ? origin.in(locale) : null;
  return {
    ...masked,
    formatted: {
      ...formatted,
      message: written ?? inWordsOf(locale, formatted.message, formatted.extensions),
    },
  };
}

function maskInEnglish(error: unknown, { hideSuggestions }: MaskOptions): MaskedError {
  const origin = innermost(error);
  const place = placeOf(error);
  if (origin instanceof AppError && !isForOperatorsOnly(origin)) {
    const formatted = { message: origin.message, ...place, extensions: extensionsOf(origin) };
    return origin instanceof DatabaseUnavailable
      ? { formatted, unexpected: origin }
      : { formatted };
  }
  if (isBusyDatabase(origin)) {
    const extensions = { code: SERVICE_UNAVAILABLE, retryable: true };
    return {
      formatted: { message: "The database is busy", ...place, extensions },
      unexpected: origin,
    };
  }
  if (origin instanceof RangeError && isFailedParse(error))
    return { formatted: tooComplex().toJSON() };
  if (!(origin instanceof GraphQLError) || !isAboutTheRequest(error, origin)) {
    const extensions = { code: INTERNAL_SERVER_ERROR, retryable: true };
    return {
      formatted: { message: "Internal server error", ...place, extensions },
      unexpected: origin,
    };
  }
  return aboutTheRequest(error, origin, hideSuggestions);
}

function aboutTheRequest(
  error: unknown,
  origin: GraphQLError,
  hideSuggestions: boolean,
): MaskedError {
  // The innermost code is the precise one: Apollo wraps anything that a rule reports in a code of
  // its own.
  const code = codeOf(origin) ?? codeOf(error) ?? "BAD_USER_INPUT";
  if (code === TOO_COMPLEX && "cost" in origin.extensions)
    return { formatted: tooCostlyOf(origin) };
  if (isTokenLimit(origin)) return { formatted: tooComplex(TOO_MANY_TOKENS).toJSON() };
  if (code === TOO_COMPLEX) return { formatted: tooComplex().toJSON() };
  // A scalar's error says what is wrong; the error around it says where.
  const outer = error instanceof GraphQLError ? error.message : "";
  const variable = placeInVariables(outer);
  const said = withoutValues(variable === undefined ? origin.message : outer);
  const message = hideSuggestions ? said.replace(/ ?Did you mean.+$/s, "") : said;
  return {
    formatted: {
      message,
      ...placeOf(error),
      extensions: {
        code,
        ...(variable !== undefined && { variable }),
        ...invalidProperties(origin),
      },
    },
  };
}

/**
 * Whether one of our resolvers threw the error in words meant for the client, and nobody else needs
 * to know about it.
 */
export function isOnPurpose(error: GraphQLError): boolean {
  return (
    error.originalError instanceof AppError &&
    maskError(error, { hideSuggestions: true }).unexpected === undefined
  );
}

/**
 * Keeps a single error when the limits were exceeded: graphql-js repeats it, and the others add
 * nothing.
 */
export function onlyTooComplex(
  errors: readonly GraphQLFormattedError[],
): readonly GraphQLFormattedError[] {
  const refusal = errors.find((error) => error.extensions?.["code"] === TOO_COMPLEX);
  return refusal ? [refusal] : errors;
}

function innermost(error: unknown): unknown {
  let current = error;
  while (current instanceof GraphQLError && current.originalError !== undefined)
    current = current.originalError;
  return current;
}

function placeOf(error: unknown): Pick<GraphQLFormattedError, "locations" | "path"> {
  if (!(error instanceof GraphQLError)) return {};
  const { locations, path } = error.toJSON();
  return { ...(locations && { locations }), ...(path && { path }) };
}

function extensionsOf(error: AppError): NonNullable<GraphQLFormattedError["extensions"]> {
  const { code, retryable, source } = error;
  const field = error instanceof InvalidInput && error.field ? { field: error.field } : {};
  const pause = error instanceof RateLimited ? { retryAfterSeconds: error.retryAfterSeconds } : {};
  return { code, retryable, ...(source && { source }), ...field, ...pause };
}

function isBusyDatabase(error: unknown): boolean {
  return BUSY_DATABASE.test(String((Object(error) as { readonly code?: unknown }).code));
}

/** Failures about which a guest can do nothing and whose messages name internals. */
function isForOperatorsOnly(error: AppError): boolean {
  return error instanceof PosContractBroken || error instanceof ChannelFailed;
}

function isAboutTheRequest(error: unknown, origin: GraphQLError): boolean {
  const beforeExecution = error instanceof GraphQLError && error.path === undefined;
  // graphql-js reports a null or malformed argument only when it reaches the field. Its other
  // errors that have a path quote what our resolvers returned.
  return beforeExecution || codeOf(origin) !== undefined || origin.message.startsWith('Argument "');
}

function isFailedParse(error: unknown): boolean {
  return codeOf(error) === "GRAPHQL_PARSE_FAILED";
}

/** graphql-js 16 gives this syntax error no code, and its message names the limit. */
function isTokenLimit(error: GraphQLError): boolean {
  return /^Syntax Error: Document contains more tha[tn] \d+ tokens/.test(error.message);
}

function tooCostlyOf({
  message,
  extensions: { code, measure, cost, limit },
}: GraphQLError): GraphQLFormattedError {
  return { message, extensions: { code, measure, cost, limit } };
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof GraphQLError ? error.extensions["code"] : undefined;
  return typeof code === "string" ? code : undefined;
}

interface InvalidProperty {
  readonly property: string;
  readonly constraints: readonly string[];
}

/**
 * type-graphql's ArgumentValidationError carries class-validator's errors, which contain the whole
 * input: names, phones, addresses. We expose only which property broke which rule.
 */
function invalidProperties(error: GraphQLError): { validationErrors?: readonly InvalidProperty[] } {
  const found = error.extensions["validationErrors"];
  return Array.isArray(found) ? { validationErrors: flatten(found, "") } : {};
}

function flatten(errors: readonly unknown[], parent: string): InvalidProperty[] {
  return errors.flatMap((error) => {
    if (typeof error !== "object" || error === null) return [];
    const { property, constraints, children } = error as Record<string, unknown>;
    const path = parent + String(property);
    const own =
      typeof constraints === "object" && constraints !== null ? Object.keys(constraints) : [];
    const below = Array.isArray(children) ? flatten(children, `${path}.`) : [];
    return own.length > 0 ? [{ property: path, constraints: own }, ...below] : below;
  });
}
