import { createDataSource } from "../../../ormconfig";
import { GraphileJobQueue } from "../../../src/adapters/graphile-worker/graphile-job-queue";
import { GraphileWorkerRunner } from "../../../src/adapters/graphile-worker/graphile-worker-runner";
import { TASK_PLACES } from "../../../src/adapters/graphile-worker/lanes";
import { settingsOfChild, tellParent } from "../../child";
import { Work } from "../perform";

const REPEAT_MS = 1_000;
const silent = { warn: () => undefined, error: () => undefined, debug: () => undefined };

/** The gateway's workers; a failure is followed by a job of its own, as the gateway's use cases do it. */
async function main(): Promise<void> {
  const { databaseUrl } = await settingsOfChild<{ databaseUrl: string }>();
  const db = await createDataSource(databaseUrl).initialize();
  const jobs = new GraphileJobQueue();
  const work = new Work(databaseUrl);
  const nothing = () => Promise.resolve();
  const sendOrder = async ({ orderId }: { orderId: string }) => {
    if (await work.perform(orderId)) return;
    await jobs.enqueue(db.manager, "send-order", { orderId }, { runAt: new Date(Date.now() + REPEAT_MS) });
  };
  const others = Object.fromEntries(Object.keys(TASK_PLACES).map((name) => [name, nothing]));
  const handlers = { ...others, "send-order": sendOrder } as Parameters<
    typeof GraphileWorkerRunner.start
  >[0]["handlers"];
  await GraphileWorkerRunner.start({ databaseUrl, handlers, keyOf: () => Promise.resolve(null), log: silent });
  process.once("disconnect", () => process.exit(0));
  tellParent({ ready: true });
}

void main();
