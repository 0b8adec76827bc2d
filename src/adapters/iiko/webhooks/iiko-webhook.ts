import { type PosOrderUpdate } from "../../../ports/pos/pos-orders";
import { toPosOrderUpdate } from "../orders/map-status";
import { webhookEventSchema, webhookOrderEventSchema } from "./webhook-schemas";

/** iiko sends as many as fit into 8 MB, and polls find whatever a web hook misses. */
const MOST_EVENTS = 5_000;
const ORDER_EVENTS = new Set(["deliveryorderupdate", "deliveryordererror"]);

/**
 * iiko sends an array; a single event is understood too. Anything that is not about a delivery, or
 * cannot be read, is left out.
 */
export function parseWebhook(body: unknown): PosOrderUpdate[] {
  return eventsOf(body).flatMap((event) => {
    const parsed = webhookOrderEventSchema.safeParse(event);
    if (!parsed.success || !ORDER_EVENTS.has(parsed.data.eventType.toLowerCase())) return [];
    const { eventInfo, organizationId } = parsed.data;
    const owner = eventInfo.organizationId ?? organizationId;
    return owner === null ? [] : [toPosOrderUpdate(eventInfo, owner)];
  });
}

/** A stop-list event only names terminal groups, so the lists have to be read again. */
export function tellsOfStopList(body: unknown, organizationId: string): boolean {
  return eventsOf(body).some((event) => {
    const { data } = webhookEventSchema.safeParse(event);
    return (
      data?.eventType.toLowerCase() === "stoplistupdate" && data.organizationId === organizationId
    );
  });
}

function eventsOf(body: unknown): unknown[] {
  return Array.isArray(body) ? body.slice(0, MOST_EVENTS) : [body];
}
