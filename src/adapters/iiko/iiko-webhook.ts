import { type PosOrderUpdate } from "../../ports/pos";
import { webhookEventSchema } from "./iiko-schemas";
import { toPosOrderUpdate } from "./map-status";

const ORDER_EVENTS = new Set(["deliveryorderupdate", "deliveryordererror"]);

/** iiko sends an array; a lone event is understood too. What is not about a delivery, or cannot be read, is left out. */
export function parseWebhook(body: unknown): PosOrderUpdate[] {
  const events: unknown[] = Array.isArray(body) ? body : [body];
  return events.flatMap((event) => {
    const parsed = webhookEventSchema.safeParse(event);
    if (!parsed.success || !ORDER_EVENTS.has(parsed.data.eventType.toLowerCase())) return [];
    const { eventInfo, organizationId } = parsed.data;
    const owner = eventInfo.organizationId ?? organizationId;
    return owner === null ? [] : [toPosOrderUpdate(eventInfo, owner)];
  });
}
