import { createDataSource } from "../../../ormconfig";
import { JobWorker } from "../../../src/jobs/job-worker";
import { TASK_PLACES } from "../../../src/jobs/lanes";
import { Lease } from "../../../src/jobs/lease";
import { PostgresJobQueue } from "../../../src/jobs/postgres-job-queue";
import { type TaskHandlers } from "../../../src/jobs/running-job";
import { settingsOfChild, tellParent } from "../../child";
import { Work } from "../perform";

const REPEAT_MS = 1_000;
const silent = { warn: () => undefined, error: () => undefined };

/** The gateway's workers; a failure is followed by a job of its own, as the gateway's use cases do it. */
async function main(): Promise<void> {
  const { databaseUrl } = await settingsOfChild<{ databaseUrl: string }>();
  const db = await createDataSource(databaseUrl).initialize();
  const jobs = new PostgresJobQueue();
  const work = new Work(databaseUrl);
  const nothing = () => Promise.resolve();
  const sendOrder = async ({ orderId }: { orderId: string }) => {
    if (await work.perform(orderId)) return;
    await jobs.enqueue(db.manager, "send-order", { orderId }, { delayMs: REPEAT_MS });
  };
  const others = Object.fromEntries(Object.keys(TASK_PLACES).map((name) => [name, nothing]));
  const handlers = { ...others, "send-order": sendOrder } as unknown as TaskHandlers;
  const lease = await Lease.open(databaseUrl, () => undefined);
  JobWorker.start({ databaseUrl, lease, handlers, keyOf: () => Promise.resolve(null), log: silent });
  process.once("disconnect", () => process.exit(0));
  tellParent({ ready: true });
}

void main();
