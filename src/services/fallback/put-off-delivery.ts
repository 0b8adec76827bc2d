import { type DataSource, type EntityManager } from "typeorm";

import { DeliveryPurpose, FallbackDelivery } from "../../entities/fallback-delivery";
import { type Order } from "../../entities/order";
import { type Clock } from "../../ports/clock";
import { type EventFeed } from "../../ports/event-feed";
import { type JobQueue } from "../../ports/job-queue";
import { appendEvents } from "../orders/append-events";
import { lockOrder, saveOrder } from "../orders/lock-order";
import { putOffNote } from "./delivery-note";
import { type ToTell } from "./judge-delivery";
import { tellingOf } from "./telling-of";
import { writeToPeople } from "./write-to-people";

/** Whoever has to enter an order can wait no longer: the other channels of the branch are told. */
const LONG_MS = 60_000;

/** Lets a delivery wait for its target, as long as it takes: patience uses up no try, and makes no dead letter. */
export class PutOffDelivery {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly jobs: JobQueue;
      readonly feed: EventFeed;
      readonly clock: Clock;
    },
  ) {}

  async execute({ order, delivery }: ToTell, waitMs: number): Promise<void> {
    const { db, jobs, clock } = this.parts;
    const delayMs = Math.ceil(waitMs);
    const until = new Date(clock.now().getTime() + delayMs);
    const { payload, options } = tellingOf(delivery.id, order.branchId, delayMs);
    await db.transaction(async (tx) => {
      await jobs.enqueue(tx, "tell-people", payload, options);
      if (isLong(order, delivery, until)) await this.tellOthers(tx, delivery, until);
    });
  }

  /** Once per delivery: the timeline says why nobody has the order yet, and channels that the branch has got since are used. */
  private async tellOthers(
    tx: EntityManager,
    { id, orderId, kind, round }: FallbackDelivery,
    until: Date,
  ): Promise<void> {
    const { jobs, feed, clock } = this.parts;
    const order = await lockOrder(tx, orderId);
    const delivery = await tx.findOneBy(FallbackDelivery, { id });
    if (!order || !delivery) return;
    await tx.update(FallbackDelivery, { id }, { putOffUntil: until });
    if (delivery.putOffUntil !== null) return;
    const note = { at: clock.now(), source: "GATEWAY", summary: putOffNote(kind), detail: { kind: "NOTE" } } as const;
    await appendEvents(tx, feed, order, [note]);
    await saveOrder(tx, order, []);
    await writeToPeople(tx, jobs, order, DeliveryPurpose.HAND_OVER, round);
  }
}

function isLong({ handedOverAt }: Order, { purpose }: FallbackDelivery, until: Date): boolean {
  if (purpose !== DeliveryPurpose.HAND_OVER || handedOverAt === null) return false;
  return until.getTime() - handedOverAt.getTime() > LONG_MS;
}
