import { type AnyJob } from "../../../ports/job-queue";
import { probeKey, scheduleProbe, sendOf } from "../rows/order-jobs";
import { type OfOrder, only } from "./effect-of-order";

/** What has to be done later for orders, and what no longer has to be done. */
export interface Work {
  readonly jobs: readonly AnyJob[];
  readonly withdrawn: readonly string[];
}

/** An order has at most one attempt and one probe waiting: the latest decision applies. */
export function orderWork(effects: readonly OfOrder[]): Work {
  const jobs = new Map<string, AnyJob>();
  const withdrawn = new Set<string>();
  for (const { order, effect } of only(effects, "SEND", "PROBE", "STOP_PROBING")) {
    if (effect.kind === "SEND")
      jobs.set(`send ${order.id}`, { task: "send-order", ...sendOf(order, effect.delayMs) });
    else if (effect.kind === "PROBE")
      jobs.set(probeKey(order), {
        task: "confirm-submission",
        ...scheduleProbe(order, effect.look, effect.withinMs),
      });
    else {
      jobs.delete(probeKey(order));
      withdrawn.add(probeKey(order));
    }
  }
  return { jobs: [...jobs.values()], withdrawn: [...withdrawn] };
}
