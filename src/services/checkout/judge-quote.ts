import { type EntityManager } from "typeorm";

import { type UserError } from "../../domain/errors/user-error";
import { isStoredPhone } from "../../domain/guests/former-phone";
import { type Quote } from "../../entities/checkout/quote";
import { type Order } from "../../entities/orders/order";
import { Refused } from "../../errors";
import { type CheckedPlace } from "./check-place";
import { basketHashOf } from "./input-hash";
import { type QuotedTerms } from "./price-order";
import {
  quoteNotFound,
  quoteOfAnotherBasket,
  quoteOfAnotherBranch,
  quoteOfAnotherGuest,
  quoteUsed,
} from "./quote-errors";
import { type WantedOrder } from "./wanted-order";

interface Surroundings {
  /** The order's branch. */
  readonly branchId: string;
  /** Phone of the order's guest, E.164; null: unknown. */
  readonly phone: string | null;
  readonly menuRevision: number;
  readonly now: Date;
}

/**
 * What a quote guarantees for an order: nothing once it has expired, another order has used it up,
 * or the menu has changed. Its price is compared even then, so that nobody unknowingly pays a
 * different one.
 *
 * @param quote null: no quote has that id
 */
export function judgeQuote(
  quote: Quote | null,
  order: WantedOrder,
  { branchId, phone, menuRevision, now }: Surroundings,
): { readonly terms: QuotedTerms | null; readonly userErrors: readonly UserError[] } {
  if (!quote) return { terms: null, userErrors: [quoteNotFound()] };
  const userErrors = [
    ...(quote.branchId === branchId ? [] : [quoteOfAnotherBranch()]),
    ...(quote.basketHash === basketHashOf(order) ? [] : [quoteOfAnotherBasket()]),
    ...(quote.phone === null || phone === null || isStoredPhone(quote.phone, phone)
      ? []
      : [quoteOfAnotherGuest()]),
  ];
  const lasts = now < quote.expiresAt && quote.usedBy === null;
  const holds = userErrors.length === 0 && lasts && quote.menuRevision === menuRevision;
  return { terms: holds ? quote : null, userErrors };
}

/** The order that refers to a quote. */
interface NamedBy extends Pick<Surroundings, "phone" | "now"> {
  readonly branch: { readonly id: string };
  readonly menu: { readonly catalogue: { readonly revision: number } };
  readonly place: CheckedPlace;
}

/**
 * The same for the quote to which an order refers, if any. A fee is valid for the zone for which it
 * was quoted.
 */
export function judgeNamedQuote(
  quote: Quote | null,
  order: WantedOrder,
  { branch, menu, place, phone, now }: NamedBy,
): ReturnType<typeof judgeQuote> {
  if (typeof order.quoteId !== "string") return { terms: null, userErrors: [] };
  const menuRevision = menu.catalogue.revision;
  const asOf = { branchId: branch.id, phone, menuRevision, now };
  const { terms, userErrors } = judgeQuote(quote, order, asOf);
  const zoneId = place.zone?.id ?? null;
  if (terms === null || quote?.deliveryZone === zoneId) return { terms, userErrors };
  const { posPromotions, posBonusLimit } = terms;
  return { terms: { posPromotions, posBonusLimit, deliveryFee: null }, userErrors };
}

/**
 * Marks a quote as used, in the transaction that saves the order: what the POS's programme grants
 * through it is granted once, however many orders refer to it simultaneously.
 *
 * @throws {Refused} PRICE_CHANGED: another order was first
 */
export async function useQuote(
  tx: EntityManager,
  quoteId: string,
  { id }: Pick<Order, "id">,
): Promise<void> {
  const used = await tx.query<unknown[]>(
    `with used as (update quotes set used_by = $2 where id = $1 and used_by is null returning id) select id from used`,
    [quoteId, id],
  );
  if (used.length === 0) throw new Refused([quoteUsed()]);
}
