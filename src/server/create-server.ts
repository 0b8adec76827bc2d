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
/** How often it is looked at how long a client takes to send its request. */
const CHECKS_PER_TIMEOUT = 6;
const PROBES = new Set(["/livez", "/readyz", "/metrics"]);

/** Answers of the API are data: a browser that renders one as a page may load and frame nothing. */
const DATA_ONLY = {
  "default-src": ["'none'"],
  "frame-ancestors": ["'none'"],
  "base-uri": ["'none'"],
};

/** The server itself, with what a single connection may take. */
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

/** What is done to every request and every answer, whatever its route. */
export async function prepareServer(
  fastify: FastifyInstance,
  { origins, connections, logger, production, isStopping }: Preparation,
): Promise<void> {
  fastify.addHook("onSend", (_request, reply, payload, sent) => {
    // Else the connection idles on after its last answer and holds up the shutdown.
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
 * One line per request. The route's pattern stands for the path: real paths hold web hook keys and
 * signed links.
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

/** @param overTls in production a proxy speaks TLS for us, and browsers are told to stay with it */
async function sendSecurityHeaders(fastify: FastifyInstance, overTls: boolean): Promise<void> {
  await fastify.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: DATA_ONLY },
    strictTransportSecurity: overTls,
  });
}
