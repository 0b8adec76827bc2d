import { TrackingRun } from "../../scripts/proof/tracking/tracking-run";
import { Troubles } from "../../scripts/proof/tracking/troubles";
import { build } from "../support/program";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

/** The short form of `npm run proof:tracking`. */
describe("following orders while gateways are killed and connections are cut", () => {
  let database: TestDatabase;
  let run: TrackingRun | undefined;

  beforeAll(async () => {
    build();
    database = await createTestDatabase();
  });

  // The test may have run out of time: what it started must not go on without it.
  afterAll(async () => {
    await run?.stop();
    await database?.drop();
  });

  it("reports every event to 50 clients, once and in order", async () => {
    const trouble = new Troubles(5, { kill: 3, cut: 2 });
    run = await TrackingRun.start({
      databaseUrl: database.url,
      seed: 5,
      processes: 2,
      orders: 8,
      guests: 45,
      operators: 5,
      kitchenSpeed: 10,
      trouble,
      tell: () => undefined,
    });
    const result = await run.execute();
    expect(result).toMatchObject({ missed: 0, repeated: 0, wrong: 0, clients: 50 });
    expect(trouble.counts.kills).toBeGreaterThan(0);
  });
});
