import { type FastifyInstance } from "fastify";

import { Forbidden } from "../errors";
import { OTHER_ORIGIN } from "./connection-gate";
import { type OriginPolicy } from "./origin-policy";
import { REQUEST_ID_HEADER } from "./request-id";

/** Named even to a preflight that asks for nothing. */
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
 * Of our answers, what a page could not read else: when to come back, what to ask with next time,
 * why it was refused.
 */
const EXPOSED_HEADERS = [
  REQUEST_ID_HEADER,
  "retry-after",
  "etag",
  "www-authenticate",
  "allow",
].join(", ");

/**
 * CORS for `path`, refusals of every kind included, and its preflight. Credentials are never
 * allowed: callers authenticate with a header, so there is no cookie to protect. For the same
 * reason a permitted page may send whatever headers its client library sends: anybody outside a
 * browser may, too. Call it before whatever may refuse a request.
 *
 * By hand, because @fastify/cors allows either a fixed list of headers or a mirror of those asked
 * for, unchecked; because it serves a whole scope, not one path; and because requests that a page
 * of another site hides from its reader are refused in the same place.
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
    // No page can read the answer, but it could have every visitor's browser ask for many, or hold
    // streams open.
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
