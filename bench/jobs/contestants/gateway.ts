import { createDataSource } from "../../../ormconfig";
import { type DoJob } from "../../../src/jobs/do-job";
import { JobWorker } from "../../../src/jobs/job-worker";
import { Lease } from "../../../src/jobs/lease";
import { PostgresJobQueue } from "../../../src/jobs/postgres-job-queue";
import { settingsOfChild, tellParent } from "../../child";
import { Work } from "../perform";

const REPEAT_MS = 1_000;
const silent = { warn: () => undefined, error: () => undefined };

/**
 * Runs the gateway's workers; a failure is followed by a separate job, as in the gateway's use
 * cases.
 */
async function main(): Promise<void> {
  const { databaseUrl } = await settingsOfChild<{ databaseUrl: string }>();
  const db = await createDataSource(databaseUrl).initialize();
  const jobs = new PostgresJobQueue();
  const work = new Work(databaseUrl);
  const doJob: DoJob = async (name, payload) => {
    const { orderId } = payload as { orderId: string };
    if (name !== "send-order" || (await work.perform(orderId))) return;
    await jobs.enqueue(db.manager, "send-order", { orderId }, { delayMs: REPEAT_MS });
  };
  const lease = await Lease.open(databaseUrl, () => undefined);
  JobWorker.start({ databaseUrl, lease, doJob, keyOf: () => Promise.resolve(null), log: silent });
  process.once("disconnect", () => process.exit(0));
  tellParent({ ready: true });
}

void main();
