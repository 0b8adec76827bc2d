import { randomUUID } from "node:crypto";

import { eventually } from "../support/eventually";
import { JobFixture } from "../support/job-fixture";

const HOUR_MS = 3_600_000;

describe("the job queue", () => {
  let fixture: JobFixture;

  beforeAll(async () => {
    fixture = await JobFixture.start();
  });

  afterEach(() => fixture.clear());
  afterAll(() => fixture.stop());

  it("runs a job with its payload", async () => {
    const payload = { organizationId: randomUUID(), body: [{ текст: "«кавычки» и 'кавычки'" }] };
    await fixture.jobs.enqueue(fixture.db.manager, "record-webhook", payload);
    const { ran } = await fixture.worker();
    await eventually(() => ran.length === 1);
    expect(ran).toEqual([{ name: "record-webhook", payload }]);
  });

  it("contains a job if and only if its transaction commits", async () => {
    const { ran } = await fixture.worker();
    const undone = fixture.db.transaction(async (tx) => {
      await fixture.jobs.enqueue(tx, "tell-people", { deliveryId: "undone" });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await fixture.db.transaction(async (tx) => {
      await fixture.jobs.enqueue(tx, "tell-people", { deliveryId: "done" });
      await fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId: "sooner" });
      await eventually(() => ran.length === 1);
    });
    await eventually(() => ran.length === 2);
    expect(ran.map(({ payload }) => payload)).toEqual([
      { deliveryId: "sooner" },
      { deliveryId: "done" },
    ]);
  });

  it("does not run a job before its time", async () => {
    await fixture.jobs.enqueue(
      fixture.db.manager,
      "tell-people",
      { deliveryId: "later" },
      { delayMs: HOUR_MS },
    );
    await fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId: "now" });
    const { ran } = await fixture.worker();
    await eventually(async () => (await fixture.waiting()).length === 1);
    expect(ran.map(({ payload }) => payload)).toEqual([{ deliveryId: "now" }]);
    expect(await dueInHours()).toEqual([1]);
  });

  it.each([-40_000, 60_000])(
    "measures a delay by the database's clock when its own is %i ms off",
    async (offMs) => {
      const now = Date.now.bind(Date);
      const wrong = jest.spyOn(Date, "now").mockImplementation(() => now() + offMs);
      await fixture.jobs.enqueue(
        fixture.db.manager,
        "tell-people",
        { deliveryId: "1" },
        { delayMs: 15_000 },
      );
      wrong.mockRestore();
      const pause =
        "select round(extract(epoch from due_at - created_at) * 10)::float8 / 10 as seconds from jobs";
      expect(await fixture.db.query(pause)).toEqual([{ seconds: 15 }]);
    },
  );

  it("does not run a delayed job before it is due", async () => {
    let startedAt = 0;
    await fixture.worker(() => void (startedAt = Date.now()));
    const addedAt = Date.now();
    const options = { delayMs: 1_500, branchId: "one" };
    await fixture.jobs.enqueue(fixture.db.manager, "send-order", { orderId: "1" }, options);
    await eventually(() => startedAt > 0);
    expect(startedAt - addedAt).toBeGreaterThanOrEqual(1_500);
  });

  it("lets a running job finish before it stops", async () => {
    let finished = false;
    const started = await fixture.worker(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      finished = true;
    });
    await fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId: "1" });
    await eventually(() => started.ran.length === 1);
    await started.stop();
    expect(finished).toBe(true);
    expect(await fixture.waiting()).toEqual([]);
  });

  it("leaves no connection behind when it stops", async () => {
    const started = await fixture.worker();
    await started.stop();
    const left =
      "select 1 from pg_stat_activity where application_name in ('gateway-jobs', 'gateway-lease') and datname = current_database()";
    await eventually(async () => (await fixture.db.query<unknown[]>(left)).length === 0);
  });

  it("processes many jobs with many workers, each job once", async () => {
    const all = await Promise.all([fixture.worker(), fixture.worker(), fixture.worker()]);
    await fixture.db.transaction(async (tx) => {
      for (let count = 0; count < 100; count += 1)
        await fixture.jobs.enqueue(tx, "tell-people", { deliveryId: String(count) });
    });
    const ran = () => all.flatMap((each) => each.ran);
    await eventually(async () => ran().length >= 100 && (await fixture.waiting()).length === 0);
    expect(
      new Set(ran().map(({ payload }) => (payload as { deliveryId: string }).deliveryId)).size,
    ).toBe(100);
    expect(ran()).toHaveLength(100);
  });

  async function dueInHours(): Promise<number[]> {
    const hours =
      "select round(extract(epoch from due_at - now()) / 360)::float8 / 10 as hours from jobs order by id";
    return (await fixture.db.query<{ hours: number }[]>(hours)).map((row) => row.hours);
  }
});
