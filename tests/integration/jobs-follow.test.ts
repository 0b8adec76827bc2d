import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { openDatabase } from "../../src/gateway/open-database";
import { PostgresJobList } from "../../src/jobs/postgres-job-list";
import { PostgresJobQueue } from "../../src/jobs/postgres-job-queue";
import { type ListedJob } from "../../src/ports/job-list";
import { FollowJob } from "../../src/subscriptions/follow-job";
import { eventually } from "../support/eventually";
import { startRecordingWorker } from "../support/recording-worker";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const ALL: Viewer = {
  kind: "key",
  keyId: "o",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds: null,
};
const BRANCH = "3a9d3b52-6c0e-4a58-9d0a-3f6f3a4e7c11";

describe("a subscriber to a job", () => {
  const jobs = new PostgresJobQueue();
  let database: TestDatabase;
  let db: Awaited<ReturnType<typeof openDatabase>>;
  let followJob: FollowJob;
  let looks: (readonly string[])[];

  beforeAll(async () => {
    database = await createTestDatabase();
    db = await openDatabase(database.url);
  });

  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  beforeEach(async () => {
    await db.query("delete from jobs");
    looks = [];
    const list = new PostgresJobList(db);
    const byIds = list.byIds.bind(list);
    list.byIds = (ids) => {
      looks.push(ids);
      return byIds(ids);
    };
    followJob = new FollowJob(list);
  });

  const add = (branchId: string | null = null) =>
    jobs.enqueue(
      db.manager,
      "send-order",
      { orderId: "1" },
      { branchId, key: `send ${looks.length} ${Math.random()}` },
    );

  async function told(stream: AsyncIterable<ListedJob>, states: string[]): Promise<void> {
    for await (const { state, error } of stream)
      states.push(error === null ? state : `${state} ${error}`);
    states.push("the end");
  }

  it("sees it wait, run, fail, run again, and finish", async () => {
    const states: string[] = [];
    const ended = told(await followJob.of(ALL, await add()), states);
    let tries = 0;
    let goOn = () => undefined as void;
    const worker = await startRecordingWorker(database.url, async () => {
      await new Promise<void>((resolve) => (goOn = resolve));
      tries += 1;
      if (tries === 1) throw new Error("crashed");
    });
    await eventually(() => states.includes("RUNNING"));
    goOn();
    await eventually(() => states.includes("RETRYING FAILED"));
    await eventually(() => states.includes("RUNNING FAILED"));
    goOn();
    await ended;
    await worker.stop();
    expect(states).toEqual([
      "QUEUED",
      "RUNNING",
      "RETRYING FAILED",
      "RUNNING FAILED",
      "SUCCEEDED",
      "the end",
    ]);
  });

  it("shares one lookup of all followed jobs, and none happens without subscribers", async () => {
    const ids = await Promise.all([add(), add(), add()]);
    const streams = await Promise.all([...ids, ...ids].map((id) => followJob.of(ALL, id)));
    await eventually(() => looks.some((look) => look.length === 3));
    await Promise.all(streams.map((stream) => stream.return()));
    const before = looks.length;
    // Only waiting shows that nothing happens.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(looks.length - before).toBeLessThanOrEqual(1);
  });

  it("must have access to its branch, or to all branches if it belongs to none", async () => {
    const [own, nobodys] = [await add(BRANCH), await add()];
    const within = (branchIds: string[]): Viewer => ({ ...ALL, branchIds });
    await (await followJob.of(within([BRANCH]), own)).return();
    const refused: [Viewer, string][] = [
      [within([]), own],
      [within([BRANCH]), nobodys],
      [{ kind: "anonymous" }, nobodys],
      [ALL, "0"],
      [ALL, "send-order"],
    ];
    for (const [viewer, id] of refused)
      await expect(followJob.of(viewer, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
