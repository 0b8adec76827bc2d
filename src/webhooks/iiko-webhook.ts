import { type FastifyInstance } from "fastify";

import { type WebhookTokens } from "../services/pos/webhook-tokens";
import { type ReceiveWebhook } from "../services/orders/status/receive-webhook";

/** iiko sends many whole orders at once. */
const MOST_BYTES = 8 * 2 ** 20;

interface Route {
  readonly Params: { readonly organizationId: string };
}

/**
 * POST /webhooks/iiko/:organizationId. The body is stored before 200 is answered, and read later:
 * iiko repeats nothing it got a 200 for. The token comes raw or as Bearer (docs/iiko.md#web-hooks);
 * a stranger's body is not read.
 */
export function registerIikoWebhook(
  fastify: FastifyInstance,
  parts: { readonly receiveWebhook: ReceiveWebhook; readonly webhookTokens: WebhookTokens },
): void {
  const { receiveWebhook, webhookTokens } = parts;
  fastify.post<Route>("/webhooks/iiko/:organizationId", {
    bodyLimit: MOST_BYTES,
    onRequest: async ({ params, headers }, reply) => {
      const token = (headers.authorization ?? "").replace(/^Bearer\s+/i, "");
      if (await webhookTokens.accepts(params.organizationId, token)) return;
      return reply.code(401).send({ error: "UNAUTHENTICATED" });
    },
    handler: async ({ params: { organizationId }, body }, reply) => {
      const isWebhook = typeof body === "object" && body !== null;
      if (isWebhook && (await receiveWebhook.execute({ organizationId, body })))
        return reply.code(200).send({});
      return reply.code(400).send({ error: "BAD_USER_INPUT" });
    },
  });
}
