import { eventually } from "../support/eventually";
import { JobFixture } from "../support/job-fixture";

const HOUR_MS = 3_600_000;

describe("jobs that share a key or a queue", () => {
  let fixture: JobFixture;

  beforeAll(async () => {
    fixture = await JobFixture.start();
  });

  afterEach(() => fixture.clear());
  afterAll(() => fixture.stop());

  it("are found by key while they wait or run, but not once they are no longer retried", async () => {
    let open = () => undefined as void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const later = { delayMs: HOUR_MS };
    const add = (key: string, options = {}) =>
      fixture.jobs.enqueue(
        fixture.db.manager,
        "tell-people",
        { deliveryId: key },
        { key, ...options },
      );
    const { ran } = await fixture.worker(() => gate);
    await add("runs");
    await add("taken over");
    await eventually(() => ran.length === 2);
    await add("taken over", later);
    await add("waits", later);
    await add("dead", later);
    await fixture.db.query("update jobs set dead = true where key = 'dead'");
    const keys = ["runs", "taken over", "waits", "dead", "never"];
    const present = await fixture.jobs.present(fixture.db.manager, keys);
    expect([...present].sort()).toEqual(["runs", "taken over", "waits"]);
    expect(await fixture.jobs.present(fixture.db.manager, [])).toEqual(new Set());
    open();
  });

  it("are reduced to one waiting job per key, the newest", async () => {
    const add = (deliveryId: string, hours: number) =>
      fixture.jobs.enqueue(
        fixture.db.manager,
        "tell-people",
        { deliveryId },
        { key: "one", delayMs: hours * HOUR_MS },
      );
    await add("old", 2);
    await add("new", 1);
    expect((await fixture.waiting()).map(({ payload }) => payload)).toEqual([
      { deliveryId: "new" },
    ]);
    expect(await dueInHours()).toEqual([1]);
  });

  it("are kept if a running job of the same key enqueued them", async () => {
    const { ran } = await fixture.worker(async (_, payload) => {
      if (ran.length === 1)
        await fixture.jobs.enqueue(
          fixture.db.manager,
          "tell-people",
          payload as { deliveryId: string },
          {
            key: "self",
          },
        );
    });
    await fixture.jobs.enqueue(
      fixture.db.manager,
      "tell-people",
      { deliveryId: "again" },
      { key: "self" },
    );
    await eventually(() => ran.length === 2);
  });

  it("can be withdrawn by key while they wait, without affecting running jobs or other keys", async () => {
    let end = () => undefined as void;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const { ran } = await fixture.worker(() => ended);
    await fixture.jobs.enqueue(
      fixture.db.manager,
      "tell-people",
      { deliveryId: "runs" },
      { key: "runs" },
    );
    await eventually(() => ran.length === 1);
    for (const key of ["unwanted", "other"]) {
      await fixture.jobs.enqueue(
        fixture.db.manager,
        "tell-people",
        { deliveryId: key },
        { key, delayMs: HOUR_MS },
      );
    }
    await fixture.db.transaction((tx) =>
      fixture.jobs.withdraw(tx, ["runs", "unwanted", "unknown"]),
    );
    const payloads = (await fixture.waiting()).map(
      ({ payload }) => (payload as { deliveryId: string }).deliveryId,
    );
    expect(payloads.sort()).toEqual(["other", "runs"]);
    end();
    await eventually(async () => (await fixture.waiting()).length === 1);
  });

  it("run one after another within a queue, alongside other jobs", async () => {
    let running = 0;
    let most = 0;
    let open = () => undefined as void;
    const besideRan = new Promise<void>((resolve) => (open = resolve));
    const { ran } = await fixture.worker(async (_, payload) => {
      if ((payload as { deliveryId: string }).deliveryId === "beside") return open();
      running += 1;
      most = Math.max(most, running);
      await besideRan;
      running -= 1;
    });
    await fixture.db.transaction(async (tx) => {
      for (let count = 1; count <= 6; count += 1) {
        await fixture.jobs.enqueue(
          tx,
          "tell-people",
          { deliveryId: `queued ${count}` },
          { queue: "one" },
        );
      }
    });
    await eventually(() => running > 0);
    await fixture.jobs.enqueue(
      fixture.db.manager,
      "tell-people",
      { deliveryId: "beside" },
      { queue: "two" },
    );
    await eventually(() => ran.length === 7 && running === 0);
    expect(most).toBe(1);
  });

  it("run one after another within a queue, even in several processes", async () => {
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
    };
    const both = await Promise.all([fixture.worker(work), fixture.worker(work)]);
    for (let count = 1; count <= 4; count += 1) {
      await fixture.jobs.enqueue(
        fixture.db.manager,
        "send-order",
        { orderId: `${count}` },
        { queue: "one" },
      );
    }
    await eventually(() => both[0].ran.length + both[1].ran.length === 4 && running === 0);
    expect(most).toBe(1);
  });

  async function dueInHours(): Promise<number[]> {
    const hours =
      "select round(extract(epoch from due_at - now()) / 360)::float8 / 10 as hours from jobs order by id";
    return (await fixture.db.query<{ hours: number }[]>(hours)).map((row) => row.hours);
  }
});
