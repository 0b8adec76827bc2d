import { type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import { ADMIN } from "../support/branch-gateway";
import { BranchesPlanFixture, PRICES } from "../support/branches-plan-fixture";
import { eventually, eventuallyIs } from "../support/eventually";
import { repairOnce } from "../support/repair-once";
import { spawnTypeScript } from "../support/spawn-typescript";

const WORKER = join(__dirname, "..", "support", "branches-plan-worker.ts");
const OF_WORKER = `select 1 from pg_stat_activity
where datname = current_database() and application_name = 'branches-plan-worker'`;

let fixture: BranchesPlanFixture;
beforeAll(async () => (fixture = await BranchesPlanFixture.start()));
afterAll(() => fixture.stop());

let child: ChildProcess | undefined;
afterEach(() => child?.kill("SIGKILL"));

/** Another process runs the plan's job, and is killed when it reaches this branch. */
async function killedAt(branchId: string, planId: string): Promise<void> {
  await fixture.db.transaction(async (tx) => {
    // The other process may take long to start.
    await tx.query("set local idle_in_transaction_session_timeout = 0");
    await tx.query("select from branches where id = $1 for update", [branchId]);
    const args = [fixture.catalogue.databaseUrl, planId];
    child = spawnTypeScript(WORKER, args, ["ignore", "ignore", "inherit"]);
    await eventually(async () => (await found(`${OF_WORKER} and wait_event_type = 'Lock'`)) > 0);
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  await eventuallyIs(() => found(OF_WORKER), 0);
}

async function found(statement: string): Promise<number> {
  return (await fixture.db.query<unknown[]>(statement)).length;
}

async function versionsOf(branchIds: readonly string[]): Promise<number[]> {
  const rows = await fixture.db.query<{ version: number }[]>(
    `select catalogue_version as version from unnest($1::uuid[]) with ordinality wanted (id, place)
     join branches using (id) order by place`,
    [branchIds],
  );
  return rows.map(({ version }) => version);
}

describe("A process that is killed in the middle of a plan for many branches", () => {
  it("leaves whole branches behind, and the next one continues with the others, each once", async () => {
    const branchIds = await fixture.branches(5);
    const before = await fixture.statesAt(branchIds);
    await fixture.reprice(branchIds, 11_000);
    const id = await fixture.plan(branchIds);
    await fixture.applyFirst(id, branchIds[0]!);
    await fixture.plans.applyBranchesPlan.execute(ADMIN, id, { first: null, accept: [] });
    await killedAt(branchIds[3]!, id);
    const half = ["APPLIED", "APPLIED", "APPLIED", "PLANNED", "PLANNED"];
    expect(await fixture.statesOf(id)).toEqual(half);
    expect(await versionsOf(branchIds)).toEqual([3, 3, 3, 2, 2]);

    await fixture.work(id);
    expect(await fixture.statesOf(id)).toEqual(Array.from({ length: 5 }, () => "APPLIED"));
    expect(await versionsOf(branchIds)).toEqual([3, 3, 3, 3, 3]);

    await fixture.plans.undoBranchesPlan.execute(ADMIN, id);
    await killedAt(branchIds[2]!, id);
    expect(await versionsOf(branchIds)).toEqual([4, 4, 3, 3, 3]);
    await fixture.work(id);
    expect(await versionsOf(branchIds)).toEqual([4, 4, 4, 4, 4]);
    expect(await fixture.statesAt(branchIds)).toEqual(before);
  });

  it("has its job enqueued again when that is lost", async () => {
    const branchIds = await fixture.branches(1);
    const id = await fixture.plans.planForBranches.execute(ADMIN, {
      branchIds,
      requests: [PRICES],
    });
    const jobs = () => found(`select from jobs where key = 'branches-plan:${id}'`);
    expect(await jobs()).toBe(1);
    await fixture.db.query("delete from jobs");
    await repairOnce(fixture);
    expect(await jobs()).toBe(1);
    await fixture.work(id);
    await fixture.db.query("delete from jobs");
    await repairOnce(fixture);
    expect(await jobs()).toBe(0);
  });
});
