import { type FastifyRequest } from "fastify";
import { type OperationRequest } from "./live-operations";
import { type PersistedOperations } from "./persisted-operations";

/** A page may send these across origins without asking first. */
const SIMPLE_CONTENT_TYPES = new Set(["", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]);
/** Either of them makes a browser ask first; the same as Apollo's. */
const PREFLIGHTED_HEADERS = ["x-apollo-operation-name", "apollo-require-preflight"];

/** The operation in the body or the query string, or what is wrong with the request, to be answered with 400. */
export function readOperation(
  request: FastifyRequest,
  persisted?: PersistedOperations,
): OperationRequest | { readonly problem: string } {
  if (isForgeable(request)) return { problem: "Send a header that browsers ask leave for: apollo-require-preflight" };
  const readOnly = request.method === "GET";
  const parameters = readOnly ? searchParameters(request.url) : request.body;
  if (!isRecord(parameters)) return { problem: "The operation must be a JSON object" };
  const { operationName, variables } = parameters;
  const query = parameters["query"] ?? persisted?.bodyOf(hashOf(parameters));
  if (typeof query !== "string" || query === "") return { problem: "`query` must be a string that is not empty" };
  if (!isMissing(operationName) && typeof operationName !== "string")
    return { problem: "`operationName` must be text" };
  if (!isMissing(variables) && !isRecord(variables)) return { problem: "`variables` must be a JSON object" };
  return { query, operationName, variables, readOnly };
}

function isForgeable({ headers }: FastifyRequest): boolean {
  const [type = ""] = (headers["content-type"] ?? "").split(";", 1);
  return SIMPLE_CONTENT_TYPES.has(type.trim().toLowerCase()) && !PREFLIGHTED_HEADERS.some((name) => headers[name]);
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

/** Where clients of Apollo put the hash of an operation whose text they leave out. */
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
