import { eventually } from "../support/eventually";
import { JobFixture } from "../support/job-fixture";

/** As much of the tables of an earlier version as its jobs need. */
const FORMER = `
  create schema graphile_worker;
  create table graphile_worker._private_tasks (id serial primary key, identifier text not null unique);
  create table graphile_worker._private_jobs (
    id bigserial primary key, task_id int not null, payload json not null, priority smallint not null default 0,
    run_at timestamptz not null default now(), attempts smallint not null default 0,
    max_attempts smallint not null default 5760, last_error text, created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(), key text unique, locked_at timestamptz, locked_by text,
    revision int not null default 0, flags jsonb
  );
  insert into graphile_worker._private_tasks (identifier) values ('tell-people'), ('unknown-task')`;

describe("the jobs of an earlier version", () => {
  let fixture: JobFixture;

  beforeEach(async () => {
    fixture = await JobFixture.start();
    await fixture.db.query(FORMER);
  });

  afterEach(async () => {
    await fixture.clear();
    await fixture.stop();
  });

  const add = (columns: string, values: string, task = 1) =>
    fixture.db.query(
      `insert into graphile_worker._private_jobs (task_id, payload, ${columns}) values (${task}, ${values})`,
    );
  const left = async () =>
    (
      await fixture.db.query<{ id: number }[]>(
        "select id::int from graphile_worker._private_jobs order by id",
      )
    ).map(({ id }) => id);

  it("run here, with their branch, queue, key and time", async () => {
    const flags = `'{"branch:b1": true, "queue:q1": true}'`;
    await add(
      "key, flags, run_at",
      `'{"deliveryId":"later"}', 'later', ${flags}, now() + interval '1 hour'`,
    );
    await add("key", `'{"deliveryId":"now"}', 'now'`);
    const { ran } = await fixture.worker();
    await eventually(async () => ran.length === 1 && (await fixture.waiting()).length === 1);
    expect(ran).toEqual([{ name: "tell-people", payload: { deliveryId: "now" } }]);
    const rows =
      "select key, branch_id, queue, lane, due_at > now() + interval '59 min' as later from jobs";
    expect(await fixture.db.query(rows)).toEqual([
      { key: "later", branch_id: "b1", queue: "q1", lane: "people", later: true },
    ]);
    expect(await left()).toEqual([]);
  });

  it("give way to a newer one of their key, and pass on their time if it is earlier", async () => {
    await add("key", `'{"deliveryId":"old"}', 'one'`);
    const later = { key: "one", delayMs: 3_600_000 };
    await fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId: "new" }, later);
    const { ran } = await fixture.worker();
    await eventually(() => ran.length === 1);
    expect(ran[0]?.payload).toEqual({ deliveryId: "new" });
  });

  it("are left to their workers while those are alive, and are adopted when they are gone", async () => {
    await add("locked_by, locked_at, attempts", `'{"deliveryId":"held"}', 'a worker', now(), 1`);
    const old = fixture.db.createQueryRunner();
    await old.query("select pg_advisory_lock(4701, hashtext('a worker'))");
    const { ran } = await fixture.worker();
    await add("key", `'{"deliveryId":"free"}', 'free'`);
    await eventually(() => ran.length === 1);
    expect(await left()).toEqual([1]);
    await old.query("select pg_advisory_unlock(4701, hashtext('a worker'))");
    await old.release();
    await eventually(() => ran.length === 2);
    expect(ran.map(({ payload }) => payload)).toEqual([
      { deliveryId: "free" },
      { deliveryId: "held" },
    ]);
  });

  it("of unknown kinds stay where they are", async () => {
    await add("key", `'{}', 'unknown'`, 2);
    await add("key", `'{"deliveryId":"known"}', 'known'`);
    const { ran } = await fixture.worker();
    await eventually(() => ran.length === 1);
    expect(await left()).toEqual([1]);
  });

  it("are given back to it with one statement, including those that run here", async () => {
    const options = { key: "one", branchId: "b1", queue: "q1", delayMs: 3_600_000 };
    await fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId: "waits" }, options);
    await fixture.jobs.enqueue(fixture.db.manager, "check-webhooks", {});
    await fixture.db.query(
      "update jobs set owner = gen_random_uuid() where task = 'check-webhooks'",
    );
    expect(await fixture.db.query("select give_back_jobs()::int as given")).toEqual([{ given: 2 }]);
    const rows = `
      select identifier as task, key, flags, locked_by, attempts, run_at > now() + interval '59 min' as later
      from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = task_id order by 1`;
    expect(await fixture.db.query(rows)).toEqual([
      {
        task: "check-webhooks",
        key: null,
        flags: null,
        locked_by: null,
        attempts: 0,
        later: false,
      },
      {
        task: "tell-people",
        key: "one",
        locked_by: null,
        attempts: 0,
        later: true,
        flags: { "branch:b1": true, "queue:q1": true },
      },
    ]);
    expect(await fixture.waiting()).toEqual([]);
  });
});
