import { settingsOfChild, tellParent } from "../../child";
import { Work } from "../perform";
import { openBoss, QUEUE } from "../pg-boss-system";

async function main(): Promise<void> {
  const { databaseUrl } = await settingsOfChild<{ databaseUrl: string }>();
  const boss = await openBoss(databaseUrl);
  const work = new Work(databaseUrl);
  const options = { batchSize: 32, pollingIntervalSeconds: 0.5 };
  await boss.work(QUEUE, options, async (jobs) => {
    const results = await Promise.all(jobs.map(({ data }) => work.perform(data.id)));
    if (results.includes(false)) throw new Error("failed");
  });
  process.once("disconnect", () => process.exit(0));
  tellParent({ ready: true });
}

void main();
