import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { JobState } from "../../src/domain/jobs/job-state";
import { PostgresJobList } from "../../src/jobs/postgres-job-list";
import { FindJobs } from "../../src/services/jobs/find-jobs";
import { RetryJob } from "../../src/services/jobs/retry-job";
import { eventually } from "../support/eventually";
import { JobFixture } from "../support/job-fixture";

const ALL: Viewer = {
  kind: "key",
  keyId: "o",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds: null,
};
const BRANCH = "3a9d3b52-6c0e-4a58-9d0a-3f6f3a4e7c11";
const OTHER: Viewer = { ...ALL, branchIds: ["3a9d3b52-6c0e-4a58-9d0a-3f6f3a4e7c12"] };

describe("a job that is no longer retried", () => {
  let fixture: JobFixture;
  let retryJob: RetryJob;

  beforeAll(async () => {
    fixture = await JobFixture.start();
    const { db, jobs } = fixture;
    retryJob = new RetryJob({ db, jobs, findJobs: new FindJobs(new PostgresJobList(db)) });
  });

  afterEach(() => fixture.clear());
  afterAll(() => fixture.stop());

  const add = (deliveryId: string) =>
    fixture.jobs.enqueue(
      fixture.db.manager,
      "tell-people",
      { deliveryId },
      { key: "one", branchId: BRANCH },
    );

  const dead = async (deliveryId = "dead") => {
    const id = await add(deliveryId);
    await fixture.db.query(
      "update jobs set dead = true, attempts = 9, crashes = 4, last_error = 'no', due_at = now() + interval '1 day' where id = $1",
      [id],
    );
    return id;
  };

  const codeOf = (viewer: Viewer, id: string) =>
    retryJob.execute(viewer, id).then(
      () => "done",
      ({ userErrors: [error] }: { userErrors: { code: string }[] }) => error?.code,
    );

  it("runs immediately when somebody asks for it, as if it were new", async () => {
    const { ran } = await fixture.worker(() => Promise.resolve());
    const id = await dead();
    expect(await retryJob.execute(ALL, id)).toMatchObject({ id, kind: "tell-people", error: null });
    await eventually(() => ran.length === 1);
    expect(ran[0]).toMatchObject({ payload: { deliveryId: "dead" } });
  });

  it("is started again once, however many ask simultaneously", async () => {
    const id = await dead();
    const jobs = await Promise.all(Array.from({ length: 5 }, () => retryJob.execute(ALL, id)));
    for (const job of jobs)
      expect(job).toMatchObject({ id, state: JobState.QUEUED, attempts: 0, error: null });
    await fixture.db.query("update jobs set attempts = 2");
    expect(await retryJob.execute(ALL, id)).toMatchObject({ state: JobState.RETRYING });
    expect(await fixture.waiting()).toHaveLength(1);
  });

  it("gives way to a newer one of its key that is waiting", async () => {
    const id = await dead("old");
    const newer = await add("new");
    expect(await retryJob.execute(ALL, id)).toMatchObject({ id: newer, state: JobState.QUEUED });
    expect((await fixture.waiting()).map(({ payload }) => payload)).toEqual([
      { deliveryId: "new" },
    ]);
  });

  it("does not exist for anyone who may not see it, and stays as it is", async () => {
    const id = await dead();
    expect(await codeOf(OTHER, id)).toBe("NOT_FOUND");
    expect(await codeOf({ kind: "anonymous" }, id)).toBe("NOT_FOUND");
    for (const none of ["0", "no number", "9".repeat(30)])
      expect(await codeOf(ALL, none)).toBe("NOT_FOUND");
    const [row] = await fixture.db.query<{ dead: boolean }[]>("select dead from jobs");
    expect(row).toEqual({ dead: true });
  });
});
