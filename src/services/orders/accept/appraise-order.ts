import { type DataSource } from "typeorm";

import { isUuid } from "../../../domain/ids";
import { type TicketLine } from "../../../domain/order-ticket";
import { normalisePhone } from "../../../domain/phone";
import { priceBasket } from "../../../domain/pricing";
import { NOTHING_STOPPED } from "../../../domain/stop-list";
import { UserErrorCode } from "../../../domain/user-error-code";
import { type UserFault } from "../../../domain/user-fault";
import { type Viewer } from "../../../domain/viewer";
import { Branch } from "../../../entities/branch";
import { BranchSettings } from "../../../entities/branch-settings";
import { Refused } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { type ShownMenu } from "../../catalogue/menu/shown-menu";
import { faultsOfWantedOrder } from "./check-wanted-order";
import * as fault from "./order-faults";
import { priceOrder, type PricedOrder } from "./price-order";
import { type WantedOrder } from "./wanted-order";

/** What an order would cost, and all that stands against it. */
export interface Appraisal {
  readonly branch: Branch;
  readonly settings: BranchSettings | null;
  readonly menu: ShownMenu;
  /** E.164; null: the guest has not said, or wrote none. */
  readonly phone: string | null;
  /** One for each line that was wanted, unless a fault says why it has no price. */
  readonly lines: readonly TicketLine[];
  readonly priced: Pick<PricedOrder, "money" | "promotions">;
  readonly faults: readonly UserFault[];
}

/** With these an order cannot be taken now, and yet it is known what it costs. */
const PRICE_KNOWN: ReadonlySet<UserErrorCode> = new Set([
  UserErrorCode.BRANCH_NOT_ACCEPTING,
  UserErrorCode.ITEM_UNAVAILABLE,
  UserErrorCode.PRICE_CHANGED,
  UserErrorCode.FORBIDDEN,
  UserErrorCode.LOYALTY_DISABLED,
  UserErrorCode.LOYALTY_INSUFFICIENT,
  UserErrorCode.LOYALTY_LIMIT_EXCEEDED,
  UserErrorCode.DISCOUNT_NOT_MAPPED,
  UserErrorCode.UPSTREAM_UNAVAILABLE,
  UserErrorCode.UPSTREAM_REJECTED,
]);

/** Does the price of an order stand, whatever this fault says against taking it? */
function leavesPriceKnown({ code }: UserFault): boolean {
  return PRICE_KNOWN.has(code);
}

/** Prices what a guest wants: the one way to a price, for quotes and orders alike. The POS is not asked. */
export class AppraiseOrder {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly menus: { of(branchId: string): Promise<ShownMenu | undefined> };
      readonly clock: Clock;
    },
  ) {}

  /**
   * @param unreadable what the door could not read of the order; told with everything else
   * @throws {Refused} there is no such branch; all other faults stand in the appraisal
   */
  async execute(order: WantedOrder, unreadable: readonly UserFault[], viewer: Viewer): Promise<Appraisal> {
    const { branch, settings, menu } = await this.surroundings(order.branchId, unreadable);
    // What is too old to be sure of refuses nothing: the till decides.
    const stopList = menu.stockStale ? NOTHING_STOPPED : menu.stopList;
    const basket = priceBasket(menu.catalogue, order.lines, order.onPriceMismatch, stopList);
    const phone = (order.customer && normalisePhone(order.customer.phone)) ?? null;
    const { lines, subtotal } = basket;
    const { discounts = [], bonusToSpend } = order;
    const { faults: moneyFaults, ...priced } = priceOrder(
      { viewer, phone, subtotal, discounts, bonusToSpend: bonusToSpend ?? 0 },
      branch,
      settings,
    );
    const wrong = faultsOfWantedOrder(order, branch, settings, this.parts.clock.now());
    const faults = [...unreadable, ...wrong, ...basket.faults];
    const isPriced = faults.every(leavesPriceKnown);
    return { branch, settings, menu, phone, lines, priced, faults: isPriced ? [...faults, ...moneyFaults] : faults };
  }

  private async surroundings(branchId: string, unreadable: readonly UserFault[]) {
    const { db, menus } = this.parts;
    if (!isUuid(branchId)) throw new Refused([fault.branchNotFound(), ...unreadable]);
    const [branch, settings, menu] = await Promise.all([
      db.manager.findOneBy(Branch, { id: branchId }),
      db.manager.findOneBy(BranchSettings, { branchId }),
      menus.of(branchId),
    ]);
    if (!branch || !menu) throw new Refused([fault.branchNotFound(), ...unreadable]);
    return { branch, settings, menu };
  }
}
