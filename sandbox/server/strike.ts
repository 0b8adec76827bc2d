import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";

import { type FastifyReply, type FastifyRequest } from "fastify";

import { type AnswerFault } from "../faults/fault";
import { jsonText } from "../json-text";
import { type Answer } from "./answer";

const JSON_TYPE = "application/json; charset=utf-8";

/** Applies the fault in place of the operation; resolves to true when the call is over. */
export async function strikeBeforeWork(
  fault: AnswerFault,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  switch (fault.kind) {
    case "delay":
      return fault.afterWork !== true && isGoneAfter(fault.ms, reply);
    case "drop-before":
      cut(request, reply);
      return true;
    case "unauthorized":
      void reply.code(401).send(envelope("Token has expired."));
      return true;
    case "rate-limit":
      if (fault.retryAfterSeconds !== undefined)
        void reply.header("Retry-After", String(fault.retryAfterSeconds));
      void reply.code(429).send(envelope("Too many requests"));
      return true;
    case "status":
    case "html":
    case "hang":
      return fault.afterWork !== true && replace(fault, reply);
    default:
      return false;
  }
}

/**
 * Spoils the answer of an operation that has already happened; resolves to true when the call is
 * over.
 */
export async function strikeAfterWork(
  fault: AnswerFault,
  answer: Answer,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  switch (fault.kind) {
    case "delay":
      return fault.afterWork === true && isGoneAfter(fault.ms, reply);
    case "drop-after":
      cut(request, reply);
      return true;
    case "truncate": {
      const text = JSON.stringify(answer.body);
      void reply
        .code(answer.status)
        .type(JSON_TYPE)
        .send(text.slice(0, Math.floor(text.length / 2)));
      return true;
    }
    case "huge":
      void reply
        .code(200)
        .type(JSON_TYPE)
        .send(Readable.from(hugeJson(fault.bytes)));
      return true;
    case "status":
    case "html":
    case "hang":
      return replace(fault, reply);
    default:
      return false;
  }
}

/** Waits and returns whether the caller has given up in the meantime. */
async function isGoneAfter(ms: number, reply: FastifyReply): Promise<boolean> {
  await wait(ms);
  return reply.raw.destroyed;
}

function replace(
  fault: Extract<AnswerFault, { kind: "status" | "html" | "hang" }>,
  reply: FastifyReply,
): true {
  if (fault.kind === "hang") {
    // The connection stays open until the client gives up or the sandbox closes.
    reply.hijack();
  } else if (fault.kind === "html") {
    const page = `<html><head><title>${fault.status} Bad Gateway</title></head><body>nginx</body></html>`;
    void reply.code(fault.status).type("text/html").send(page);
  } else {
    if (fault.retryAfterSeconds !== undefined)
      void reply.header("Retry-After", String(fault.retryAfterSeconds));
    void reply
      .code(fault.status)
      .type(JSON_TYPE)
      .send(jsonText(fault.body ?? envelope("Scripted fault")));
  }
  return true;
}

function cut(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  request.raw.socket.destroy();
}

function envelope(errorDescription: string) {
  return { errorDescription, error: null, correlationId: randomUUID() };
}

function* hugeJson(bytes: number): Generator<string> {
  const chunk = "x".repeat(65_536);
  yield '{"padding":"';
  for (let left = bytes; left > 0; left -= chunk.length)
    yield left < chunk.length ? chunk.slice(0, left) : chunk;
  yield '"}';
}
