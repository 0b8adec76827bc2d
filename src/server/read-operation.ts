import { type FastifyRequest } from "fastify";

import { type OperationRequest } from "./live-operation";
import { type PersistedOperations } from "./persisted-operations";

/** Content types that a page may send across origins without a preflight. */
const SIMPLE_CONTENT_TYPES = new Set([
  "",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
]);
/** Either of them makes a browser send a preflight. */
const PREFLIGHTED_HEADERS = ["x-apollo-operation-name", "apollo-require-preflight"];

const FORGEABLE =
  "Send the operation with the header Content-Type: application/json, or one that browsers ask leave for: apollo-require-preflight";

/** A problem with a request, to be answered with 400. */
export interface Unreadable {
  readonly problem: string;
  /** Any page could have made its visitor's browser send it. */
  readonly forgeable?: true;
}

/**
 * The operation in the body or the query string, or the problem with the request.
 *
 * GET requests need no header that triggers a preflight: a GET changes nothing, only pages of
 * permitted origins can read the answer, and because credentials come only in a header, another
 * site's page has none.
 */
export function readOperation(
  request: FastifyRequest,
  persisted?: PersistedOperations,
): OperationRequest | Unreadable {
  if (isForgeable(request)) return { problem: FORGEABLE, forgeable: true };
  const readOnly = request.method === "GET";
  const parameters = readOnly ? searchParameters(request.url) : request.body;
  if (!isRecord(parameters)) return { problem: "The operation must be a JSON object" };
  const { operationName, variables } = parameters;
  const query = parameters["query"] ?? persisted?.bodyOf(hashOf(parameters));
  if (typeof query !== "string" || query === "")
    return { problem: "`query` must be a string that is not empty" };
  if (!isMissing(operationName) && typeof operationName !== "string")
    return { problem: "`operationName` must be text" };
  if (!isMissing(variables) && !isRecord(variables))
    return { problem: "`variables` must be a JSON object" };
  return { query, operationName, variables, readOnly };
}

function isForgeable({ method, headers }: FastifyRequest): boolean {
  if (method === "GET") return false;
  const [type = ""] = (headers["content-type"] ?? "").split(";", 1);
  return (
    SIMPLE_CONTENT_TYPES.has(type.trim().toLowerCase()) &&
    !PREFLIGHTED_HEADERS.some((name) => headers[name])
  );
}

function searchParameters(url: string): Record<string, unknown> {
  const parameters = new URLSearchParams(url.split("?").slice(1).join("?"));
  const variables = parameters.get("variables");
  const extensions = parameters.get("extensions");
  return {
    query: parameters.get("query"),
    operationName: parameters.get("operationName") || undefined,
    variables: variables ? parsed(variables) : undefined,
    extensions: extensions ? parsed(extensions) : undefined,
  };
}

/** Where Apollo clients put the hash of an operation whose text they omit. */
function hashOf({ extensions }: Record<string, unknown>): string {
  const persistedQuery = isRecord(extensions) ? extensions["persistedQuery"] : undefined;
  return isRecord(persistedQuery) ? String(persistedQuery["sha256Hash"]) : "";
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
}

function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
