import { doneByTasks } from "../jobs/do-job";
import { DrainLoop } from "../jobs/drain-loop";
import { PeriodicJobs } from "../jobs/periodic-jobs";
import { RepairRounds } from "../jobs/repair-rounds";
import { type UseCases } from "../jobs/task-list";
import { type JobQueue } from "../ports/job-queue";
import { type ProcessWebhookInbox } from "../services/orders/status/process-webhook-inbox";
import { ReceiveWebhook } from "../services/orders/status/receive-webhook";
import { ClaimRound } from "../services/repair/claim-round";
import { RepairWork } from "../services/repair/repair-work";
import { type Dependencies } from "./dependencies";

/** Runs jobs, schedules recurring ones, and finds all work that was lost. */
export function createBackgroundWork(
  { db, clock, ...dependencies }: Dependencies,
  jobs: JobQueue,
  useCases: UseCases,
) {
  const periodicJobs = new PeriodicJobs(db, jobs, {
    pollEverySeconds: dependencies.pollEverySeconds ?? 0,
  });
  const report = dependencies.reportRepairedWork ?? (() => undefined);
  const repairWork = new RepairWork({ db, jobs, clock, rounds: periodicJobs.rounds(), report });
  const onError = dependencies.reportMissedRepair ?? (() => undefined);
  return {
    periodicJobs,
    doJob: doneByTasks(useCases, periodicJobs, dependencies.spans),
    repairRounds: new RepairRounds(repairWork, new ClaimRound(db), onError),
  };
}

/** Web hooks are processed by the process that received them, as soon as they are stored. */
export function createWebhookIntake(
  { db, reportWaitingWebhooks: report }: Dependencies,
  waiting: ProcessWebhookInbox,
) {
  const webhookWork = new DrainLoop(() => waiting.execute(), report ?? (() => undefined));
  return {
    webhookWork,
    receiveWebhook: new ReceiveWebhook(db, () => webhookWork.wake()),
  };
}
