import { type DataSource, type EntityManager } from "typeorm";

import { ownDiscount } from "../../../domain/applied-promotion";
import { newId, posOrderIdFor } from "../../../domain/ids";
import { InjectionState } from "../../../domain/injection-state";
import { OrderStatus } from "../../../domain/order-status";
import { type UserFault } from "../../../domain/user-fault";
import { type Viewer } from "../../../domain/viewer";
import { Order } from "../../../entities/order";
import { Refused } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { type EventFeed } from "../../../ports/event-feed";
import { type JobQueue } from "../../../ports/job-queue";
import { type OrderMeter } from "../../../ports/order-meter";
import { prepared } from "../../../ports/prepared";
import { type Secrets } from "../../../ports/secrets";
import { type Spans } from "../../../ports/spans";
import { type ConfirmDiscount } from "../../loyalty/confirm-discount";
import { type OfferPoints } from "../../loyalty/offer-points";
import { type LoyaltyStatement } from "../../loyalty/read-loyalty";
import { reservePoints } from "../../loyalty/reserve-points";
import { usePromotions } from "../../promotions/use-promotions";
import { type Appraisal, type AppraiseOrder, standsAgainst } from "./appraise-order";
import { faultsOfNewOrder, faultsOfTotal } from "./check-new-order";
import { inputHashOf } from "./input-hash";
import { insertOrder } from "./insert-order";
import { type NewOrder } from "./new-order";
import * as fault from "./order-faults";
import { sendLater } from "../inject/send-later";
import { isStorable } from "../text-faults";
import { trackingTokenOf } from "../read/tracking-token";

const BY_KEY = prepared("select 1 from orders where idempotency_key = $1");

export interface TakenOrder {
  readonly order: Order;
  readonly trackingToken: string;
  /** The key was known already: nothing was created. */
  readonly replayed: boolean;
}

/**
 * Takes an order from Result.Rest. The POS is not called here, the `send-order` job does that; but for an order that spends
 * points the guest's balance is read first, and for a promo code that is not Result.Rest's the POS is asked.
 */
export class CreateOrder {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly appraiseOrder: AppraiseOrder;
      readonly confirmDiscount: ConfirmDiscount;
      readonly offerPoints: OfferPoints;
      readonly jobs: JobQueue;
      readonly feed: EventFeed;
      readonly secrets: Secrets;
      readonly clock: Clock;
      readonly meter: OrderMeter;
      readonly spans: Spans;
    },
  ) {}

  /**
   * Saves the order, its history and the job that will send it, or nothing. Safe to repeat: the same key with the same
   * input gives the same order for ever, whatever became of prices, menu and branch since.
   *
   * @param unreadable what the door could not read of the input; told together with everything else that is wrong
   * @throws {Refused} with every fault at once; what the POS has against points or discounts comes after all else
   */
  async execute(
    input: NewOrder,
    unreadable: readonly UserFault[] = [],
    viewer: Viewer = { kind: "anonymous" },
  ): Promise<TakenOrder> {
    const inputHash = inputHashOf(input);
    const { db, meter, spans, clock } = this.parts;
    const startedAt = clock.now();
    const earlier = isStorable(input.idempotencyKey) ? await findByKey(db.manager, input.idempotencyKey) : null;
    if (earlier) return this.replay(earlier, inputHash);

    const checked = await this.check(input, unreadable, viewer);
    const { promo } = checked;
    const points = await this.confirm(checked);
    const taken = await db.transaction(async (tx) => {
      const columns = { ...orderColumns(input, checked, clock.now()), inputHash };
      const order = await insertOrder(tx, this.parts.feed, columns, [...checked.lines, ...promo.gifts]);
      // Of two equal requests at once, the second waits for the first and then finds its order.
      if (!order)
        return this.replay(await tx.findOneByOrFail(Order, { idempotencyKey: input.idempotencyKey }), inputHash);
      if (points) await reservePoints(tx, order, points);
      await usePromotions(tx, order, promo.usable);
      await sendLater(tx, this.parts.jobs, order);
      return { order, trackingToken: trackingTokenOf(this.parts.secrets, order.id), replayed: false };
    });
    if (taken.replayed) return taken;
    meter.accepted(taken.order.branchId);
    spans.pastOfOrder(taken.order.id, "createOrder", startedAt);
    return taken;
  }

  /** What the POS has against the order comes after all else: it takes a call. @returns the points it may spend */
  private async confirm({
    branch,
    phone,
    priced: { money, promotions },
  }: CheckedOrder): Promise<LoyaltyStatement | null> {
    const [statement] = await Promise.all([
      money.bonusSpent === 0 ? null : this.parts.offerPoints.execute(branch.id, phone),
      this.parts.confirmDiscount.execute(branch, ownDiscount(money.discount, promotions)),
    ]);
    return statement;
  }

  private replay(order: Order, inputHash: string): TakenOrder {
    if (order.inputHash !== inputHash) throw new Refused([fault.keyReused()]);
    return { order, trackingToken: trackingTokenOf(this.parts.secrets, order.id), replayed: true };
  }

  private async check(input: NewOrder, unreadable: readonly UserFault[], viewer: Viewer): Promise<CheckedOrder> {
    const appraisal = await this.parts.appraiseOrder.execute(input, unreadable, viewer);
    const { settings, phone, priced } = appraisal;
    const all = [...standsAgainst(appraisal, priced), ...faultsOfNewOrder(input, settings)];
    // A total that rests on what is wrong is not worth comparing.
    const refusal = all.length > 0 ? all : faultsOfTotal(input, appraisal);
    if (refusal.length > 0 || phone === null) throw new Refused(refusal);
    return { ...appraisal, phone };
  }
}

type CheckedOrder = Appraisal & { readonly phone: string };

function orderColumns(input: NewOrder, { branch, phone, priced }: CheckedOrder, now: Date) {
  const id = newId();
  return {
    id,
    branchId: branch.id,
    idempotencyKey: input.idempotencyKey,
    fulfilment: input.fulfilment,
    customerName: input.customer.name.trim(),
    customerPhone: phone,
    joinsLoyalty: input.customer.joinsLoyalty,
    address: input.address,
    wantedAt: input.wantedAt,
    comment: input.comment,
    paymentMethod: input.payment.method,
    paidOnline: input.payment.paidOnline,
    externalPaymentId: input.payment.externalPaymentId,
    changeFrom: input.payment.changeFrom,
    currencyCode: branch.currencyCode,
    ...priced.money,
    promotions: [...priced.promotions],
    status: OrderStatus.NEW,
    rawPosStatus: null,
    statusChangedAt: now,
    posTimestamp: 0,
    injectionState: InjectionState.QUEUED,
    generation: 1,
    posOrderId: posOrderIdFor(id, 1),
    posNumber: null,
    failures: 0,
    nextAttemptAt: now,
    pendingSince: null,
    lastFault: null,
    duplicatesPrevented: 0,
    handedOverAt: null,
    courier: null,
    estimatedAt: null,
    createdAt: now,
  };
}

/** Most keys are new, and the index alone tells so: a whole order is read only where there is one. */
async function findByKey(manager: EntityManager, idempotencyKey: string): Promise<Order | null> {
  const known = await manager.query<unknown[]>(BY_KEY, [idempotencyKey]);
  return known.length > 0 ? manager.findOneBy(Order, { idempotencyKey }) : null;
}
