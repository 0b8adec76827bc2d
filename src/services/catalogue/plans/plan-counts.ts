import { type SnapshotProduct } from "../../../domain/catalogue/menu-snapshot";
import { type PlanCounts } from "../../../domain/catalogue/plan";
import { ChangeAction } from "../../../domain/catalogue/plan-change";
import { formatThousandths } from "../../../domain/money/money";
import { type PlannedChange } from "./planned-change";
import { priceMoves, relativeChange } from "./price-moves";

const COUNT_OF = {
  [ChangeAction.CREATE]: "create",
  [ChangeAction.UPDATE]: "update",
  [ChangeAction.UNCHANGED]: "unchanged",
  [ChangeAction.SKIP_LOCKED]: "skipLocked",
  [ChangeAction.REMOVE]: "remove",
  [ChangeAction.BLOCKED]: "blocked",
} as const;

export function countChanges(
  changes: readonly PlannedChange[],
  catalogue: ReadonlyMap<string, SnapshotProduct>,
): PlanCounts {
  const counts = { create: 0, update: 0, unchanged: 0, skipLocked: 0, remove: 0, blocked: 0 };
  let largest: number | undefined;
  for (const { article, action, target } of changes) {
    counts[COUNT_OF[action]] += 1;
    for (const move of target ? priceMoves(catalogue.get(article), target) : []) {
      const change = relativeChange(move);
      if (change !== undefined) largest = Math.max(largest ?? 0, change);
    }
  }
  const percent = largest === undefined ? null : formatThousandths(Math.round(largest * 100_000));
  return { ...counts, largestPriceChangePercent: percent };
}

/** The number of changes in a plan, for one action or for all. */
export function countOf(counts: PlanCounts, action: ChangeAction | null): number {
  const actions = action ? [action] : Object.values(ChangeAction);
  return actions.reduce((sum, each) => sum + counts[COUNT_OF[each]], 0);
}
