import { type FastifyInstance } from "fastify";
import { type Logger } from "pino";

const PROBES = new Set(["/livez", "/readyz", "/metrics"]);

/**
 * One line per request. The route's pattern stands for the path: real paths hold web hook keys and
 * signed links.
 */
export function logAccess(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook("onResponse", (request, reply, done) => {
    const path = request.routeOptions.url ?? "(no route)";
    const level = PROBES.has(path) ? "debug" : "info";
    const { method, id: requestId } = request;
    logger[level](
      { requestId, method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      "request",
    );
    done();
  });
}
