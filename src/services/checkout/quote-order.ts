import { type EntityManager } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { newId } from "../../domain/ids";
import { currencyStep, toStep } from "../../domain/money/currency";
import { type Kopecks } from "../../domain/money/money";
import { type OrderMoney, paidByPoints, priceOf } from "../../domain/money/order-money";
import { Quote } from "../../entities/checkout/quote";
import { Refused } from "../../errors";
import { type AddressQuestions } from "../../ports/address-questions";
import { type Clock } from "../../ports/clock";
import { type PosLoyaltyQuote } from "../../ports/pos/pos-loyalty";
import { type ConfirmDiscount } from "../loyalty/confirm-discount";
import { insufficient } from "../loyalty/loyalty-errors";
import { type OfferPoints } from "../loyalty/offer-points";
import { type QuoteLoyalty } from "../loyalty/quote-loyalty";
import { type LoyaltyStatement } from "../loyalty/read-loyalty";
import { type CodeQuestions, freeQuestions } from "../promotions/code-questions";
import { type ChooseTime } from "./choose-time";
import { basketHashOf } from "./input-hash";
import { leavesPriceKnown, objections } from "./objections";
import { type PriceCheckout, type PricedCheckout } from "./price-checkout";
import { type PricedOrder, type QuotedTerms } from "./price-order";
import { ticketToQuote } from "./ticket-to-quote";
import { type WantedOrder } from "./wanted-order";

/** Long enough to fill in a form. */
const HOLDS_MS = 15 * 60_000;

/** What a guest gets to see. */
export interface QuotedOrder extends Pick<PricedCheckout, "branch" | "lines"> {
  readonly id: string;
  readonly expiresAt: Date;
  /** Includes as many of the wanted points as may be spent. */
  readonly money: OrderMoney;
  readonly promotions: PricedOrder["promotions"];
  readonly gifts: PricedCheckout["promo"]["gifts"];
  /** The most that points may pay; 0 for anyone who may not spend them. */
  readonly bonusMax: Kopecks;
  /** What would cause the order to be refused, and what could not be checked. */
  readonly warnings: readonly UserError[];
}

/** What the POS answered, or why it did not. */
interface Told<T> {
  readonly value: T | null;
  readonly userErrors: readonly UserError[];
}

const NOTHING_ASKED: Told<never> = { value: null, userErrors: [] };

/** Returns what an order would cost, and keeps that promise for a quarter of an hour. */
export class QuoteOrder {
  constructor(
    private readonly parts: {
      readonly manager: EntityManager;
      readonly priceCheckout: PriceCheckout;
      readonly chooseTime: ChooseTime;
      readonly confirmDiscount: ConfirmDiscount;
      readonly offerPoints: OfferPoints;
      readonly quoteLoyalty: QuoteLoyalty;
      readonly clock: Clock;
    },
  ) {}

  /**
   * Safe to repeat: each call creates a separate quote. If the POS does not respond, the guest
   * still gets a quote, only without what the POS gives.
   *
   * @param unreadable what the API layer could not read of the input
   * @param addresses null if the POS is not asked about the location of an address given in words
   * @throws {RateLimited} the caller has caused too many requests to the POS
   * @throws {Refused} with every user error together, when one of them leaves no price to give
   */
  async execute(
    wanted: WantedOrder,
    unreadable: readonly UserError[],
    viewer: Viewer,
    questions: CodeQuestions = freeQuestions(),
    addresses: AddressQuestions | null = null,
  ): Promise<QuotedOrder> {
    const { priceCheckout, confirmDiscount } = this.parts;
    const asker = { viewer, questions, addresses };
    const pricedCheckout = await priceCheckout.execute(wanted, unreadable, asker);
    const { branch, lines, userErrors } = pricedCheckout;
    if (!userErrors.every(leavesPriceKnown)) throw new Refused(userErrors);
    const [points, loyalty, discount, time] = await Promise.all([
      this.points(pricedCheckout, wanted),
      this.loyalty(pricedCheckout, wanted),
      told(confirmDiscount.execute(branch, pricedCheckout.priced.money.discount)),
      told(this.parts.chooseTime.mayStillTake(wanted, pricedCheckout)),
    ]);
    const terms = termsOf(pricedCheckout.priced, points.value, loyalty.value);
    const priced = pricedCheckout.reprice(terms);
    const available = availablePoints(points.value, branch.currencyCode);
    const bonusMax = Math.min(priced.bonusLimit, available);
    const missing =
      points.value && (wanted.bonusToSpend ?? 0) > available ? [insufficient(available)] : [];
    const quote = await this.keep(quoteColumns(wanted, pricedCheckout, priced, terms));
    return {
      ...quote,
      branch,
      lines,
      promotions: priced.promotions,
      bonusMax,
      gifts: pricedCheckout.promo.gifts,
      money: paidByPoints(priced.money, Math.min(priced.money.bonusSpent, bonusMax)),
      warnings: objections(pricedCheckout, priced).concat(
        [points, loyalty, discount, time].flatMap((answer) => answer.userErrors),
        missing,
      ),
    };
  }

