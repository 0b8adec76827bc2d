import { type Foundation } from "../foundation";
import { RepairRounds } from "../jobs/repair-rounds";
import { type JobQueue } from "../ports/job-queue";
import { type CheckWebhooks } from "../services/branches/check-webhooks";
import { RepairWork, type Round } from "../services/repair/repair-work";
import { TakeTurn } from "../services/repair/take-turn";
import { type createCatalogueUseCases } from "./catalogue-use-cases";
import { type createOrderUseCases } from "./order-use-cases";

type RepeatedWork = { readonly checkWebhooks: CheckWebhooks } & Pick<
  ReturnType<typeof createOrderUseCases> & ReturnType<typeof createCatalogueUseCases>,
  "planPolls" | "forgetOld" | "keepPosMenusFresh" | "refreshStopLists" | "alertLateOrders"
>;

/** What repeats itself, and what finds all work that is lost. */
export function createRepair({ db, clock, ...foundation }: Foundation, jobs: JobQueue, repeated: RepeatedWork) {
  const rounds = roundsOf(repeated, foundation.pollEverySeconds ?? 0);
  const report = foundation.reportRepairedWork ?? (() => undefined);
  const repairWork = new RepairWork({ db, jobs, clock, rounds, report });
  const onError = foundation.reportMissedRepair ?? (() => undefined);
  return { rounds, repairRounds: new RepairRounds(repairWork, new TakeTurn(db), onError) };
}

/** Each job plans its next, and whoever starts plans the first. */
function roundsOf(
  { checkWebhooks, planPolls, forgetOld, keepPosMenusFresh, refreshStopLists, alertLateOrders }: RepeatedWork,
  pollEverySeconds: number,
): Round[] {
  return [
    { task: "check-webhooks", plan: () => checkWebhooks.planFirst() },
    ...(pollEverySeconds > 0 ? [{ task: "plan-polls", plan: () => planPolls.planFirst() } as const] : []),
    { task: "forget-old", plan: () => forgetOld.planFirst() },
    { task: "refresh-pos-menus", plan: () => keepPosMenusFresh.planFirst() },
    { task: "refresh-stop-lists", plan: () => refreshStopLists.planFirst() },
    { task: "alert-late-orders", plan: () => alertLateOrders.plan() },
  ];
}
