import { type KeyedJob } from "../../ports/job-queue";

/** The job of one delivery to people. It has one waiting at most. */
export function tellingOf(deliveryId: string, branchId: string, delayMs = 0): KeyedJob<"tell-people"> {
  return { payload: { deliveryId }, options: { key: `tell:${deliveryId}`, delayMs, branchId } };
}
