import { type EntityManager } from "typeorm";

import { keyOwnerOf } from "../../domain/access/key-owner";
import { type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { ownDiscount } from "../../domain/promotions/applied-promotion";
import { type Order } from "../../entities/orders/order";
import { RateLimited, Refused } from "../../errors";
import { type Clock } from "../../ports/clock";
import { type OrderChallenges } from "../../ports/order-challenges";
import { type OrderMeter } from "../../ports/order-meter";
import { type Secrets } from "../../ports/secrets";
import { type Spans } from "../../ports/spans";
import { type ConfirmDiscount } from "../loyalty/confirm-discount";
import { type OfferPoints } from "../loyalty/offer-points";
import { type LoyaltyStatement } from "../loyalty/read-loyalty";
import { trackingTokenOf } from "../orders/read/tracking-token";
import { type CodeQuestions, freeQuestions } from "../promotions/code-questions";
import { errorsOfNewOrder, errorsOfTotal } from "./check-new-order";
import { type ChooseTime, type ChosenTime } from "./choose-time";
import { EarlierOrders, isSameInput, type OrderKey } from "./earlier-orders";
import { type OrderOrigin, standingOf } from "./guest-standing";
import { formerInputHashOf, inputHashOf } from "./input-hash";
import { type NewOrder } from "./new-order";
import { objections } from "./objections";
import { type CheckedOrder, orderColumns } from "./order-columns";
import * as userError from "./order-errors";
import { errorsOfSaleHours } from "./outside-hours";
import { type PriceCheckout, type PricedCheckout } from "./price-checkout";
import { type SaveOrder } from "./save-order";

export interface TakenOrder {
  readonly order: Order;
  readonly trackingToken: string;
  /** The key was already known, so nothing was created. */
  readonly replayed: boolean;
}

/**
 * Accepts an order from Result.Rest. The POS is not called here, because the `send-order` job does
 * that; but for an order that spends points the guest's balance is read first, and for a promo code
 * that is not Result.Rest's the POS is asked.
 */
export class CreateOrder {
  private readonly earlier: EarlierOrders;

  constructor(
    private readonly parts: {
      readonly manager: EntityManager;
      readonly saveOrder: SaveOrder;
      readonly priceCheckout: PriceCheckout;
      readonly chooseTime: ChooseTime;
      readonly confirmDiscount: ConfirmDiscount;
      readonly offerPoints: OfferPoints;
      readonly challenges: OrderChallenges;
      readonly secrets: Secrets;
      readonly clock: Clock;
      readonly meter: OrderMeter;
      readonly spans: Spans;
    },
  ) {
    this.earlier = new EarlierOrders(parts.manager);
  }

  /**
   * Saves the order, its history and the job that will submit it, or nothing. Safe to repeat: the
   * same key with the same input always gives the same order of the branch, even if prices, menu
   * and branch have changed since, and no matter who repeats it: a guest may have signed in in the
   * meantime, or a token may have expired. The key of a different owner is a different key.
   *
   * @param unreadable errors from parsing the input; reported together with everything else that is
   *   wrong
   * @param origin where it comes from; null: it was made in this process, and no limit on
   *   unverified guests applies to it
   * @throws {Refused} with all user errors together; the POS's objections to points or discounts
   *   come after everything else
   * @throws {RateLimited} the caller has caused too many POS requests; no order was accepted
   */
  async execute(
    input: NewOrder,
    unreadable: readonly UserError[] = [],
    viewer: Viewer = { kind: "anonymous" },
    origin: OrderOrigin | null = null,
    questions: CodeQuestions = freeQuestions(),
  ): Promise<TakenOrder> {
    const { branchId, idempotencyKey } = input;
    const hashes = { inputHash: inputHashOf(input), formerHash: () => formerInputHashOf(input) };
    const key = { branchId, idempotencyKey, ...hashes, keyOwner: keyOwnerOf(viewer) };
    const earlier = await this.earlier.find(key);
    if (earlier) return this.replay(earlier, key);
    try {
      return await this.take(input, key, unreadable, { viewer, origin, questions });
    } catch (error) {
      // The same call, a moment earlier, may have used up what this one is refused: a code, the
      // points, the last portion.
      const isRefusal = error instanceof Refused || error instanceof RateLimited;
      const taken = isRefusal ? await this.earlier.find(key) : null;
      if (taken) return this.replay(taken, key);
      throw error;
    }
  }

  private async take(
    input: NewOrder,
    key: OrderKey,
    unreadable: readonly UserError[],
    caller: Caller,
  ): Promise<TakenOrder> {
    const { meter, spans, clock } = this.parts;
    const startedAt = clock.now();
    const checked = await this.check(input, unreadable, caller);
    const time = await this.parts.chooseTime.execute(input, checked);
    this.refuseUnsold(input, checked, time);
    const points = await this.confirm(checked);
    const saved = await this.parts.saveOrder.execute({
      columns: orderColumns(input, checked, time, key, clock.now()),
      lines: [...checked.lines, ...checked.promo.gifts],
      promotions: checked.promo.usable,
      points,
      challenge: checked.guest.solved,
      mostOpen: checked.guest.mostOpen,
      quoteId: checked.usedQuoteId,
      slot: time.slot,
    });
    if (saved === "slot full") throw await this.slotFull(input, checked, time);
    const { order, isNew } = saved;
    if (!isNew) return this.replay(order, key);
    meter.accepted(order.branchId);
    spans.pastOfOrder(order.id, "createOrder", startedAt);
    return this.taken(order, false);
  }

  /** The slot of an order that waits for the opening may begin after breakfast has ended. */
  private refuseUnsold(input: NewOrder, { menu, branch }: CheckedOrder, time: ChosenTime): void {
    if (time.wantedAt === null || time.wantedAt === input.wantedAt) return;
    const place = { now: this.parts.clock.now(), timeZone: branch.timeZone };
    const stopList = menu.limitsAt(time.wantedAt);
    const unsold = errorsOfSaleHours(input, menu.catalogue, stopList, place);
    if (unsold.length > 0) throw new Refused(unsold);
  }

  private async slotFull(input: NewOrder, place: CheckedOrder, { slot }: ChosenTime) {
    return new Refused(slot ? [await this.parts.chooseTime.full(input, place, slot)] : []);
  }

  /**
   * The POS's objections to the order come after everything else, because they take a call.
   * @returns the points it may spend
   */
  private async confirm({
    branch,
    phone,
    priced: { money, promotions },
  }: CheckedOrder): Promise<LoyaltyStatement | null> {
    const [statement] = await Promise.all([
      money.bonusSpent === 0 ? null : this.parts.offerPoints.execute(branch.id, phone, "ORDER"),
      this.parts.confirmDiscount.execute(branch, ownDiscount(money.discount, promotions)),
    ]);
    return statement;
  }

  /**
   * A caller who sends the same input already knows everything in it, and gets the order
   * (docs/adr/0033).
   */
  private replay(order: Order, key: OrderKey): TakenOrder {
    if (!isSameInput(order, key)) throw new Refused([userError.keyReused()]);
    return this.taken(order, true);
  }

  private taken(order: Order, replayed: boolean): TakenOrder {
    return {
      order,
      trackingToken: trackingTokenOf(this.parts.secrets, order.id, order.trackingGeneration),
      replayed,
    };
  }

  private async check(
    input: NewOrder,
    unreadable: readonly UserError[],
    caller: Caller,
  ): Promise<CheckedOrder> {
    const { viewer, origin, questions } = caller;
    const standing = ({ branch, settings, phone }: Standing) =>
      standingOf({ viewer, phone, branchId: branch.id, settings }, origin, this.parts.challenges);
    const alsoAgainst = (of: Standing) => [
      ...errorsOfNewOrder(input, of.settings, viewer),
      ...standing(of).userErrors,
    ];
    const pricedCheckout = await this.parts.priceCheckout.execute(input, unreadable, {
      viewer,
      questions,
      alsoAgainst,
    });
    const { phone, priced } = pricedCheckout;
    const all = [...objections(pricedCheckout, priced), ...alsoAgainst(pricedCheckout)];
    // A total based on something invalid is not worth comparing.
    const refusal = all.length > 0 ? all : errorsOfTotal(input, pricedCheckout);
    if (refusal.length > 0 || phone === null) throw new Refused(refusal);
    return { ...pricedCheckout, phone, guest: standing(pricedCheckout) };
  }
}

interface Caller {
  readonly viewer: Viewer;
  readonly origin: OrderOrigin | null;
  readonly questions: CodeQuestions;
}

type Standing = Pick<PricedCheckout, "branch" | "settings" | "phone">;
