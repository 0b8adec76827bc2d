import { type FastifyRequest } from "fastify";
import { type OperationRequest } from "./live-operations";

const EVENT_STREAM = "text/event-stream";
/** A page may send these across origins without asking first. */
const SIMPLE_CONTENT_TYPES = new Set(["", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]);
/** Either of them makes a browser ask first; the same as Apollo's. */
const PREFLIGHTED_HEADERS = ["x-apollo-operation-name", "apollo-require-preflight"];

/** Is an event stream what the client likes best? Among equals, what it lists first. */
export function prefersEventStream({ method, headers }: Pick<FastifyRequest, "method" | "headers">): boolean {
  if (method !== "GET" && method !== "POST") return false;
  const [best] = (headers.accept ?? "").split(",").map(mediaRange).sort(byQuality);
  return best?.type === EVENT_STREAM && best.quality > 0;
}

/** The operation in the body or the query string, or what is wrong with the request, to be answered with 400. */
export function readOperation(request: FastifyRequest): OperationRequest | { readonly problem: string } {
  if (isForgeable(request)) return { problem: "Send a header that browsers ask leave for: apollo-require-preflight" };
  const readOnly = request.method === "GET";
  const parameters = readOnly ? searchParameters(request.url) : request.body;
  if (!isRecord(parameters)) return { problem: "The operation must be a JSON object" };
  const { query, operationName, variables } = parameters;
  if (typeof query !== "string" || query === "") return { problem: "`query` must be a string that is not empty" };
  if (!isMissing(operationName) && typeof operationName !== "string")
    return { problem: "`operationName` must be text" };
  if (!isMissing(variables) && !isRecord(variables)) return { problem: "`variables` must be a JSON object" };
  return { query, operationName, variables, readOnly };
}

interface MediaRange {
  readonly type: string;
  readonly quality: number;
}

function mediaRange(text: string): MediaRange {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}

function byQuality(one: MediaRange, other: MediaRange): number {
  return other.quality - one.quality;
}

function isForgeable({ headers }: FastifyRequest): boolean {
  const [type = ""] = (headers["content-type"] ?? "").split(";", 1);
  return SIMPLE_CONTENT_TYPES.has(type.trim().toLowerCase()) && !PREFLIGHTED_HEADERS.some((name) => headers[name]);
}

function searchParameters(url: string): Record<string, unknown> {
  const parameters = new URLSearchParams(url.split("?").slice(1).join("?"));
  const variables = parameters.get("variables");
  return {
    query: parameters.get("query"),
    operationName: parameters.get("operationName") || undefined,
    variables: variables ? parsed(variables) : undefined,
  };
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
