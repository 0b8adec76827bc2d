import { RepairRounds } from "../../src/jobs/repair-rounds";
import { ClaimRound } from "../../src/services/repair/claim-round";
import { RepairWork } from "../../src/services/repair/repair-work";
import { eventually } from "../support/eventually";
import { OrderFixture } from "../support/order-fixture";

const HOUR_SECONDS = 3_600;

describe("the search for lost work", () => {
  let fixture: OrderFixture;
  const running: RepairRounds[] = [];

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(async () => {
    for (const rounds of running.splice(0)) await rounds.stop();
    await fixture.db.query("delete from rounds");
    await fixture.loseJobs();
  });
  afterAll(() => fixture.stop());

  /** What has been repaired, and what went wrong. */
  function start(everySeconds: number) {
    const { db, jobs, clock } = fixture;
    const repaired: string[] = [];
    const errors: unknown[] = [];
    const work = new RepairWork({
      db,
      jobs,
      clock,
      rounds: [],
      report: ({ task }) => repaired.push(task),
    });
    const rounds = new RepairRounds(
      work,
      new ClaimRound(db),
      (error) => errors.push(error),
      everySeconds,
      5,
    );
    running.push(rounds);
    rounds.start();
    return { repaired, errors };
  }

  it("begins with the process, even if another has just searched, and continues", async () => {
    await new ClaimRound(fixture.db).execute("repair-work", HOUR_SECONDS);
    await fixture.taken();
    await fixture.loseJobs();
    const { repaired } = start(0);
    await eventually(() => repaired.length === 1);
    await fixture.loseJobs();
    await eventually(() => repaired.length === 2);
  });

  it("is done by one process at a time, and another takes over when that one is gone", async () => {
    const turns = [1, 2, 3, 4].map(() =>
      new ClaimRound(fixture.db).execute("repair-work", HOUR_SECONDS),
    );
    expect((await Promise.all(turns)).filter(Boolean)).toHaveLength(1);
    const asLongAgo = (interval: string) =>
      fixture.db.query("update rounds set began_at = clock_timestamp() - $1::interval", [interval]);
    await asLongAgo("59 min");
    expect(await new ClaimRound(fixture.db).execute("repair-work", HOUR_SECONDS)).toBe(false);
    await asLongAgo("60 min");
    expect(await new ClaimRound(fixture.db).execute("repair-work", HOUR_SECONDS)).toBe(true);
  });

  it("does not stall when the database's clock is set back", async () => {
    await new ClaimRound(fixture.db).execute("repair-work", HOUR_SECONDS);
    await fixture.db.query("update rounds set began_at = clock_timestamp() + interval '1 day'");
    expect(await new ClaimRound(fixture.db).execute("repair-work", HOUR_SECONDS)).toBe(true);
  });

  it("continues after a round that failed", async () => {
    await fixture.db.query("alter table rounds rename to hidden");
    const { repaired, errors } = start(0);
    await eventually(() => errors.length > 0);
    await fixture.taken();
    await fixture.loseJobs();
    await fixture.db.query("alter table hidden rename to rounds");
    await eventually(() => repaired.length === 1);
  });
});