  private async keep(columns: ReturnType<typeof quoteColumns>) {
    const { manager, clock } = this.parts;
    const quote = { id: newId(), expiresAt: new Date(clock.now().getTime() + HOLDS_MS) };
    await manager.insert(Quote, Object.assign(columns, quote));
    return quote;
  }

  private async points(
    { branch, phone, priced }: PricedCheckout,
    wanted: WantedOrder,
  ): Promise<Told<LoyaltyStatement>> {
    if (phone === null || priced.bonusLimit === 0) return NOTHING_ASKED;
    const { value, userErrors } = await told(
      this.parts.offerPoints.execute(branch.id, phone, "QUOTE"),
    );
    // A guest who wants no points need not hear that the branch has none.
    const news = wanted.bonusToSpend
      ? userErrors
      : userErrors.filter(({ code }) => code !== UserErrorCode.LOYALTY_DISABLED);
    return { value, userErrors: news };
  }

  /**
   * What a programme gives a guest reveals who they are, so it is requested only for viewers who
   * may know.
   */
  private async loyalty(
    pricedCheckout: PricedCheckout,
    wanted: WantedOrder,
  ): Promise<Told<PosLoyaltyQuote>> {
    const { branch, settings, phone, isWalletOpen } = pricedCheckout;
    if (!settings?.quotesByPosLoyalty || phone === null || !isWalletOpen) return NOTHING_ASKED;
    return told(
      this.parts.quoteLoyalty.execute(
        branch.id,
        ticketToQuote(wanted, pricedCheckout, settings, phone),
      ),
    );
  }
}

function termsOf(
  { money: { deliveryFee } }: PricedOrder,
  points: LoyaltyStatement | null,
  loyalty: PosLoyaltyQuote | null,
): QuotedTerms {
  const posBonusLimit =
    loyalty && points ? (loyalty.bonusLimits.get(points.walletId ?? "") ?? 0) : null;
  return { deliveryFee, posPromotions: loyalty?.promotions ?? [], posBonusLimit };
}

function availablePoints(points: LoyaltyStatement | null, currencyCode: string): Kopecks {
  return points ? toStep(Math.max(0, points.balance - points.held), currencyStep(currencyCode)) : 0;
}

function quoteColumns(
  wanted: WantedOrder,
  { branch, phone, menu, place }: PricedCheckout,
  { money }: PricedOrder,
  { posPromotions, posBonusLimit }: QuotedTerms,
) {
  return {
    branchId: branch.id,
    phone,
    basketHash: basketHashOf(wanted),
    menuRevision: menu.catalogue.revision,
    price: priceOf(money),
    deliveryFee: money.deliveryFee,
    deliveryZone: place.zone?.id ?? null,
    posPromotions: [...posPromotions],
    posBonusLimit,
  };
}

async function told<T>(answer: Promise<T>): Promise<Told<T>> {
  try {
    return { value: await answer, userErrors: [] };
  } catch (error) {
    if (error instanceof Refused)
      return { value: null, userErrors: error.userErrors as readonly UserError[] };
    throw error;
  }
}
