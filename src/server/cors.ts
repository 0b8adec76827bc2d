import { type FastifyInstance } from "fastify";
import { type OriginPolicy } from "./origin-policy";
import { REQUEST_ID_HEADER } from "./request-id";

const ALLOWED_HEADERS = ["authorization", "content-type", "apollo-require-preflight", REQUEST_ID_HEADER].join(", ");
const PREFLIGHT_MAX_AGE_SECONDS = "600";

/**
 * CORS for the routes of this Fastify scope and the preflight of `path`. Credentials are never allowed: callers
 * authenticate with a header, so there is no cookie to protect.
 */
export function allowCrossOrigin(fastify: FastifyInstance, path: string, policy: OriginPolicy): void {
  fastify.addHook("onRequest", (request, reply, done) => {
    reply.header("vary", "Origin");
    const { origin } = request.headers;
    if (origin !== undefined && policy.isListed(origin)) {
      reply.header("access-control-allow-origin", origin);
      reply.header("access-control-expose-headers", REQUEST_ID_HEADER);
    }
    done();
  });
  fastify.options(path, (request, reply) => {
    const { origin } = request.headers;
    if (origin !== undefined && policy.isListed(origin)) {
      reply.header("access-control-allow-methods", "GET, POST");
      reply.header("access-control-allow-headers", ALLOWED_HEADERS);
      reply.header("access-control-max-age", PREFLIGHT_MAX_AGE_SECONDS);
    }
    return reply.code(204).send();
  });
}
