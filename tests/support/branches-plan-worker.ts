import { createDataSource } from "../../ormconfig";
import { createBranchesPlanUseCases } from "../../src/app/branches-plan-use-cases";
import { PostgresJobQueue } from "../../src/jobs/postgres-job-queue";
import { systemClock } from "../../src/ports/clock";
import { Keyring } from "../../src/security/keyring";
import { SaveBranchSettings } from "../../src/services/branches/settings/save-branch-settings";
import { MenuMemory } from "../../src/services/catalogue/kept/menu-memory";
import { MenuSnapshots } from "../../src/services/catalogue/menu/menu-snapshots";
import { ApplyPlan } from "../../src/services/catalogue/plans/apply-plan";
import { InMemoryEventFeed } from "./in-memory-event-feed";
import { KNOWN_VENDORS } from "./known-vendors";

// A separate process that carries out one plan for many branches, and ends.
const [databaseUrl = "", planId = ""] = process.argv.slice(2);

async function main(): Promise<void> {
  const name = { applicationName: "branches-plan-worker" };
  const db = await createDataSource(databaseUrl, name).initialize();
  const feed = new InMemoryEventFeed();
  const snapshots = new MenuSnapshots(db, feed, MenuMemory.ofMegabytes(64));
  const secrets = new Keyring(["a-master-key-only-for-these-tests-0001"]);
  const { workBranchesPlan } = createBranchesPlanUseCases(
    { db, feed, clock: systemClock, jobs: new PostgresJobQueue() },
    snapshots,
    {
      applyPlan: new ApplyPlan(db, feed, snapshots),
      saveBranchSettings: new SaveBranchSettings(db, secrets, KNOWN_VENDORS, feed),
    },
  );
  await workBranchesPlan.execute({ planId });
  await db.destroy();
}

void main();
