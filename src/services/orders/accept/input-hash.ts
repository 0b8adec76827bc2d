import { createHash } from "node:crypto";

import { normalisePhone } from "../../../domain/phone";
import { normalisePromoCode } from "../../../domain/promotion-terms";
import { type NewOrder } from "./new-order";
import { type WantedOrder } from "./wanted-order";

/**
 * Equal for input that asks for the same order, however it was written: the order of fields, what is left out because it
 * is empty, and how the phone and promo codes are spelled do not matter. A field added to the API later does not change it either, as long
 * as it is left out.
 */
export function inputHashOf(input: NewOrder): string {
  const { customer, promoCodes } = input;
  const phone = normalisePhone(customer.phone) ?? customer.phone;
  return hashOf({ ...input, customer: { ...customer, phone }, promoCodes: sameCodes(promoCodes) });
}

/** Equal for orders that cost the same: what is ordered and what makes it cheaper, but for points. */
export function basketHashOf({ fulfilment, lines, discounts, promoCodes }: WantedOrder): string {
  const dishes = lines.map(({ comment: _words, expectedUnitPrice: _belief, ...dish }) => dish);
  return hashOf({ fulfilment, dishes, discounts, promoCodes: sameCodes(promoCodes) });
}

function sameCodes(promoCodes: readonly string[] = []): string[] {
  return promoCodes.map(normalisePromoCode).sort();
}

function hashOf(value: object): string {
  return createHash("sha256")
    .update(JSON.stringify(canonical(value)))
    .digest("hex");
}

function canonical(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => !isEmpty(field));
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, canonical(field)]),
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);
}
