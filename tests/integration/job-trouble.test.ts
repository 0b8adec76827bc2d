import { Client } from "pg";

import { eventually } from "../support/eventually";
import { JobFixture } from "../support/job-fixture";

const HOUR_MS = 3_600_000;

describe("when something breaks, the job queue", () => {
  let fixture: JobFixture;

  beforeAll(async () => {
    fixture = await JobFixture.start();
  });

  afterEach(() => fixture.clear());
  afterAll(() => fixture.stop());

  it("reruns a job that failed, and reports it", async () => {
    const { ran, errors } = await fixture.worker(() => {
      if (ran.length === 1) throw new Error("crashed");
    });
    await fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId: "1" });
    await eventually(async () =>
      (await fixture.waiting()).some(({ due_at }) => due_at.getTime() > Date.now()),
    );
    await fixture.db.query("update jobs set due_at = now()");
    await eventually(() => ran.length === 2);
    expect(errors.join("\n")).toContain("crashed");
  });

  it("waits at most 15 s before it reruns a job that crashed, however often it did", async () => {
    await fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId: "1" });
    await fixture.db.query("update jobs set attempts = 12");
    const { ran } = await fixture.worker(() => Promise.reject(new Error("crashed")));
    await eventually(() => ran.length === 1);
    const soon =
      "select 1 from jobs where owner is null and due_at between now() and now() + interval '15 s'";
    await eventually(async () => (await fixture.db.query<unknown[]>(soon)).length === 1);
  });

  it("reruns a job that it owns but does not work on, and leaves alone those that it works on", async () => {
    let open = () => undefined as void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const { ran } = await fixture.worker(() => gate);
    await fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId: "worked on" });
    await eventually(() => ran.length === 1);
    await fixture.jobs.enqueue(
      fixture.db.manager,
      "tell-people",
      { deliveryId: "held" },
      { delayMs: HOUR_MS },
    );
    await fixture.db.query(
      `update jobs set due_at = now(), attempts = 1, owner = (select owner from jobs where owner is not null)
       where owner is null`,
    );
    await eventually(() => ran.length === 2);
    expect(ran.map(({ payload }) => payload)).toEqual([
      { deliveryId: "worked on" },
      { deliveryId: "held" },
    ]);
    open();
  });

  it("drops a job that it owns but does not work on once a newer one of its key has replaced it", async () => {
    let open = () => undefined as void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const { ran } = await fixture.worker(() => gate);
    await fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId: "worked on" });
    await eventually(() => ran.length === 1);
    const later = { delayMs: HOUR_MS, key: "one" };
    await fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId: "held" }, later);
    await fixture.db.query(
      `update jobs set attempts = 1, owner = (select owner from jobs where owner is not null) where key = 'one'`,
    );
    await fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId: "newer" }, later);
    const left = async () => (await fixture.waiting()).map(({ payload }) => payload);
    expect(await left()).toHaveLength(3);
    await eventually(async () => (await left()).length === 2);
    expect(await left()).toEqual([{ deliveryId: "worked on" }, { deliveryId: "newer" }]);
    open();
  });

  it("ends a job that finished while the database was away, and does not rerun it", async () => {
    let open = () => undefined as void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const { ran } = await fixture.worker(() => gate);
    await fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId: "1" });
    await eventually(() => ran.length === 1);
    await whileAway(async () => {
      open();
      // Long enough for the end of the job to fail.
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await eventually(async () => (await fixture.waiting().catch(() => [0])).length === 0);
    expect(ran).toHaveLength(1);
  });

  it("stops although the database is away", async () => {
    let open = () => undefined as void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const started = await fixture.worker(() => gate);
    await fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId: "1" });
    await eventually(() => started.ran.length === 1);
    await whileAway(() => {
      open();
      return started.stop();
    });
  });

  it("stops although the database is away and a job fails meanwhile", async () => {
    let breakOff = () => undefined as void;
    const broken = new Promise<void>(
      (_, reject) => (breakOff = () => reject(new Error("crashed"))),
    );
    const started = await fixture.worker(() => broken);
    await fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId: "1" });
    await eventually(() => started.ran.length === 1);
    await whileAway(async () => {
      breakOff();
      await eventually(() => started.errors.length > 0);
      await started.stop();
    });
  });

  /** Cuts all connections to the database, and accepts none until `act` is done. */
  async function whileAway(act: () => Promise<void>): Promise<void> {
    const name = new URL(fixture.database.url).pathname.slice(1);
    const admin = new Client({ connectionString: fixture.database.url.replace(name, "postgres") });
    await admin.connect();
    await admin.query(`alter database "${name}" allow_connections false`);
    await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
      name,
    ]);
    await act();
    await admin.query(`alter database "${name}" allow_connections true`);
    await admin.end();
  }
});
