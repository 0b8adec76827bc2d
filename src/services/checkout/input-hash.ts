import { formerPhone } from "../../domain/guests/former-phone";
import { phoneOfAnyBranch } from "../../domain/guests/phone";
import { formerPromoCode, normalisePromoCode } from "../../domain/promotions/promotion-terms";
import { keyOf } from "../../domain/texts/typed-text";
import { hashOfInput } from "../idempotency/hash-of-input";
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
  return hashOfInput({
    ...order,
    customer: { ...customer, phone },
    promoCodes: sameCodes(promoCodes),
  });
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
  return hashOfInput({
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
  return hashOfInput({ fulfilment, dishes, discounts, promoCodes: sameCodes(promoCodes) });
}

function sameCodes(promoCodes: readonly string[] = []): string[] {
  return promoCodes.map(normalisePromoCode).sort();
}
