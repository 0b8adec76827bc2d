import { actsFor } from "../../domain/access/acts-for";
import { type Viewer } from "../../domain/access/viewer";
import { priceBasket } from "../../domain/checkout/pricing";
import { type UserError } from "../../domain/errors/user-error";
import { normalisePhone } from "../../domain/guests/phone";
import { type Kopecks } from "../../domain/money/money";
import { type PromoCode } from "../../domain/promotions/promotion-terms";
import { type TicketLine } from "../../domain/ticket/order-ticket";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { Refused } from "../../errors";
import { type AddressQuestions } from "../../ports/address-questions";
import { type PosIds } from "../../ports/pos/pos-ids";
import { type ShownMenu } from "../catalogue/menu/shown-menu";
import { type FindPlace } from "../delivery/find-place";
import { type OpenWallets } from "../loyalty/open-wallets";
import { type PosConnections } from "../pos/pos-connections";
import { type CodeQuestions } from "../promotions/code-questions";
import { type FindPromoCodes } from "../promotions/find-promo-codes";
import { type AppliedPromoCodes, applyPromoCodes } from "./apply-promo-codes";
import { type CheckedPlace, checkPlace, wantedPlace } from "./check-place";
import { streetErrors } from "./check-street";
import { errorsOfWantedOrder, isOversized } from "./check-wanted-order";
import { CheckoutSurroundings, type SurroundingParts } from "./checkout-surroundings";
import { countedPromotionErrors } from "./guest-standing";
import { judgeNamedQuote } from "./judge-quote";
import { leavesPriceKnown } from "./objections";
import { MOST } from "./order-limits";
import { errorsOfSaleHours } from "./outside-hours";
import { type PricedOrder, priceOrder, type QuotedTerms } from "./price-order";
import { type WantedOrder } from "./wanted-order";
import { errorsOfAmounts } from "./whole-amounts";

/** What an order would cost, and every objection to it. */
export interface PricedCheckout {
  readonly branch: Branch;
  readonly settings: BranchSettings | null;
  readonly menu: ShownMenu;
  /** How much longer than usual the kitchen takes. */
  readonly extraMinutes: number;
  /** E.164; null if the guest has not given one, or gave an invalid one. */
  readonly phone: string | null;
  /** Whether the viewer may see the guest's points. */
  readonly isWalletOpen: boolean;
  /** One per wanted line, unless a user error explains why it has no price. */
  readonly lines: readonly TicketLine[];
  /** Where the order goes, and whose terms apply. */
  readonly place: CheckedPlace;
  /** What promo codes give besides the discount included in the price. */
  readonly promo: Pick<AppliedPromoCodes, "usable" | "gifts">;
  readonly priced: PricedOrder;
  /** Recalculates the price under other terms. */
  readonly reprice: (terms: QuotedTerms) => PricedOrder;
  /** The price given by a quote; null if there is no quote. */
  readonly quotedPrice: Kopecks | null;
  /**
   * The quote whose terms apply and through which the POS's programme gives something; it can be
   * used by one order only. null if there is none.
   */
  readonly usedQuoteId: string | null;
  /** Every objection to the order except those about its price. */
  readonly userErrors: readonly UserError[];
}

type Surroundings = Awaited<ReturnType<CheckoutSurroundings["read"]>>;

/** Who is asking, and for what purpose. */
interface Asker {
  readonly viewer: Viewer;
  readonly questions: CodeQuestions;
  /**
   * How to ask the POS about addresses. If omitted, the POS is not asked and only what is already
   * known counts.
   */
  readonly addresses?: AddressQuestions | null | undefined;
  /**
   * Further reasons to refuse an order. Omitted if only the price is wanted, which some user errors
   * do not affect. The POS is not asked anything about an order that is refused anyway.
   */
  readonly alsoAgainst?: (
    of: Pick<PricedCheckout, "branch" | "settings" | "phone">,
  ) => readonly UserError[];
}

/**
 * Prices what a guest wants. Quotes and orders alike get their prices only from here. Asks the POS
 * about promo codes that are not Result.Rest's and, for a quote, about the location of an address
 * given in words.
 */
export class PriceCheckout {
  private readonly surroundings: CheckoutSurroundings;

  constructor(
    private readonly parts: SurroundingParts & {
      readonly findPromoCodes: FindPromoCodes;
      readonly openWallets: OpenWallets;
      readonly findPlace: FindPlace;
      readonly vendors: Pick<PosConnections, "vendorOf">;
    },
  ) {
    this.surroundings = new CheckoutSurroundings(parts);
  }

