import { RouterTroubles } from "../../scripts/proof/tracking/router-troubles";
import { SETTINGS_FOR_ROUTER, ThroughRouter } from "../../scripts/proof/tracking/through-router";
import { TrackingRun } from "../../scripts/proof/tracking/tracking-run";
import { Troubles } from "../../scripts/proof/tracking/troubles";
import { build } from "../support/program";
import { isSupergraphInstalled } from "../support/supergraph";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

/** `npm ci --prefix examples/supergraph` installs what these tests need. */
const describeWithRouter = isSupergraphInstalled ? describe : describe.skip;

/** The short form of `npm run proof:tracking -- --through hive`. */
describeWithRouter("following orders through a router while it and gateways are killed", () => {
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

  it("lets 20 of our clients follow their orders to the end, each event reported once and in order", async () => {
    const way = new ThroughRouter();
    const others = new Troubles(5, { kill: 3, cut: 2 });
    const trouble = new RouterTroubles(5, way, others, { kill: 5, cut: 1 });
    run = await TrackingRun.start({
      databaseUrl: database.url,
      seed: 5,
      processes: 2,
      orders: 5,
      guests: 20,
      operators: 0,
      kitchenSpeed: 1,
      trouble,
      way,
      env: SETTINGS_FOR_ROUTER,
      tell: () => undefined,
    });
    const result = await run.execute();
    const expected = { missed: 0, repeated: 0, wrong: 0, falseEnds: 0, clients: 20 };
    expect(result).toMatchObject(expected);
    // Orders take 25 s, and the first kill comes within eight.
    expect(trouble.counts.kills).toBeGreaterThan(0);
  });
});
