import { claim, type ClaimedJob, findDue } from "../../src/jobs/claim";
import { JobPool } from "../../src/jobs/job-pool";
import { type LaneName } from "../../src/jobs/kinds/lanes";
import { JobFixture } from "../support/job-fixture";

const OWNER = "6f6e6c79-0000-4000-8000-000000000001";
/** More than enough for PostgreSQL to keep a plan, made while hardly a job waits. */
const TIMES = 8;
const WAITING = 3_000;
const WANTED = 5;

describe.each<[LaneName, "send-order" | "tell-people"]>([
  ["orders", "send-order"],
  ["people", "tell-people"],
])("a claim in the lane %s", (lane, task) => {
  let fixture: JobFixture;
  let pool: JobPool;

  beforeAll(async () => {
    fixture = await JobFixture.start();
    pool = new JobPool(fixture.database.url, () => undefined);
    await fixture.db.query(
      "insert into worker_leases (owner, connection, until) values ($1, 0, now() + interval '1 hour')",
      [OWNER],
    );
  });

  afterAll(async () => {
    await pool.close();
    await fixture.stop();
  });

  const add = (count: number) =>
    fixture.jobs.enqueueAll(
      fixture.db.manager,
      task,
      Array.from({ length: count }, () => ({
        payload: { orderId: "o", deliveryId: "d" },
        options: { branchId: "b" },
      })),
    );

  async function take(): Promise<ClaimedJob[]> {
    const due = await findDue(pool, lane, WANTED, false);
    const shares = due.map((each) => ({ ...each, most: WANTED, mostBehind: WANTED }));
    return claim(pool, OWNER, lane, shares, false);
  }

  /** How many jobs the claims have read so far. */
  async function read(): Promise<number> {
    await pool.rows("select pg_stat_force_next_flush()", []);
    await pool.rows("select 1", []);
    const [row] = await fixture.db.query<[{ read: number }]>(
      "select (seq_tup_read + idx_tup_fetch)::int as read from pg_stat_user_tables where relname = 'jobs'",
    );
    return row.read;
  }

  it("reads hardly more jobs than it takes, however many wait", async () => {
    for (let time = 0; time < TIMES; time += 1) {
      await add(1);
      expect(await take()).toHaveLength(1);
    }
    await add(WAITING);
    const before = await read();
    expect(await take()).toHaveLength(WANTED);
    expect((await read()) - before).toBeLessThan(10 * WANTED);
  });
});
