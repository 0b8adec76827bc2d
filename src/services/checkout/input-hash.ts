import { createHash } from "node:crypto";

import { formerPhone } from "../../domain/guests/former-phone";
import { phoneOfAnyBranch } from "../../domain/guests/phone";
import { formerPromoCode, normalisePromoCode } from "../../domain/promotions/promotion-terms";
import { keyOf } from "../../domain/texts/typed-text";
import { type NewOrder } from "./new-order";
import { type WantedOrder } from "./wanted-order";

/**
 * Equal for input that asks for the same order, however it was written: the order of fields, what
 * is left out because it is empty, and how the phone and promo codes are spelled do not matter. A
 * field added to the API later does not change it either, as long as it is left out.
 */
export function inputHashOf(input: NewOrder): string {
  const { asWritten: _before, ...order } = input;
  const { customer, promoCodes } = order;
  const phone = phoneOfAnyBranch(customer.phone) ?? keyOf(customer.phone);
  return hashOf({ ...order, customer: { ...customer, phone }, promoCodes: sameCodes(promoCodes) });
}

/**
 * What stands in the orders of the same input that were taken before texts were cleaned and phones
 * were read.
 */
export function formerInputHashOf(input: NewOrder): string {
  const { asWritten, ...cleaned } = input;
  const order = asWritten ?? cleaned;
  const { customer, promoCodes = [] } = order;
  const phone = formerPhone(customer.phone) ?? customer.phone;
  return hashOf({
    ...order,
    customer: { ...customer, phone },
    promoCodes: promoCodes.map(formerPromoCode).sort(),
  });
}

/**
 * Equal for orders that cost the same: what is ordered and what makes it cheaper, but for points.
 */
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
  return (
    value === null ||
    value === undefined ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}
