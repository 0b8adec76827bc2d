import { type FastifyInstance } from "fastify";

export interface Health {
  /** Can this process serve, database included? A rejection counts as no. */
  readonly isReady: () => Promise<boolean>;
  readonly isStopping: () => boolean;
  readonly metrics: () => Promise<{ contentType: string; body: string }>;
}

/** What an orchestrator asks: `/livez` whether to restart us, `/readyz` whether to send us traffic. */
export function registerHealthRoutes(fastify: FastifyInstance, health: Health): void {
  fastify.get("/livez", () => ({ status: "alive" }));
  fastify.get("/readyz", async (_request, reply) => {
    if (health.isStopping()) return reply.code(503).send({ status: "stopping" });
    const ready = await health.isReady().catch(() => false);
    return ready ? { status: "ready" } : reply.code(503).send({ status: "not ready" });
  });
  fastify.get("/metrics", async (_request, reply) => {
    const { contentType, body } = await health.metrics();
    return reply.header("content-type", contentType).send(body);
  });
}
