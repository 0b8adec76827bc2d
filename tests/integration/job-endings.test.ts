import { type EntityManager } from "typeorm";

import { type Order } from "../../src/entities/orders/order";
import { findDue, findDueLanes } from "../../src/jobs/claim";
import { JobPool } from "../../src/jobs/job-pool";
import { LANES } from "../../src/jobs/kinds/lanes";
import { sendOf, tellingOf } from "../../src/services/orders/rows/order-jobs";
import { eventually } from "../support/eventually";
import { JobFixture } from "../support/job-fixture";

const NO_KEY = () => Promise.resolve(null);
const HOUR_MS = 3_600_000;
const ORDER = { id: "o", branchId: "b" } as Order;

const nameOf = (payload: unknown) => (payload as { deliveryId: string }).deliveryId;

describe("the end of a job", () => {
  let fixture: JobFixture;

  beforeAll(async () => {
    fixture = await JobFixture.start();
  });

  afterEach(() => fixture.clear());
  afterAll(() => fixture.stop());

  const tell = (deliveryId: string, options = {}) =>
    fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId }, options);

  it("is written once when it is part of what the job writes", async () => {
    await tell("1");
    const deleted: unknown[] = [];
    const { ran } = await fixture.worker((_, __, job) =>
      fixture.db.transaction(async (tx) => {
        await fixture.jobs.withdraw(tx, [], [job]);
        deleted.push(await tx.query("select from jobs"));
        return "ended" as const;
      }),
    );
    await eventually(() => deleted.length === 1);
    expect([deleted, await fixture.waiting(), ran.length]).toEqual([[[]], [], 1]);
  });

  it("as part of what the job writes leaves alone a job that another worker owns by then", async () => {
    await tell("1");
    let left: unknown;
    await fixture.worker(async (_, __, job) => {
      await fixture.db.query(
        "update jobs set generation = generation + 1, owner = gen_random_uuid()",
      );
      await fixture.db.transaction((tx) => fixture.jobs.withdraw(tx, [], [job]));
      left = await fixture.waiting();
    });
    await eventually(() => left !== undefined);
    expect(left).toHaveLength(1);
  });

  it("that comes too late leaves the job to be retried, and the late result changes nothing", async () => {
    let open = () => undefined as void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const lanes = { ...LANES, people: { ...LANES.people, deadlineMs: 200 } };
    const { ran, errors } = await fixture.worker(
      () => (ran.length === 1 ? gate : undefined),
      NO_KEY,
      { lanes },
    );
    await tell("1");
    await eventually(() => errors.length > 0);
    expect(errors.join()).toContain("No end after 0.2 s");
    await eventually(() => ran.length === 2);
    open();
    await eventually(async () => (await fixture.waiting()).length === 0);
    expect(ran).toHaveLength(2);
  });

  it("by an error makes a newer job of its key run when the back-off ends, and leaves no second one", async () => {
    const { errors } = await fixture.worker(async () => {
      await tell("newer", { key: "one", delayMs: HOUR_MS });
      throw new Error("broken");
    });
    await tell("older", { key: "one" });
    await eventually(() => errors.length > 0);
    const soon =
      "select payload from jobs where due_at < now() + interval '20 s' and owner is null";
    await eventually(async () => (await fixture.db.query<unknown[]>(soon)).length === 1);
    expect((await fixture.waiting()).map(({ payload }) => payload)).toEqual([
      { deliveryId: "newer" },
    ]);
  });

  it.each<[string, (tx: EntityManager) => Promise<unknown>]>([
    ["an order", (tx) => fixture.jobs.enqueueAll(tx, "send-order", [sendOf(ORDER, HOUR_MS)])],
    [
      "a message",
      (tx) => fixture.jobs.enqueueAll(tx, "tell-people", [tellingOf("d", "b", HOUR_MS)]),
    ],
  ])("by an error leaves %s the delay that it was given before", async (_, plan) => {
    const { errors } = await fixture.worker(async () => {
      await fixture.db.transaction(plan);
      throw new Error("The end of COMMIT is not known");
    });
    await fixture.db.transaction(plan);
    await fixture.db.query("update jobs set due_at = now()");
    await eventually(() => errors.length > 0);
    const later = "select owner, due_at > now() + interval '50 min' as later from jobs";
    await eventually(async () => (await fixture.db.query<unknown[]>(later)).length === 1);
    expect(await fixture.db.query(later)).toEqual([{ owner: null, later: true }]);
  });

  it("by errors for a day means that the job is no longer retried", async () => {
    await tell("1");
    await fixture.db.query("update jobs set attempts = 6000");
    await fixture.worker(() => Promise.reject(new Error("broken")));
    await eventually(
      async () => (await fixture.db.query<unknown[]>("select from jobs where dead")).length === 1,
    );
  });

  it("of several processes in a row makes it run alone", async () => {
    let [running, mostBeside] = [0, 0];
    await tell("suspect");
    await fixture.db.query("update jobs set crashes = 3, attempts = 3");
    for (let count = 0; count < 20; count += 1) await tell(`other ${count}`);
    const { ran } = await fixture.worker(async (_, payload) => {
      running += 1;
      await new Promise((resolve) => setTimeout(resolve, 30));
      if ((payload as { deliveryId: string }).deliveryId === "suspect")
        mostBeside = Math.max(mostBeside, running - 1);
      running -= 1;
    });
    await eventually(async () => (await fixture.waiting()).length === 0);
    expect([ran.length, mostBeside]).toEqual([21, 0]);
  });

  it("of several processes in a row makes nobody wait for it while another job of its queue runs", async () => {
    const pool = new JobPool(fixture.database.url, () => undefined);
    const look = () => findDueLanes(pool, ["people", "orders"]);
    await tell("runs", { queue: "one" });
    await fixture.db.query("update jobs set owner = gen_random_uuid()");
    await tell("suspect", { queue: "one" });
    await fixture.db.query("update jobs set crashes = 3, attempts = 3 where owner is null");
    expect(await look()).toEqual([{ lane: "people", suspect: false }]);
    expect(await findDue(pool, "people", 10, true)).toEqual([]);
    await fixture.db.query("delete from jobs where owner is not null");
    expect(await look()).toEqual([{ lane: "people", suspect: true }]);
    expect(await findDue(pool, "people", 10, true)).toHaveLength(1);
    await pool.close();
  });

  it("of several processes in a row lets it run even if one of another branch cannot begin", async () => {
    let open = () => undefined as void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const { ran } = await fixture.worker((_, payload) =>
      nameOf(payload) === "first" ? gate : undefined,
    );
    await tell("first", { queue: "one" });
    await eventually(() => ran.length === 1);
    await tell("stuck", { queue: "one", branchId: "a", delayMs: HOUR_MS });
    await tell("free", { branchId: "b", delayMs: HOUR_MS });
    await fixture.db.query(
      "update jobs set crashes = 3, attempts = 3, due_at = now() where owner is null",
    );
    await eventually(() => ran.length === 2);
    expect(nameOf(ran[1]!.payload)).toBe("free");
    open();
  });

  it("leaves nothing under its key, where waiting and running jobs are found", async () => {
    let open = () => undefined as void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    await tell("waits", { key: "waits", delayMs: HOUR_MS });
    await tell("dead", { key: "dead", delayMs: HOUR_MS });
    await fixture.db.query("update jobs set dead = true where key = 'dead'");
    const { ran } = await fixture.worker(() => gate);
    await tell("runs", { key: "runs" });
    await eventually(() => ran.length === 1);
    const present = () =>
      fixture.jobs.present(fixture.db.manager, ["waits", "runs", "dead", "unknown"]);
    expect([...(await present())].sort()).toEqual(["runs", "waits"]);
    open();
    await eventually(async () => (await present()).size === 1);
  });
});
