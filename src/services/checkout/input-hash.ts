import { formerPhone } from "../../domain/guests/former-phone";
import { phoneOfAnyBranch } from "../../domain/guests/phone";
import { formerPromoCode, normalisePromoCode } from "../../domain/promotions/promotion-terms";
import { keyOf } from "../../domain/texts/typed-text";
import { hashOfInput } from "../idempotency/hash-of-input";
import { type NewOrder } from "./new-order";
import { type WantedOrder } from "./wanted-order";

/**
 * Equal for inputs that ask for the same order, however they are written: the order of fields,
 * omitted empty values, and the spelling of phone and promo codes do not matter. A field added to
 * the API later does not change it either, as long as it is omitted.
 */
export function inputHashOf(input: NewOrder): string {
  const { asWritten: _before, ...order } = input;
  const { customer, promoCodes } = order;
  const phone = phoneOfAnyBranch(customer.phone) ?? keyOf(customer.phone);
  return hashOfInput({
    ...order,
    customer: { ...customer, phone },
    promoCodes: sameCodes(promoCodes),
  });
}

/**
 * The hash in orders with the same input that were accepted before texts were cleaned and phones
 * were parsed.
 */
export function formerInputHashOf(input: NewOrder): string {
  const { asWritten, ...cleaned } = input;
  const order = asWritten ?? cleaned;
  const { customer, promoCodes = [] } = order;
  const phone = formerPhone(customer.phone) ?? customer.phone;
  return hashOfInput({
    ...order,
    customer: { ...customer, phone },
    promoCodes: promoCodes.map(formerPromoCode).sort(),
  });
}

/**
 * Equal for orders that cost the same: what is ordered and what makes it cheaper, except for
 * points.
 */
export function basketHashOf({ fulfilment, lines, discounts, promoCodes }: WantedOrder): string {
  const dishes = lines.map(({ comment: _words, expectedUnitPrice: _belief, ...dish }) => dish);
  return hashOfInput({ fulfilment, dishes, discounts, promoCodes: sameCodes(promoCodes) });
}

function sameCodes(promoCodes: readonly string[] = []): string[] {
  return promoCodes.map(normalisePromoCode).sort();
}
