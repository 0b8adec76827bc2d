import { type FastifyInstance } from "fastify";
import { type DataSource } from "typeorm";

import { type JobQueue } from "../ports/job-queue";
import { type Secrets } from "../ports/secrets";
import { WEBHOOK_TOKEN_PURPOSE } from "../services/branches/register-webhook";

/**
 * POST /webhooks/iiko/:organizationId. The body is stored as a job before 200 is answered, and read later: iiko repeats
 * nothing it got a 200 for. The token comes raw or as Bearer (docs/iiko.md#web-hooks).
 */
export function registerIikoWebhook(
  fastify: FastifyInstance,
  parts: { readonly db: DataSource; readonly jobs: JobQueue; readonly secrets: Secrets },
): void {
  fastify.post<{ Params: { organizationId: string } }>("/webhooks/iiko/:organizationId", async (request, reply) => {
    const { organizationId } = request.params;
    const token = (request.headers.authorization ?? "").replace(/^Bearer\s+/i, "");
    if (!parts.secrets.verifyMac(WEBHOOK_TOKEN_PURPOSE, organizationId, token)) {
      return reply.code(401).send({ error: "UNAUTHENTICATED" });
    }
    if (typeof request.body !== "object" || request.body === null) {
      return reply.code(400).send({ error: "BAD_USER_INPUT" });
    }
    await parts.jobs.enqueue(parts.db.manager, "record-webhook", { organizationId, body: request.body });
    return reply.code(200).send({});
  });
}