  /**
   * @param unreadable what the API layer could not read of the order; reported with everything else
   * @throws {RateLimited} the caller has caused too many requests to the POS
   * @throws {Refused} there is no such branch, or the order exceeds the size limits; all other user
   *   errors are in the pricedCheckout
   */
  async execute(
    order: WantedOrder,
    unreadable: readonly UserError[],
    asker: Asker,
  ): Promise<PricedCheckout> {
    await asker.questions.admit();
    const { viewer } = asker;
    const read = await this.surroundings.read(order, unreadable, viewer);
    const { quote, when, branch, settings, menu, extraMinutes } = read;
    const around = { branch, settings, menu, extraMinutes };
    const phone = phoneOf(order, branch, viewer);
    const wrong = [...unreadable, ...this.errorsOf(order, { ...around, phone }, when.now)];
    if (isOversized(order)) throw new Refused(wrong);
    const { stopList, lines, subtotal, sum, ...basket } = basketOf(order, around, when);
    const place = await this.placeOf(order, { ...read, sum }, wrong, asker);
    const quoted = judgeNamedQuote(quote, order, { ...around, phone, place, now: when.now });
    const userErrors = [wrong, basket.userErrors, place.userErrors, quoted.userErrors].flat();
    const codes = await this.promoCodes(order, { ...around, phone }, userErrors, asker);
    const given = { branch, subtotal, now: when.now, menu: menu.catalogue, stopList };
    const promo = applyPromoCodes(codes, order, given);
    const isWalletOpen =
      phone !== null && (await this.parts.openWallets.includes(phone, viewer, branch.id));
    const asked = { viewer, phone, isWalletOpen, subtotal, promo, zone: place.zone };
    const reprice = (terms: QuotedTerms | null) =>
      priceOrder({ ...asked, ...wishesOf(order), quoted: terms }, branch, settings);
    const counted = { viewer, phone, branchId: branch.id, settings };
    return {
      ...around,
      place,
      phone,
      lines,
      promo,
      isWalletOpen,
      usedQuoteId: quote && givesByProgramme(quoted.terms) ? quote.id : null,
      quotedPrice: quote?.price ?? null,
      priced: reprice(quoted.terms),
      reprice,
      userErrors: [...userErrors, ...countedPromotionErrors(counted, promo.usable)],
    };
  }

  /** Does not look up an address that is invalid. */
  private async placeOf(
    order: WantedOrder,
    { branch, street, when, sum, ...by }: Surroundings & { readonly sum: Kopecks | null },
    wrong: readonly UserError[],
    { addresses = null }: Asker,
  ): Promise<CheckedPlace> {
    const wanted = wantedPlace(order, street.address);
    const isSought = wanted !== null && wrong.every(leavesPriceKnown);
    const place = isSought ? await this.parts.findPlace.execute(wanted, by, addresses) : wanted;
    const { settings, zones } = by;
    return checkPlace(order, { branch, settings, zones, street, place, sum, ...when });
  }

  /** Everything wrong with the order, except its dishes and its place. */
  private errorsOf(
    order: WantedOrder,
    of: Pick<PricedCheckout, "branch" | "settings" | "extraMinutes" | "phone">,
    now: Date,
  ): UserError[] {
    return [
      ...errorsOfWantedOrder(order, of, now),
      ...streetErrors(order, this.idsOf(of.settings)),
    ];
  }

  private idsOf(settings: PricedCheckout["settings"]): PosIds | undefined {
    return settings ? this.parts.vendors.vendorOf(settings.pos)?.ids : undefined;
  }

  /** The POS is not asked anything about an order that is refused anyway. */
  private promoCodes(
    { promoCodes = [] }: WantedOrder,
    of: Pick<PricedCheckout, "branch" | "settings" | "phone">,
    userErrors: readonly UserError[],
    { viewer, questions, alsoAgainst }: Asker,
  ): Promise<PromoCode[]> {
    const { branch, settings, phone } = of;
    const against = alsoAgainst?.(of);
    const isRefused = against
      ? userErrors.length + against.length > 0
      : !userErrors.every(leavesPriceKnown);
    const typed = promoCodes.slice(0, MOST.promoCodes);
    const guest = actsFor(viewer, phone, branch.id) ? phone : null;
    const asked = isRefused ? null : questions;
    return this.parts.findPromoCodes.execute(branch, settings, typed, guest, asked);
  }
}

/** A signed-in guest need not give it again. */
function phoneOf({ customer }: WantedOrder, { country }: Branch, viewer: Viewer): string | null {
  if (!customer) return viewer.kind === "customer" ? viewer.phone : null;
  return normalisePhone(customer.phone, country) ?? null;
}

function basketOf(
  order: WantedOrder,
  { menu, branch }: Pick<PricedCheckout, "menu" | "branch">,
  { now, takenFor }: { readonly now: Date; readonly takenFor: Date | null },
) {
  const stopList = menu.limitsAt(takenFor ?? now);
  const basket = priceBasket(menu.catalogue, order.lines, order.onPriceMismatch, stopList);
  const place = { now, timeZone: branch.timeZone };
  const outside = errorsOfSaleHours(order, menu.catalogue, stopList, place);
  const userErrors = [...basket.userErrors, ...errorsOfAmounts(order, menu), ...outside];
  return { ...basket, userErrors, stopList, sum: userErrors.length === 0 ? basket.subtotal : null };
}

function wishesOf({ fulfilment, discounts = [], bonusToSpend }: WantedOrder) {
  return { fulfilment, discounts, bonusToSpend: bonusToSpend ?? 0 };
}

function givesByProgramme(terms: QuotedTerms | null): boolean {
  return terms !== null && terms.posPromotions.length > 0;
}
