import { type DataSource, type EntityManager } from "typeorm";

import { type UsablePromotion } from "../../../domain/apply-promotions";
import { Together } from "../../../domain/together";
import { Order } from "../../../entities/order";
import { type EventFeed } from "../../../ports/event-feed";
import { type JobQueue } from "../../../ports/job-queue";
import { type LoyaltyStatement } from "../../loyalty/read-loyalty";
import { reservePoints } from "../../loyalty/reserve-points";
import { usePromotions } from "../../promotions/use-promotions";
import { sendAllLater } from "../inject/send-later";
import { readRows } from "../order-rows";
import { insertOrders, lockOrderKey, type OrderToInsert } from "./insert-orders";

/** The largest order there can be takes 6 MB as JSON, and PostgreSQL 256 MB in one value. */
const MOST_TOGETHER = 25;

/** An order that nothing stands against. */
export interface AcceptedOrder extends OrderToInsert {
  /** What it may spend; null: it spends no points. */
  readonly points: LoyaltyStatement | null;
  readonly promotions: readonly UsablePromotion[];
}

export interface SavedOrder {
  /** The earlier one, when there is an order of that idempotency key. */
  readonly order: Order;
  readonly isNew: boolean;
}

/** Saves an order with its history and the job that will send it, or nothing; those that come at the same time share a transaction. */
export class SaveOrder {
  private readonly together = new Together(
    (orders: readonly AcceptedOrder[]) => this.db.transaction((tx) => this.write(tx, orders)),
    MOST_TOGETHER,
  );

  constructor(
    private readonly db: DataSource,
    private readonly jobs: JobQueue,
    private readonly feed: EventFeed,
  ) {}

  /** @throws {Refused} other orders have taken the points or a promotion */
  async execute(accepted: AcceptedOrder): Promise<SavedOrder> {
    // What others compete for may be refused or waited for: that must not hold up whoever wants none of it.
    const competes = accepted.points !== null || accepted.promotions.length > 0;
    const saved = competes ? "busy" : await this.together.ask(accepted);
    return saved === "busy" ? this.saveAlone(accepted) : saved;
  }

  private saveAlone(accepted: AcceptedOrder): Promise<SavedOrder> {
    const { columns, points, promotions } = accepted;
    return this.db.transaction(async (tx) => {
      await lockOrderKey(tx, columns.idempotencyKey);
      const [saved] = await this.write(tx, [accepted]);
      if (!saved || saved === "busy") throw new Error("A locked key is not busy");
      if (saved.isNew && points) await reservePoints(tx, saved.order, points);
      if (saved.isNew) await usePromotions(tx, saved.order, promotions);
      return saved;
    });
  }

  private async write(tx: EntityManager, accepted: readonly AcceptedOrder[]): Promise<(SavedOrder | "busy")[]> {
    const inserted = await insertOrders(tx, this.feed, accepted);
    await sendAllLater(
      tx,
      this.jobs,
      inserted.filter((outcome) => outcome instanceof Order),
    );
    const known = accepted.filter((_, index) => inserted[index] === "known");
    const earlier = await findByKeys(
      tx,
      known.map(({ columns }) => columns.idempotencyKey),
    );
    return inserted.map((outcome, index) => {
      if (outcome === "busy") return outcome;
      if (outcome !== "known") return { order: outcome, isNew: true };
      const order = earlier.get(accepted[index]?.columns.idempotencyKey ?? "");
      if (!order) throw new Error("The order of a known key is gone");
      return { order, isNew: false };
    });
  }
}

async function findByKeys(tx: EntityManager, keys: readonly string[]): Promise<Map<string, Order>> {
  if (keys.length === 0) return new Map();
  const orders = await readRows(tx, Order, "where idempotency_key = any ($1)", [keys]);
  return new Map(orders.map((order) => [order.idempotencyKey, order]));
}
