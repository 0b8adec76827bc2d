import { createBranchesPlanUseCases } from "../../src/app/branches-plan-use-cases";
import { type Viewer } from "../../src/domain/access/viewer";
import { type PlanGuardCode } from "../../src/domain/catalogue/plan";
import { BranchesPlanKind } from "../../src/entities/catalogue/branches-plan";
import { type BranchesPlanEntryState } from "../../src/entities/catalogue/branches-plan-entry";
import { PostgresJobQueue } from "../../src/jobs/postgres-job-queue";
import { Keyring } from "../../src/security/keyring";
import { SaveBranchSettings } from "../../src/services/branches/settings/save-branch-settings";
import { type BranchesPlanRequest } from "../../src/services/catalogue/branches-plans/branches-plan-request";
import { aPosCategory, aPosGroup, aPosItem, aPosOption, aPosSize } from "./a-pos-menu";
import { ADMIN } from "./branch-gateway";
import { CatalogueFixture } from "./catalogue-fixture";
import { KNOWN_VENDORS } from "./known-vendors";

export const PRICES: BranchesPlanRequest = { kind: BranchesPlanKind.SYNC_PRICES, articles: null };
const ARTICLES = ["1", "2", "3"];

/** What a branch's tables contain about its catalogue and its settings: every column as text. */
const STATE = `
select json_build_object(
  'sections', (select json_agg(row::text order by id) from sections row where branch_id = $1),
  'products', (select json_agg(row::text order by id) from products row where branch_id = $1),
  'sizes', (select json_agg(row::text order by row.id) from product_sizes row
    join products on products.id = product_id where branch_id = $1),
  'groups', (select json_agg(row::text order by row.id) from option_groups row
    join products on products.id = product_id where branch_id = $1),
  'options', (select json_agg(row::text order by row.id) from options row
    join option_groups choice on choice.id = option_group_id
    join products on products.id = choice.product_id where branch_id = $1),
  'settings', (select row::text from branch_settings row where branch_id = $1),
  'branch', (select json_build_array(name, time_zone, country) from branches where id = $1)
)::text as state`;

/** Plans for many branches on a separate database, with their jobs under the test's control. */
export class BranchesPlanFixture {
  readonly saveBranchSettings: SaveBranchSettings;
  readonly plans: ReturnType<typeof createBranchesPlanUseCases>;
  readonly unexpected: unknown[] = [];
  readonly jobs: PostgresJobQueue;

  private constructor(readonly catalogue: CatalogueFixture) {
    const { db, feed, clock, snapshots, applyPlan } = catalogue;
    this.jobs = new PostgresJobQueue(clock);
    const secrets = new Keyring(["a-master-key-only-for-these-tests-0001"]);
    this.saveBranchSettings = new SaveBranchSettings(db, secrets, KNOWN_VENDORS, feed);
    const reportUnexpected = ({ error }: { error: unknown }) => this.unexpected.push(error);
    this.plans = createBranchesPlanUseCases(
      { db, feed, clock, jobs: this.jobs, reportUnexpected },
      snapshots,
      { applyPlan, saveBranchSettings: this.saveBranchSettings },
    );
  }

  static async start(): Promise<BranchesPlanFixture> {
    return new BranchesPlanFixture(await CatalogueFixture.start());
  }

  stop(): Promise<void> {
    return this.catalogue.stop();
  }

  get db() {
    return this.catalogue.db;
  }

  get clock() {
    return this.catalogue.clock;
  }

  /** A branch that sells three dishes for 100 roubles each, as in the POS. */
  async branch(): Promise<string> {
    const place = await this.catalogue.branchWith(menuOf(10_000));
    const { branchId } = place;
    await this.catalogue.importAll(place, ...ARTICLES);
    await this.db.query("insert into branch_settings (branch_id) values ($1)", [branchId]);
    return branchId;
  }

  async branches(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let made = 0; made < count; made += 1) ids.push(await this.branch());
    return ids;
  }

  /** Sets the price of the branch's dishes in its POS, in kopecks. */
  async reprice(branchIds: readonly string[], price: number): Promise<void> {
    for (const branchId of branchIds) await this.catalogue.refresh(branchId, menuOf(price));
  }

  /** A plan that has been worked out. */
  async plan(
    branchIds: readonly string[] | null,
    request: BranchesPlanRequest = PRICES,
    viewer: Viewer = ADMIN,
  ): Promise<string> {
    const id = await this.plans.planForBranches.execute(viewer, { branchIds, requests: [request] });
    await this.work(id);
    return id;
  }

  /** Does what the plan's job does. */
  work(planId: string): Promise<void> {
    return this.plans.workBranchesPlan.execute({ planId });
  }

  applyFirst(planId: string, first: string, accept: PlanGuardCode[] = []): Promise<void> {
    return this.plans.applyBranchesPlan.execute(ADMIN, planId, { first, accept });
  }

  async applyRest(planId: string): Promise<void> {
    await this.plans.applyBranchesPlan.execute(ADMIN, planId, { first: null, accept: [] });
    await this.work(planId);
  }

  async undo(planId: string): Promise<void> {
    await this.plans.undoBranchesPlan.execute(ADMIN, planId);
    await this.work(planId);
  }

  async statesOf(planId: string): Promise<BranchesPlanEntryState[]> {
    const asked = { states: null, after: -1, limit: 1_000 };
    const entries = await this.plans.findBranchesPlan.entries(planId, asked);
    return entries.map(({ state }) => state);
  }

  async stateOf(branchId: string): Promise<string> {
    const [row] = await this.db.query<{ state: string }[]>(STATE, [branchId]);
    return row!.state;
  }

  statesAt(branchIds: readonly string[]): Promise<string[]> {
    return Promise.all(branchIds.map((branchId) => this.stateOf(branchId)));
  }

  async pricesAt(branchId: string): Promise<(number | null)[]> {
    const rows = await this.db.query<{ price: string | null }[]>(
      `select price from product_sizes size join products on products.id = product_id
       where branch_id = $1 order by article`,
      [branchId],
    );
    return rows.map(({ price }) => (price === null ? null : Number(price)));
  }
}

function menuOf(price: number) {
  const optionGroups = [aPosGroup({ options: [aPosOption({ price: price / 10 })] })];
  const items = ARTICLES.map((article) =>
    aPosItem({
      article,
      posProductId: `pos-${article}`,
      sizes: [aPosSize({ price })],
      optionGroups,
    }),
  );
  return aPosCategory({ items });
}
