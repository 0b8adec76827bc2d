import { type EntityManager } from "typeorm";

import { newId } from "../../../domain/ids";
import { type Kopecks } from "../../../domain/money";
import { currencyStep, type OrderMoney, paidByPoints, priceOf, toStep } from "../../../domain/order-money";
import { type UserFault } from "../../../domain/user-fault";
import { UserErrorCode } from "../../../domain/user-error-code";
import { type Viewer } from "../../../domain/viewer";
import { Quote } from "../../../entities/quote";
import { Refused } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { type ConfirmDiscount } from "../../loyalty/confirm-discount";
import { insufficient } from "../../loyalty/loyalty-faults";
import { type OfferPoints } from "../../loyalty/offer-points";
import { type Appraisal, type AppraiseOrder, leavesPriceKnown } from "./appraise-order";
import { basketHashOf } from "./input-hash";
import { type WantedOrder } from "./wanted-order";

/** Long enough to fill in a form. */
const HOLDS_MS = 15 * 60_000;

/** What a guest is told. */
export interface QuotedOrder extends Pick<Appraisal, "branch" | "lines"> {
  readonly id: string;
  readonly expiresAt: Date;
  /** With as many of the wanted points as there are. */
  readonly money: OrderMoney;
  readonly promotions: Appraisal["priced"]["promotions"];
  readonly gifts: Appraisal["promo"]["gifts"];
  /** What points may pay at most; 0 for whoever may not spend them. */
  readonly bonusMax: Kopecks;
  /** What would make the order be refused. */
  readonly warnings: readonly UserFault[];
}

interface Points {
  readonly max: Kopecks;
  readonly faults: readonly UserFault[];
}

/** Tells what an order would cost, and keeps the promise for a quarter of an hour. */
export class QuoteOrder {
  constructor(
    private readonly parts: {
      readonly manager: EntityManager;
      readonly appraiseOrder: AppraiseOrder;
      readonly confirmDiscount: ConfirmDiscount;
      readonly offerPoints: OfferPoints;
      readonly clock: Clock;
    },
  ) {}

  /**
   * Safe to repeat: each is a quote of its own. A POS that does not answer costs the guest no quote, only the points.
   *
   * @param unreadable what the door could not read of the input
   * @throws {Refused} with every fault at once, when one of them leaves no price to tell
   */
  async execute(wanted: WantedOrder, unreadable: readonly UserFault[], viewer: Viewer): Promise<QuotedOrder> {
    const { appraiseOrder, confirmDiscount, manager, clock } = this.parts;
    const appraisal = await appraiseOrder.execute(wanted, unreadable, viewer);
    const { branch, priced, faults } = appraisal;
    if (!faults.every(leavesPriceKnown)) throw new Refused(faults);
    const [points, discountFaults] = await Promise.all([
      this.points(appraisal, wanted.bonusToSpend ?? 0),
      faultsOf(confirmDiscount.execute(branch, priced.money.discount)),
    ]);
    const expiresAt = new Date(clock.now().getTime() + HOLDS_MS);
    const quote = { id: newId(), expiresAt, ...quoteColumns(wanted, appraisal) };
    await manager.insert(Quote, quote);
    return {
      ...{ id: quote.id, expiresAt, branch, lines: appraisal.lines, promotions: priced.promotions },
      gifts: appraisal.promo.gifts,
      money: paidByPoints(priced.money, Math.min(priced.money.bonusSpent, points.max)),
      bonusMax: points.max,
      warnings: [...faults, ...points.faults, ...discountFaults],
    };
  }

  private async points({ branch, phone, priced: { bonusLimit } }: Appraisal, wanted: Kopecks): Promise<Points> {
    if (phone === null || bonusLimit === 0) return { max: 0, faults: [] };
    try {
      const { balance, held } = await this.parts.offerPoints.execute(branch.id, phone);
      const available = toStep(Math.max(0, balance - held), currencyStep(branch.currencyCode));
      return { max: Math.min(bonusLimit, available), faults: wanted > available ? [insufficient(available)] : [] };
    } catch (error) {
      const faults = refusalOf(error);
      // A branch without points is no news to a guest who wants none.
      return { max: 0, faults: faults.filter(({ code }) => wanted > 0 || code !== UserErrorCode.LOYALTY_DISABLED) };
    }
  }
}

function quoteColumns(wanted: WantedOrder, { branch, phone, menu, priced: { money } }: Appraisal) {
  return {
    branchId: branch.id,
    phone,
    basketHash: basketHashOf(wanted),
    menuRevision: menu.catalogue.revision,
    price: priceOf(money),
    deliveryFee: money.deliveryFee,
    posPromotions: [],
    posBonusLimit: null,
  };
}

async function faultsOf(check: Promise<void>): Promise<readonly UserFault[]> {
  return check.then(() => [], refusalOf);
}

function refusalOf(error: unknown): readonly UserFault[] {
  if (error instanceof Refused) return error.faults as readonly UserFault[];
  throw error;
}
