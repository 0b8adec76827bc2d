import { type EntityManager } from "typeorm";

import { newId } from "../../domain/ids";
import { BranchSettings } from "../../entities/branch-settings";
import { type DeliveryPurpose, FallbackDelivery } from "../../entities/fallback-delivery";
import { type Order } from "../../entities/order";
import { type JobQueue } from "../../ports/job-queue";
import { tellingOf } from "./telling-of";

/**
 * Begins one message about a locked order on every enabled channel of its branch, each a job of its own. Part of `tx`.
 * Safe to repeat: one message per channel, purpose and round. Returns how many channels there are.
 *
 * @param round which hand-over of the order; 0 for what is said once in an order's life
 */
export async function writeToPeople(
  tx: EntityManager,
  jobs: JobQueue,
  { id: orderId, branchId }: Order,
  purpose: DeliveryPurpose,
  round = 0,
): Promise<number> {
  const settings = await tx.findOneBy(BranchSettings, { branchId });
  const channels = settings?.fallback.filter(({ enabled }) => enabled) ?? [];
  for (const { kind, target, language } of channels) {
    const whom = { kind, target, language: language ?? "ru" };
    if (await tx.existsBy(FallbackDelivery, { orderId, purpose, round, kind, target })) continue;
    const id = newId();
    await tx.insert(FallbackDelivery, { id, orderId, purpose, round, ...whom });
    const { payload, options } = tellingOf(id, branchId);
    await jobs.enqueue(tx, "tell-people", payload, options);
  }
  return channels.length;
}
