import { type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import { aPosCategory, aPosGroup, aPosItem, aPosOption, aPosSize } from "../support/a-pos-menu";
import { CatalogueFixture } from "../support/catalogue-fixture";
import { eventually } from "../support/eventually";
import { spawnTypeScript } from "../support/spawn-typescript";

const APPLIER = join(__dirname, "..", "support", "plan-applier.ts");
const WAITING = `select 1 from pg_stat_activity
where datname = current_database() and application_name = 'plan-applier' and wait_event_type = 'Lock'`;
const CONNECTED = `select 1 from pg_stat_activity
where datname = current_database() and application_name = 'plan-applier'`;
const COUNT = 100;

let fixture: CatalogueFixture;
beforeAll(async () => (fixture = await CatalogueFixture.start()));
afterAll(() => fixture.stop());

function menu(price: number) {
  const optionGroups = [aPosGroup({ options: [aPosOption({ price: price / 10 })] })];
  const items = Array.from({ length: COUNT }, (_, index) =>
    aPosItem({ article: String(index), sizes: [aPosSize({ price })], optionGroups }),
  );
  return aPosCategory({ items });
}

/** Everything that applying a plan writes, read from the database itself. */
async function stateOf(branchId: string) {
  const [state] = await fixture.db.query<object[]>(
    `select branch.catalogue_version as version,
      (select array_agg(distinct size.price) from product_sizes size join products on products.id = size.product_id
        where products.branch_id = branch.id) as sizes,
      (select array_agg(distinct option.price) from options option
        join option_groups choice on choice.id = option.option_group_id
        join products on products.id = choice.product_id where products.branch_id = branch.id) as options,
      (select count(*)::int from catalog_plans where branch_id = branch.id and applied_at is not null) as applied
    from branches branch where branch.id = $1`,
    [branchId],
  );
  return state;
}

describe("A process that is killed in the middle of applying a plan", () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill("SIGKILL"));

  it("leaves nothing of it behind, and the next process does all of it", async () => {
    const place = await fixture.branchWith(menu(10_000));
    await fixture.importAll(place, ...menu(0).items.map(({ article }) => article!));
    await fixture.refresh(place.branchId, menu(11_000));
    const plan = await fixture.syncPrices.execute({
      branchId: place.branchId,
      articles: null,
      dryRun: true,
    });
    const before = await stateOf(place.branchId);
    expect(before).toEqual({ version: 2, sizes: ["10000"], options: ["1000"], applied: 1 });

    // One option is locked: only the last statement needs it, after products and sizes have been
    // written.
    await fixture.db.transaction(async (tx) => {
      // The other process may take long to start.
      await tx.query("set local idle_in_transaction_session_timeout = 0");
      await tx.query("select from options limit 1 for update");
      child = spawnTypeScript(
        APPLIER,
        [fixture.databaseUrl, plan.id],
        ["ignore", "ignore", "inherit"],
      );
      await eventually(async () => (await fixture.db.query<unknown[]>(WAITING)).length > 0);
      child.kill("SIGKILL");
      await once(child, "exit");
    });
    await eventually(async () => (await fixture.db.query<unknown[]>(CONNECTED)).length === 0);
    expect(await stateOf(place.branchId)).toEqual(before);

    await fixture.applyPlan.execute(plan.id, "key");
    expect(await stateOf(place.branchId)).toEqual({
      version: 3,
      sizes: ["11000"],
      options: ["1100"],
      applied: 2,
    });
    const again = await fixture.syncPrices.execute({
      branchId: place.branchId,
      articles: null,
      dryRun: true,
    });
    expect(again.summary).toMatchObject({ unchanged: COUNT, update: 0, remove: 0 });
  });
});
