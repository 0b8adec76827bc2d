import { createServer } from "node:http";
import { type AddressInfo } from "node:net";

import { type FastifyInstance } from "fastify";

import { errorBody } from "./error-responses";

export interface Health {
  /**
   * What prevents this process from working, by component; empty if nothing does. A rejection
   * counts as a problem.
   */
  readonly whyNotReady: () => Promise<Readonly<Record<string, string>>>;
  /**
   * Problems that do not stop it from working but should be fixed, by component. None by default.
   */
  readonly warnings?: (() => Readonly<Record<string, string>>) | undefined;
  readonly isStopping: () => boolean;
  readonly metrics: () => Promise<{ contentType: string; body: string }>;
  /** Metrics reveal how much a restaurant sells. By default everybody may read them. */
  readonly mayReadMetrics?: ((reader: MetricsReader) => Promise<boolean>) | undefined;
}

export interface MetricsReader {
  readonly authorization: string | undefined;
}

/**
 * Endpoints for an orchestrator: `/livez` says whether to restart us, `/readyz` whether to send us
 * traffic.
 */
export function registerHealthRoutes(fastify: FastifyInstance, health: Health): void {
  fastify.get("/livez", () => ({ status: "alive" }));
  fastify.get("/readyz", async (_request, reply) => {
    if (health.isStopping()) return reply.code(503).send({ status: "stopping" });
    const parts = await health.whyNotReady().catch(() => ({ readiness: "cannot be told" }));
    if (Object.keys(parts).length > 0) return reply.code(503).send({ status: "not ready", parts });
    const warnings = health.warnings?.() ?? {};
    return { status: "ready", ...(Object.keys(warnings).length > 0 && { warnings }) };
  });
  fastify.get("/metrics", async (request, reply) => {
    const { authorization } = request.headers;
    if (health.mayReadMetrics && !(await health.mayReadMetrics({ authorization }))) {
      const body = errorBody(
        "Metrics are for holders of the metrics key or an admin key",
        "UNAUTHENTICATED",
        request,
      );
      return reply.code(401).header("www-authenticate", "Bearer").send(body);
    }
    const { contentType, body } = await health.metrics();
    return reply.header("content-type", contentType).send(body);
  });
}

interface MetricsListener {
  /** Requesting 0 picks any free port. */
  readonly port: number;
  close(): Promise<void>;
}

/** Serves only `/metrics`, on a separate address, to everybody who can reach it. */
export async function listenForMetrics(
  address: { readonly host: string; readonly port: number },
  metrics: () => Promise<{ contentType: string; body: string }>,
): Promise<MetricsListener> {
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    metrics().then(
      ({ contentType, body }) => response.writeHead(200, { "content-type": contentType }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(address.port, address.host, resolve);
  });
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { port: (server.address() as AddressInfo).port, close };
}
