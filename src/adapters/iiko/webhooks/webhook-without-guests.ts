import { orderBodySchema, orderInfoSchema } from "../orders/order-schemas";
import { webhookOrderEventSchema } from "./webhook-schemas";

const OF_EVENT = Object.keys(webhookOrderEventSchema.shape);
const OF_INFO = Object.keys(orderInfoSchema.shape);
const OF_ORDER = Object.keys(orderBodySchema.shape);

/**
 * Reduces a web hook's body to the fields that are read, before it is stored: iiko sends whole
 * orders, with guest, address and dishes. Anything that is not an event is left unchanged and
 * yields none when read.
 */
export function webhookWithoutGuests(body: unknown): unknown {
  return Array.isArray(body) ? body.map(eventWithoutGuests) : eventWithoutGuests(body);
}

function eventWithoutGuests(event: unknown): unknown {
  return only(event, OF_EVENT, "eventInfo", (info) =>
    only(info, OF_INFO, "order", (order) => only(order, OF_ORDER, "", (value) => value)),
  );
}

/** Returns only those fields of an object; one of them is reduced by `inner`. */
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
