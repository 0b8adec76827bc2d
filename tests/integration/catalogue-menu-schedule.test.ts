import { randomUUID } from "node:crypto";

import { PosRejected, PosUnavailable, RefusalKind } from "../../src/errors";
import { PeriodicJobs } from "../../src/jobs/periodic-jobs";
import { PostgresJobQueue } from "../../src/jobs/postgres-job-queue";
import { KeepPosMenusFresh } from "../../src/services/catalogue/pos-menu/keep-pos-menus-fresh";
import { aPosCategory } from "../support/a-pos-menu";
import { CatalogueFixture, errorsOf } from "../support/catalogue-fixture";

let fixture: CatalogueFixture;
let keepFresh: KeepPosMenusFresh;
beforeAll(async () => {
  fixture = await CatalogueFixture.start();
  keepFresh = new KeepPosMenusFresh({
    db: fixture.db,
    jobs: new PostgresJobQueue(fixture.clock),
    clock: fixture.clock,
  });
});
afterAll(() => fixture.stop());
beforeEach(() => {
  fixture.pos.failure = undefined;
  fixture.connected = true;
});

/** In how many seconds the jobs with this key run. */
async function jobsOf(key: string): Promise<number[]> {
  const jobs = await fixture.db.query<{ due_at: Date }[]>(
    "select due_at from jobs where key = $1",
    [key],
  );
  return jobs.map(({ due_at: dueAt }) => (dueAt.getTime() - fixture.clock.now().getTime()) / 1000);
}

/** In how many seconds the branch's menu is refreshed; at most one refresh is planned. */
async function secondsToNext(branchId: string): Promise<number | undefined> {
  const [job] = await jobsOf(`refresh-pos-menu:${branchId}`);
  return job;
}

async function connectedBranch(): Promise<string> {
  const branchId = await fixture.branch();
  await fixture.db.query(
    `insert into branch_settings (branch_id, pos, organization_id_in_pos, credential_sealed, credential_masked, credential_kind)
     values ($1, 'IIKO', $2, 'sealed', '•••1', 'API_LOGIN_V1')
     on conflict (branch_id) do update set pos = 'IIKO', organization_id_in_pos = $2, credential_sealed = 'sealed',
       credential_masked = '•••1', credential_kind = 'API_LOGIN_V1'`,
    [branchId, randomUUID()],
  );
  return branchId;
}

function expectBetween(seconds: number | undefined, least: number, most: number): void {
  expect(seconds).toBeGreaterThan(least);
  expect(seconds).toBeLessThan(most);
}

describe("The next refresh of a branch's POS menu", () => {
  it("comes after about ten minutes when this one succeeded", async () => {
    const branchId = await fixture.branch();
    await fixture.refresh(branchId, aPosCategory());
    expectBetween(await secondsToNext(branchId), 470, 720);
  });

  it("comes within a minute when the POS did not answer, until it answers (quirk 11)", async () => {
    const branchId = await fixture.branch();
    await fixture.refresh(branchId, aPosCategory());
    fixture.pos.failure = new PosUnavailable("iiko answered 500");
    await fixture.refreshPosMenu.executeUnasked({ branchId });
    expectBetween(await secondsToNext(branchId), 20, 46);
    fixture.pos.failure = undefined;
    await fixture.refreshPosMenu.executeUnasked({ branchId });
    expectBetween(await secondsToNext(branchId), 470, 720);
  });

  it("is not hurried when the POS refused, because it blocks keys that repeat faulty calls", async () => {
    const branchId = await fixture.branch();
    fixture.pos.failure = new PosRejected("No such menu", {
      posCode: "UNKNOWN",
      kind: RefusalKind.FINAL,
    });
    await errorsOf(fixture.refreshPosMenu.execute(branchId));
    expectBetween(await secondsToNext(branchId), 470, 720);
  });
});

describe("The check for branches to refresh", () => {
  it("gives every connected branch a turn within a minute, and the others none", async () => {
    const [branchId, other] = [await connectedBranch(), await fixture.branch()];
    await keepFresh.execute();
    const planned = await secondsToNext(branchId);
    expectBetween(planned, -1, 60);
    expect(await secondsToNext(other)).toBeUndefined();
    await keepFresh.execute();
    expect(await secondsToNext(branchId)).toBeLessThanOrEqual(planned!);
  });

  it("leaves alone the schedule of a branch whose menu is fresh", async () => {
    const branchId = await connectedBranch();
    await fixture.refresh(branchId, aPosCategory());
    await keepFresh.execute();
    expectBetween(await secondsToNext(branchId), 470, 720);
  });

  it("runs again after a minute, once", async () => {
    const jobs = new PostgresJobQueue(fixture.clock);
    const periodicJobs = new PeriodicJobs(fixture.db, jobs, { pollEverySeconds: 0 });
    await periodicJobs.planFirst("refresh-pos-menus");
    await periodicJobs.planNext("refresh-pos-menus");
    expect(await jobsOf("refresh-pos-menus")).toEqual([60]);
  });
});
