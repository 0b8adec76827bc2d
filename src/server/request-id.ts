import { randomUUID } from "node:crypto";
import { type IncomingHttpHeaders } from "node:http";

import { type FastifyInstance } from "fastify";

export const REQUEST_ID_HEADER = "x-request-id";

const ACCEPTABLE = /^[A-Za-z0-9._-]{1,64}$/;

/** The caller's request id if it is fit for logs and headers, otherwise a new UUID. */
export function requestIdFor(headers: IncomingHttpHeaders): string {
  const offered = headers[REQUEST_ID_HEADER];
  return typeof offered === "string" && ACCEPTABLE.test(offered)
    ? offered
    : inOnePiece(randomUUID());
}

/** A UUID is built as a tree of thirteen strings, which an open socket would retain. */
function inOnePiece(uuid: string): string {
  return Buffer.from(uuid, "latin1").toString("latin1");
}

/** Puts the id into every answer; later handlers read it from the request's headers. */
export function echoRequestId(fastify: FastifyInstance): void {
  fastify.addHook("onRequest", (request, reply, done) => {
    request.headers[REQUEST_ID_HEADER] = request.id;
    reply.header(REQUEST_ID_HEADER, request.id);
    done();
  });
}
