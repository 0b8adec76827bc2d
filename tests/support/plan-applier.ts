import { createDataSource } from "../../ormconfig";
import { MenuMemory } from "../../src/services/catalogue/kept/menu-memory";
import { MenuSnapshots } from "../../src/services/catalogue/menu/menu-snapshots";
import { ApplyPlan } from "../../src/services/catalogue/plans/apply-plan";
import { InMemoryEventFeed } from "./in-memory-event-feed";

// A separate process that applies one plan and ends.
const [databaseUrl = "", planId = ""] = process.argv.slice(2);

async function main(): Promise<void> {
  const db = await createDataSource(databaseUrl, { applicationName: "plan-applier" }).initialize();
  const feed = new InMemoryEventFeed();
  await new ApplyPlan(db, feed, new MenuSnapshots(db, feed, MenuMemory.ofMegabytes(64))).execute(
    planId,
    "key",
  );
  await db.destroy();
}

void main();
