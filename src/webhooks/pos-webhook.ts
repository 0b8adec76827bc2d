import { type FastifyInstance } from "fastify";

import { type PosTraits, type PosWebhook } from "../ports/pos/pos-vendor";
import { type ReceiveWebhook } from "../services/orders/status/receive-webhook";
import { type WebhookTokens } from "../services/pos/webhook-tokens";

/** A POS sends many whole orders in one request. */
const MOST_BYTES = 8 * 2 ** 20;

interface Route {
  readonly Params: { readonly organizationId: string };
}

interface Parts {
  readonly receiveWebhook: ReceiveWebhook;
  readonly webhookTokens: WebhookTokens;
}

/**
 * POST /webhooks/<path of the vendor>/:organizationId, for each vendor that sends web hooks;
 * vendors with the same path share its route.
 */
export function registerPosWebhooks(
  fastify: FastifyInstance,
  vendors: readonly PosTraits[],
  parts: Parts,
): void {
  const webhooks = vendors.flatMap(({ webhook }) => webhook ?? []);
  for (const path of new Set(webhooks.map((webhook) => webhook.path))) {
    const webhook = webhooks.find((each) => each.path === path);
    if (webhook) registerPosWebhook(fastify, webhook, parts);
  }
}

/**
 * The body is stored before the response 200, and parsed later: nothing that got a 200 is sent
 * again. A stranger's body is not read.
 */
function registerPosWebhook(
  fastify: FastifyInstance,
  { path, tokenOf, withoutGuests }: PosWebhook,
  { receiveWebhook, webhookTokens }: Parts,
): void {
  fastify.post<Route>(`/webhooks/${path}/:organizationId`, {
    bodyLimit: MOST_BYTES,
    onRequest: async ({ params, headers }, reply) => {
      if (await webhookTokens.accepts(params.organizationId, tokenOf(headers))) return;
      return reply.code(401).send({ error: "UNAUTHENTICATED" });
    },
    handler: async ({ params: { organizationId }, body }, reply) => {
      const isWebhook = typeof body === "object" && body !== null;
      if (isWebhook && (await receiveWebhook.execute({ organizationId, body }, withoutGuests)))
        return reply.code(200).send({});
      return reply.code(400).send({ error: "BAD_USER_INPUT" });
    },
  });
}
