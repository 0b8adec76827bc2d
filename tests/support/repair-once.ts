import { type RepairedWork, RepairWork, type Round } from "../../src/services/repair/repair-work";
import { type OrderFixture } from "./order-fixture";

/** Looks for lost work once. Returns what was missing, by kind. */
export async function repairOnce(
  { db, jobs, clock }: Pick<OrderFixture, "db" | "jobs" | "clock">,
  rounds: readonly Round[] = [],
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  const report = ({ task, count }: RepairedWork) => (found[task] = (found[task] ?? 0) + count);
  await new RepairWork({ db, jobs, clock, report, rounds }).execute();
  return found;
}
