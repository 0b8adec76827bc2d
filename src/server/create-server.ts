import helmet from "@fastify/helmet";
import createFastify, { type FastifyInstance } from "fastify";
import { type Logger } from "pino";

import { allowCrossOrigin } from "./cors";
import { answerErrors } from "./error-responses";
import { type HttpConnections } from "./http-connections";
import { type HttpLimits } from "./http-limits";
import { type OriginPolicy } from "./origin-policy";
import { echoRequestId, requestIdFor } from "./request-id";

const MAX_BODY_BYTES = 256 * 1024;
/** How many times per timeout we check how long a client is taking to send its request. */
const CHECKS_PER_TIMEOUT = 6;
const PROBES = new Set(["/livez", "/readyz", "/metrics"]);

/** API answers are data: a browser that renders one as a page may load and frame nothing. */
const DATA_ONLY = {
  "default-src": ["'none'"],
  "frame-ancestors": ["'none'"],
  "base-uri": ["'none'"],
};

/** The server itself, including the limits of a single connection. */
export function createServer({
  requestTimeoutMs,
  headersTimeoutMs,
  idleTimeoutMs,
}: HttpLimits): FastifyInstance {
  const headersTimeout = Math.min(headersTimeoutMs, requestTimeoutMs);
  return createFastify({
    bodyLimit: MAX_BODY_BYTES,
    keepAliveTimeout: idleTimeoutMs,
    requestTimeout: requestTimeoutMs,
    http: {
      connectionsCheckingInterval: Math.ceil(headersTimeout / CHECKS_PER_TIMEOUT),
      headersTimeout,
    },
    genReqId: (request) => requestIdFor(request.headers),
  });
}

interface Preparation {
  readonly connections: HttpConnections;
  readonly origins: OriginPolicy;
  readonly logger: Logger;
  readonly production: boolean;
  readonly isStopping: () => boolean;
}

/** Applied to every request and every answer on all routes. */
export async function prepareServer(
  fastify: FastifyInstance,
  { origins, connections, logger, production, isStopping }: Preparation,
): Promise<void> {
  fastify.addHook("onSend", (_request, reply, payload, sent) => {
    // Otherwise the connection stays idle after its last answer and holds up the shutdown.
    if (isStopping()) reply.header("connection", "close");
    sent(null, payload);
  });
  echoRequestId(fastify);
  allowCrossOrigin(fastify, "/graphql", origins);
  connections.guard(fastify);
  logAccess(fastify, logger);
  answerErrors(fastify, logger);
  await sendSecurityHeaders(fastify, production);
}

/**
 * Logs one line per request, with the route's pattern instead of the path, because real paths
 * contain web hook keys and signed links.
 */
function logAccess(fastify: FastifyInstance, logger: Logger): void {
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

/**
 * @param overTls in production a proxy terminates TLS for us, and browsers are told to keep using
 *   it
 */
async function sendSecurityHeaders(fastify: FastifyInstance, overTls: boolean): Promise<void> {
  await fastify.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: DATA_ONLY },
    strictTransportSecurity: overTls,
  });
}
