import { randomUUID } from "node:crypto";

import { type FastifyReply, type FastifyRequest } from "fastify";

import { ApiRefusal } from "../api-refusal";
import { type CallLog } from "../call-log";
import { type Faults } from "../faults/faults";
import { type Restaurant } from "../restaurant/model";
import { type Memory } from "../state/memory";
import { type Tokens } from "../tokens";
import { type Answer } from "./answer";
import { type ApiRoutes } from "./api-routes";
import { strikeAfterWork, strikeBeforeWork } from "./strike";

export interface ApiDoorParts {
  restaurant: () => Restaurant;
  tokens: Tokens;
  faults: Faults;
  calls: CallLog;
  memory: Memory;
  routes: ApiRoutes;
  /** Paths that answer with the document itself. */
  withoutCorrelationId: ReadonlySet<string>;
  log: (line: string) => void;
}

const V1_LOGIN = "/api/1/access_token";
const V2_LOGIN = "/api/v2/access_token";

/**
 * Entry point of every call to iiko's API: applies faults, checks the token and the organization,
 * runs the operation, and saves the state file before it answers.
 */
export class ApiDoor {
  constructor(private readonly parts: ApiDoorParts) {}

  async handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const path = request.url.split("?")[0] ?? request.url;
    const { calls, faults, memory, tokens, log } = this.parts;
    const call = calls.begin(path);
    const startedAt = Date.now();
    reply.raw.once("close", () => {
      call.durationMs = Date.now() - startedAt;
      call.status = reply.raw.writableFinished ? reply.raw.statusCode : null;
      log(`${path} ${call.status ?? "cut"} ${call.durationMs} ms`);
    });
    const fault = faults.strikeAnswer(path, organizationsIn(request.body));
    if (fault?.kind === "unauthorized") tokens.expire(request.headers.authorization);
    if (fault && (await strikeBeforeWork(fault, request, reply))) return reply;
    const answer = this.answer(path, request);
    await memory.saved();
    if (fault && (await strikeAfterWork(fault, answer, request, reply))) return reply;
    return reply.code(answer.status).send(answer.body);
  }

  private answer(path: string, request: FastifyRequest): Answer {
    const correlationId = randomUUID();
    try {
      const body = parseBody(request.body);
      const result = this.work(path, body, correlationId, request.headers.authorization);
      if (this.parts.withoutCorrelationId.has(path) || "correlationId" in result)
        return { status: 200, body: result };
      return { status: 200, body: { correlationId, ...result } };
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      const envelope = { errorDescription: error.message, error: error.code, correlationId };
      return { status: error.status, body: { ...error.extra, ...envelope } };
    }
  }

  private work(
    path: string,
    body: Record<string, unknown>,
    correlationId: string,
    authorization: string | undefined,
  ) {
    const { tokens, routes } = this.parts;
    if (path === V1_LOGIN) return { token: tokens.logInVersion1(body) };
    if (path === V2_LOGIN) return { token: tokens.logInVersion2(body) };
    const key = tokens.keyOf(authorization);
    const route = routes[path];
    if (!route) throw new ApiRefusal(404, null, `There is no operation ${path}`);
    this.refuseForeignOrganizations(body);
    return route(body, { correlationId, key });
  }

  private refuseForeignOrganizations(body: Record<string, unknown>): void {
    const own = this.parts.restaurant().organizations.map(({ id }) => id);
    const foreign = named(body).filter((id) => !own.includes(id));
    if (foreign.length === 0) return;
    const reason = `Passed organization(s) ${foreign.join(", ")} doesn't belong to your api login included organization list.`;
    throw new ApiRefusal(400, "ORGANIZATION_DENIED", reason);
  }
}

function named(body: Record<string, unknown>): string[] {
  return [body.organizationId, body.organizationIds].flat().filter((id) => typeof id === "string");
}

function organizationsIn(text: unknown): string[] {
  try {
    return named(parseBody(text));
  } catch {
    return [];
  }
}

/** @throws {ApiRefusal} HTTP 400 for anything but a JSON object */
function parseBody(text: unknown): Record<string, unknown> {
  if (typeof text !== "string" || text.trim() === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body))
      return body as Record<string, unknown>;
  } catch {
    // Reported below, together with JSON that is not an object.
  }
  throw new ApiRefusal(400, "INVALID_BODY_JSON_FORMAT", "The request body is not a JSON object");
}
