import { type EntityManager } from "typeorm";

import { Batcher } from "../../domain/concurrency/batcher";
import { FewAtATime } from "../../domain/concurrency/few-at-a-time";
import { type UsablePromotion } from "../../domain/promotions/apply-promotions";
import { isCounted } from "../../domain/promotions/promotion-terms";
import { Order } from "../../entities/orders/order";
import { DatabaseUnavailable, isLockTimeout, Refused } from "../../errors";
import { type SolvedChallenge } from "../../ports/order-challenges";
import { type Transaction, type Transactions } from "../../postgres/transaction";
import { reservePoints } from "../loyalty/offer-points";
import { type LoyaltyStatement } from "../loyalty/read-loyalty";
import { sendOf } from "../orders/rows/order-jobs";
import { usePromotions } from "../promotions/use-promotions";
import { findEarlier } from "./earlier-orders";
import { challengeSpent, tooManyOpenOrders } from "./guest-errors";
import { insertOrders, lockOrderKey, lockPayment, type OrderToInsert } from "./insert-orders";
import { useQuote } from "./judge-quote";
import { KeyedQueue } from "./keyed-queue";
import { claimedNow, paymentUsed } from "./order-errors";
import { type OrderToPlace, placeOrders } from "./place-orders";
import { keyOf, type SlotToTake, takeSlots } from "./take-slots";

/** The largest possible order takes 6 MB as JSON, and PostgreSQL allows 256 MB in one value. */
const MOST_TOGETHER = 25;

/**
 * An order saved alone may wait for somebody else's lock, and meanwhile occupies a connection that
 * all the others need.
 */
const MOST_ALONE = 3;
const tooBusy = {
  patienceMs: 4_000,
  error: () => new DatabaseUnavailable("Too many orders wait for what others are writing"),
};

/** An order with no objections against it. */
export interface AcceptedOrder extends OrderToPlace {
  /** What it may spend; null if it spends no points. */
  readonly points: LoyaltyStatement | null;
  readonly promotions: readonly UsablePromotion[];
  /** The challenge solved for the order; null if there is none. */
  readonly challenge: SolvedChallenge | null;
  /** The quote that it uses up; null if there is none. */
  readonly quoteId: string | null;
  /** The slot in which it takes a place; null if its time is not limited. */
  readonly slot: SlotToTake | null;
}

/** An order that has its place in its branch's line. */
type InLine = AcceptedOrder & Pick<OrderToInsert, "placeAt">;

/**
 * "payment used": another order of the branch was paid with it. "too many": its phone has too many
 * open orders. "slot full": its slot takes no more orders. "busy": somebody else is currently
 * writing an order with the same key, payment, phone or slot.
 */
type Outcome = SavedOrder | "payment used" | "too many" | "slot full" | "busy";

export interface SavedOrder {
  /**
   * The earlier order, when one with that idempotency key exists for the same input or the same
   * owner.
   */
  readonly order: Order;
  readonly isNew: boolean;
}

/**
 * Saves an order with its history and the job that will submit it, or saves nothing. Orders that
 * arrive simultaneously share a transaction.
 */
export class SaveOrder {
  private readonly turns = new KeyedQueue();
  private readonly together = new Batcher(
    (orders: readonly AcceptedOrder[]) =>
      this.transactions.run((tx) => this.write(tx, orders, "skip")),
    { most: MOST_TOGETHER },
  );
  private readonly competing = new FewAtATime(MOST_ALONE, tooBusy);
  private readonly busy = new FewAtATime(MOST_ALONE, tooBusy);

  constructor(private readonly transactions: Transactions) {}

  /**
   * @returns "slot full" if its slot takes no more orders
   * @throws {Refused} other orders have taken the payment, the points, a promotion, the quote, the
   *   challenge or the last place of the phone; or they are taking them right now and do not
   *   finish, in which case the same call may be retried
   * @throws {DatabaseUnavailable} too many others compete for the same things
   */
  async execute(accepted: AcceptedOrder): Promise<SavedOrder | "slot full"> {
    // What others compete for may be refused or have to be waited for: that must not hold up orders
    // that want none of it.
    const { points, promotions, challenge, quoteId } = accepted;
    const competes =
      points !== null || promotions.length > 0 || challenge !== null || quoteId !== null;
    const saved = competes ? "busy" : await this.together.ask(accepted);
    const lane = competes ? this.competing : this.busy;
    const alone = (patienceMs: number) => lane.run(() => this.saveAlone(accepted, patienceMs));
    const outcome = saved === "busy" ? await this.turns.take(claimsOf(accepted), alone) : saved;
    if (outcome === "busy") throw new Refused([claimedNow()]);
    if (outcome === "payment used") throw new Refused([paymentUsed()]);
    if (outcome === "too many") throw new Refused([tooManyOpenOrders()]);
    return outcome;
  }

  private async saveAlone(accepted: AcceptedOrder, patienceMs: number): Promise<Outcome> {
    try {
      return await this.transactions.run((tx) => this.writeAlone(tx, accepted, patienceMs));
    } catch (error) {
      if (isLockTimeout(error)) return "busy";
      throw error;
    }
  }

