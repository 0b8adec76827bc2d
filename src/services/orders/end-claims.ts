import { type EntityManager } from "typeorm";

import { type Order } from "../../entities/order";
import { type JobQueue } from "../../ports/job-queue";
import { endReservation } from "../loyalty/end-reservation";
import { returnPromotions } from "../promotions/return-promotions";

/** Ends what a locked order holds of its guest's points and promo codes, when what it has come to ends it. Part of `tx`. */
export async function endClaims(tx: EntityManager, jobs: JobQueue, order: Order, at: Date): Promise<void> {
  await endReservation(tx, jobs, order, at);
  await returnPromotions(tx, order, at);
}
