import { createHash, randomBytes, randomUUID } from "node:crypto";

/** Must never change: every order id ever sent to a POS is derived from it. */
const POS_ORDER_NAMESPACE = "8f3f1b52-6c0e-4a58-9d0a-3f6f3a4e7c11";

/** Must never change: guests' ids are derived from it. */
const CUSTOMER_NAMESPACE = "5c0e8a0e-0f5b-4d0c-9a55-6b8f1f0f2d61";

export function newId(): string {
  return randomUUID();
}

/**
 * Returns the id of an order in the POS: the same for every repeat of one generation, so that the
 * POS can refuse a second copy.
 *
 * @param generation only increases after the POS has proven that the previous id failed
 *   permanently, or has no order with it and the branch has since been connected to another
 *   organization
 */
export function posOrderIdFor(orderId: string, generation: number): string {
  return uuidV5(POS_ORDER_NAMESPACE, `${orderId}:${generation}`);
}

/** Returns a guest's id: the same for every order with this phone. @param phone E.164 */
export function customerIdOf(phone: string): string {
  return uuidV5(CUSTOMER_NAMESPACE, phone);
}

/**
 * Returns the id of a combo within a POS order: the same for every repeat of one generation. @param
 * position of its line
 */
export function posComboIdFor(posOrderId: string, position: number): string {
  return uuidV5(POS_ORDER_NAMESPACE, `${posOrderId}:combo:${position}`);
}

/**
 * Returns the id of an item within a POS order: the same for every repeat of one generation. @param
 * index of the item
 */
export function posPositionIdFor(posOrderId: string, index: number): string {
  return uuidV5(POS_ORDER_NAMESPACE, `${posOrderId}:item:${index}`);
}

/**
 * Returns the id under which the POS holds the points of an order: the same for every repeat, of
 * every generation.
 */
export function posHoldIdFor(orderId: string): string {
  return uuidV5(POS_ORDER_NAMESPACE, `${orderId}:hold`);
}

/** Generates an unguessable bearer secret: 24 random bytes, URL-safe. */
export function newSecret(): string {
  return randomBytes(24).toString("base64url");
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(value: string): boolean {
  return UUID.test(value);
}

/** Implements RFC 9562, section 5.5. */
function uuidV5(namespace: string, name: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