  private async writeAlone(
    tx: Transaction,
    accepted: AcceptedOrder,
    patienceMs: number,
  ): Promise<Outcome> {
    const { columns, points, promotions, challenge, quoteId } = accepted;
    const { branchId, externalPaymentId } = columns;
    await lockOrderKey(tx, columns, patienceMs);
    if (externalPaymentId !== null) await lockPayment(tx, branchId, externalPaymentId);
    const [saved] = await this.write(tx, [accepted], "wait");
    if (!saved || saved === "busy") throw new Error("What is locked is not busy");
    if (saved === "payment used" || saved === "too many" || saved === "slot full") return saved;
    if (saved.isNew && challenge) await spendChallenge(tx, saved.order.id, challenge);
    if (saved.isNew && quoteId !== null) await useQuote(tx, quoteId, saved.order);
    if (saved.isNew && points) await reservePoints(tx, saved.order, points);
    if (saved.isNew) await usePromotions(tx, saved.order, promotions);
    return saved;
  }

  private async write(
    tx: Transaction,
    accepted: readonly AcceptedOrder[],
    others: "wait" | "skip",
  ): Promise<Outcome[]> {
    const places = await placeOrders(tx, accepted, others);
    const placed = accepted.flatMap((order, index) => {
      const placeAt = places[index];
      return placeAt instanceof Date ? [{ ...order, placeAt }] : [];
    });
    const outcomes = (await this.writePlaced(tx, placed, others)).values();
    return places.map((place) =>
      place instanceof Date ? (outcomes.next().value ?? "busy") : place,
    );
  }

  private async writePlaced(
    tx: Transaction,
    placed: readonly InLine[],
    others: "wait" | "skip",
  ): Promise<Outcome[]> {
    const slots = await takeSlots(tx, placed, others);
    const free = placed.filter((_, index) => slots[index] === "free");
    const outcomes = (free.length > 0 ? await this.insert(tx, free, others) : []).values();
    return slots.map((slot) => {
      if (slot === "full") return "slot full";
      return slot === "free" ? (outcomes.next().value ?? "busy") : "busy";
    });
  }

  private async insert(
    tx: Transaction,
    accepted: readonly InLine[],
    branches: "wait" | "skip",
  ): Promise<Outcome[]> {
    const inserted = await insertOrders(tx, accepted, branches);
    const taken = inserted.filter((outcome) => outcome instanceof Order);
    await tx.enqueue(...taken.map((order) => ({ task: "send-order" as const, ...sendOf(order) })));
    const collided = accepted
      .map(({ columns }) => columns)
      .filter((_, index) => inserted[index] === "collided");
    const earlier = await findEarlier(tx, collided);
    return accepted.map(({ columns }, index) => {
      const outcome = inserted[index] ?? "busy";
      if (outcome === "busy") return outcome;
      if (outcome !== "collided") return { order: outcome, isNew: true };
      return collision(columns, earlier[collided.indexOf(columns)] ?? null);
    });
  }
}

/** Returns what only one order can have at a time. */
function claimsOf(accepted: AcceptedOrder): string[] {
  const { columns, points, promotions, mostOpen, quoteId, slot } = accepted;
  const { branchId, idempotencyKey, externalPaymentId, customerPhone } = columns;
  const counted = promotions.map(({ terms }) => terms).filter(isCounted);
  return [
    `key ${branchId} ${idempotencyKey}`,
    ...(externalPaymentId === null ? [] : [`payment ${branchId} ${externalPaymentId}`]),
    ...(mostOpen > 0 ? [`phone ${branchId} ${customerPhone}`] : []),
    ...(slot === null ? [] : [`slot ${keyOf(branchId, slot)}`]),
    ...(quoteId === null ? [] : [`quote ${quoteId}`]),
    ...(points ? [`points ${customerPhone}`] : []),
    ...counted.map(({ id }) => `promotion ${id}`),
    ...(counted.some(({ firstOrderOnly }) => firstOrderOnly)
      ? [`first order ${customerPhone}`]
      : []),
  ];
}

/**
 * Returns what an order collided with.
 *
 * @param order the order with the same key; null if the collision is about the payment
 */
function collision({ externalPaymentId }: AcceptedOrder["columns"], order: Order | null): Outcome {
  if (order) return { order, isNew: false };
  if (externalPaymentId === null) throw new Error("The order of a known key is gone");
  return "payment used";
}

const SPEND = `
  insert into spent_challenges (id, order_id, expires_at) values ($1, $2, $3)
  on conflict do nothing returning id`;

/**
 * Marks a challenge as used by an order, as part of the transaction that saves the order.
 *
 * @throws {Refused} CHALLENGE_INVALID: another order has used it
 */
async function spendChallenge(
  tx: EntityManager,
  orderId: string,
  { id, expiresAt }: SolvedChallenge,
): Promise<void> {
  const spent = await tx.query<unknown[]>(SPEND, [id, orderId, expiresAt]);
  if (spent.length === 0) throw new Refused([challengeSpent()]);
}
