import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { JobState } from "../../src/domain/jobs/job-state";
import { PostgresJobList } from "../../src/jobs/postgres-job-list";
import { FindJobs } from "../../src/services/jobs/find-jobs";
import { OrderFixture } from "../support/order-fixture";

const ALL: Viewer = {
  kind: "key",
  keyId: "o",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds: null,
};
const ANY = { states: null, kinds: null, branchIds: null };

describe("the list of jobs", () => {
  let fixture: OrderFixture;
  let findJobs: FindJobs;
  let orderId: string;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    findJobs = new FindJobs(new PostgresJobList(fixture.db));
    orderId = await fixture.taken();
    ({ branchId } = await fixture.order(orderId));
    await fixture.jobs.enqueue(fixture.db.manager, "check-webhooks", {});
    await fixture.jobs.enqueue(fixture.db.manager, "plan-polls", {});
  });

  afterAll(() => fixture.stop());

  const mark = (kind: string, changes: string) =>
    fixture.db.query(`update jobs set ${changes} where task = $1`, [kind]);

  it("shows whose work a job is and which order it is about, but nothing of its payload", async () => {
    const { jobs, count } = await findJobs.execute(
      ALL,
      { ...ANY, kinds: ["send-order"] },
      10,
      null,
    );
    expect(count).toBe(1);
    expect(jobs).toHaveLength(1);
    expect(jobs[0]).toMatchObject({
      state: JobState.QUEUED,
      branchId,
      orderId,
      attempts: 0,
      error: null,
    });
    expect(Object.keys(jobs[0] ?? {})).not.toContain("payload");
  });

  it("shows the newest first, page by page, and counts them all", async () => {
    const page = await findJobs.execute(ALL, ANY, 2, null);
    const rest = await findJobs.execute(ALL, ANY, 2, page.jobs[1]?.id ?? null);
    expect([...page.jobs, ...rest.jobs].map(({ kind }) => kind)).toEqual([
      "plan-polls",
      "check-webhooks",
      "send-order",
    ]);
    expect([page.count, rest.count]).toEqual([3, 3]);
  });

  it("shows a key of one branch only that branch's jobs", async () => {
    const within = (branchIds: string[]) => findJobs.execute({ ...ALL, branchIds }, ANY, 10, null);
    expect((await within([branchId])).jobs.map(({ kind }) => kind)).toEqual(["send-order"]);
    expect(await within(["3a9d3b52-6c0e-4a58-9d0a-3f6f3a4e7c11"])).toEqual({ jobs: [], count: 0 });
    expect(await within([])).toEqual({ jobs: [], count: 0 });
  });

  it("contains only jobs of the requested branches that the key has access to", async () => {
    const other = "3a9d3b52-6c0e-4a58-9d0a-3f6f3a4e7c11";
    const asked = async (viewer: Viewer, branchIds: string[]) =>
      (await findJobs.execute(viewer, { ...ANY, branchIds }, 10, null)).jobs.map(
        ({ kind }) => kind,
      );
    expect(await asked(ALL, [branchId, "no uuid"])).toEqual(["send-order"]);
    expect(await asked(ALL, [other])).toEqual([]);
    expect(await asked({ ...ALL, branchIds: [other] }, [branchId])).toEqual([]);
  });

  it("distinguishes jobs that failed from those whose worker died, without the error text", async () => {
    await mark("check-webhooks", "attempts = 9, dead = true, last_error = 'Anna +79990000009'");
    await mark("plan-polls", "attempts = 1");
    const { jobs } = await findJobs.execute(
      ALL,
      { ...ANY, states: [JobState.DEAD, JobState.RETRYING] },
      10,
      null,
    );
    expect(jobs.map(({ kind, state, error }) => [kind, state, error])).toEqual([
      ["plan-polls", JobState.RETRYING, "WORKER_DIED"],
      ["check-webhooks", JobState.DEAD, "FAILED"],
    ]);
    expect(JSON.stringify(jobs)).not.toContain("Anna");
    await mark("send-order", "attempts = 1, owner = gen_random_uuid()");
    expect(
      (await findJobs.execute(ALL, { ...ANY, states: [JobState.RUNNING] }, 10, null)).count,
    ).toBe(1);
  });
});
