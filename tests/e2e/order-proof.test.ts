import { BEHAVIOURS } from "../../scripts/proof/behaviours";
import { type CrashStep } from "../../scripts/proof/crash-points";
import { runCase } from "../../scripts/proof/matrix";
import { World } from "../../scripts/proof/world";
import { build } from "../support/program";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

/** The short form of `npm run proof:orders`. */
describe("an order whose gateway is killed", () => {
  let database: TestDatabase;
  let world: World;

  beforeAll(async () => {
    build();
    database = await createTestDatabase();
    world = await World.start({
      databaseUrl: database.url,
      processes: 2,
      retryDelaysSeconds: [1, 1, 1],
    });
  });

  afterAll(async () => {
    await world?.stop();
    await database?.drop();
  });

  it.each<[CrashStep, string, string]>([
    ["intent saved", "plain success", "in till"],
    ["request sent", "answer lost", "in till"],
    ["answer read", "Error after InProgress", "in till"],
    ["state saved", "refused for good", "with people"],
    ["message taken", "refused for good", "with people"],
  ])('at "%s" while iiko shows "%s" ends %s, once', async (step, name, end) => {
    const behaviour = BEHAVIOURS.find((each) => each.name === name);
    const result = await runCase(world, 2, step, behaviour!);
    expect(result).toMatchObject({
      killed: true,
      verdict: expect.stringContaining(end) as string,
      asExpected: true,
    });
  });

  it("leaves no points wrongly reserved or held, and no promo code wrongly used", async () => {
    await world.settle(90_000);
    expect([await world.pointsReserved(), await world.promoCodesUsed()]).toEqual([0, 0]);
    const states = world.sandbox.holds().map(({ state }) => state);
    expect([...new Set(states)].sort()).toEqual(["cancelled", "settled"]);
  });
});
