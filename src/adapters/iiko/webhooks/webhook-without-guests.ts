import { orderBodySchema, orderInfoSchema } from "../orders/order-schemas";
import { webhookOrderEventSchema } from "./webhook-schemas";

const OF_EVENT = Object.keys(webhookOrderEventSchema.shape);
const OF_INFO = Object.keys(orderInfoSchema.shape);
const OF_ORDER = Object.keys(orderBodySchema.shape);

/**
 * Of a web hook's body what is read of it, for it to be kept until then: iiko sends whole orders,
 * with guest, address and dishes. What is no event stays as it is, and is read as none.
 */
export function webhookWithoutGuests(body: unknown): unknown {
  return Array.isArray(body) ? body.map(eventWithoutGuests) : eventWithoutGuests(body);
}

function eventWithoutGuests(event: unknown): unknown {
  return only(event, OF_EVENT, "eventInfo", (info) =>
    only(info, OF_INFO, "order", (order) => only(order, OF_ORDER, "", (value) => value)),
  );
}

/** Those fields of an object alone; of one of them what `inner` leaves. */
function only(
  value: unknown,
  fields: readonly string[],
  inside: string,
  inner: (value: unknown) => unknown,
): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([name]) => fields.includes(name));
  return Object.fromEntries(
    kept.map(([name, field]) => [name, name === inside ? inner(field) : field]),
  );
}
