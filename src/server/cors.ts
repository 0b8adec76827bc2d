import { type FastifyInstance } from "fastify";

import { Forbidden } from "../errors";
import { OTHER_ORIGIN } from "./connection-gate";
import { type OriginPolicy } from "./origin-policy";
import { REQUEST_ID_HEADER } from "./request-id";

/** Named even in the answer to a preflight that asks for nothing. */
const USUAL_HEADERS = [
  "authorization",
  "content-type",
  "accept-language",
  "apollo-require-preflight",
  REQUEST_ID_HEADER,
];
const METHODS = "GET, POST, PUT, DELETE";
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]{1,100}$/;
const MOST_HEADERS = 100;
const PREFLIGHT_MAX_AGE_SECONDS = "600";
/**
 * Headers of our answers that a page could not read otherwise: when to retry, what to ask with next
 * time, why the request was refused.
 */
const EXPOSED_HEADERS = [
  REQUEST_ID_HEADER,
  "retry-after",
  "etag",
  "www-authenticate",
  "allow",
].join(", ");

/**
 * CORS for `path`, including refusals of every kind, and its preflight. Credentials are never
 * allowed: callers authenticate with a header, so there is no cookie to protect. For the same
 * reason a permitted page may send any headers that its client library sends, just as anyone
 * outside a browser can. Call this before anything that may refuse a request.
 *
 * Hand-written because @fastify/cors allows either a fixed list of headers or an unchecked mirror
 * of those requested; because it serves a whole scope rather than one path; and because requests
 * that a page of another site hides from its reader are refused in the same place.
 */
export function allowCrossOrigin(
  fastify: FastifyInstance,
  path: string,
  policy: OriginPolicy,
): void {
  fastify.addHook("onRequest", (request, reply, done) => {
    if (request.routeOptions.url !== path) return done();
    reply.header("vary", "Origin");
    const { origin } = request.headers;
    if (origin !== undefined && policy.isListed(origin)) {
      reply.header("access-control-allow-origin", origin);
      reply.header("access-control-expose-headers", EXPOSED_HEADERS);
    }
    // No page can read the answer, but a page could make every visitor's browser request many
    // answers or hold streams open.
    done(policy.isHidden(request.headers) ? new Forbidden(OTHER_ORIGIN) : undefined);
  });
  fastify.options(path, (request, reply) => {
    const { origin } = request.headers;
    reply.header("vary", "Origin, Access-Control-Request-Headers");
    if (origin !== undefined && policy.isListed(origin)) {
      reply.header("access-control-allow-methods", METHODS);
      reply.header(
        "access-control-allow-headers",
        allowedHeaders(request.headers["access-control-request-headers"]),
      );
      reply.header("access-control-max-age", PREFLIGHT_MAX_AGE_SECONDS);
    }
    return reply.code(204).send();
  });
}

function allowedHeaders(asked: string | undefined): string {
  const names = (asked ?? "").split(",", MOST_HEADERS).map((name) => name.trim().toLowerCase());
  return [...new Set([...USUAL_HEADERS, ...names.filter((name) => HEADER_NAME.test(name))])].join(
    ", ",
  );
}
