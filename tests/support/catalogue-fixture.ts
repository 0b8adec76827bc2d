import { randomUUID } from "node:crypto";

import { type DataSource, type Logger } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { ImportField } from "../../src/domain/catalogue/import-field";
import { PlanGuardCode } from "../../src/domain/catalogue/plan";
import { type PosMenuCategory } from "../../src/domain/catalogue/pos-menu";
import { type PosMenuRow } from "../../src/entities/catalogue/pos-menu-row";
import { PosRejected, RefusalKind } from "../../src/errors";
import { PostgresJobQueue } from "../../src/jobs/postgres-job-queue";
import { type Pos } from "../../src/ports/pos/pos";
import { type PosBranch } from "../../src/ports/pos/pos-branch";
import { FindBranch } from "../../src/services/branches/find-branch";
import { CreateSection } from "../../src/services/catalogue/create-section";
import { MenuMemory } from "../../src/services/catalogue/kept/menu-memory";
import { LockProductFields } from "../../src/services/catalogue/lock-product-fields";
import { MenuSnapshots } from "../../src/services/catalogue/menu/menu-snapshots";
import { ShownMenus } from "../../src/services/catalogue/menu/shown-menus";
import { ApplyPlan } from "../../src/services/catalogue/plans/apply-plan";
import { FindPlan } from "../../src/services/catalogue/plans/find-plan";
import { ImportSection } from "../../src/services/catalogue/plans/import-section";
import { PlanImport } from "../../src/services/catalogue/plans/plan-import";
import { PlanPriceSync } from "../../src/services/catalogue/plans/plan-price-sync";
import { SeedCatalogue } from "../../src/services/catalogue/plans/seed-catalogue";
import { SyncPrices } from "../../src/services/catalogue/plans/sync-prices";
import { FindCatalogueIssues } from "../../src/services/catalogue/pos-menu/find-catalogue-issues";
import { FindPosMenu } from "../../src/services/catalogue/pos-menu/find-pos-menu";
import { FindPosMenuBody } from "../../src/services/catalogue/pos-menu/find-pos-menu-body";
import { readPosMenu } from "../../src/services/catalogue/pos-menu/read-pos-menu";
import { RefreshPosMenu } from "../../src/services/catalogue/pos-menu/refresh-pos-menu";
import { ExpectStopList } from "../../src/services/catalogue/stop-lists/expect-stop-list";
import { StopLists } from "../../src/services/catalogue/stop-lists/stop-lists";
import { aPosMenu } from "./a-pos-menu";
import { FakePos } from "./fakes";
import { InMemoryEventFeed } from "./in-memory-event-feed";
import { ManualClock } from "./manual-clock";
import { createTestDatabase, type TestDatabase } from "./test-database";

const POS_BRANCH: PosBranch = {
  credential: { kind: "API_LOGIN_V1", apiLogin: "invented" },
  organizationId: "7bc05553-4b68-44e8-b7bc-37be63c6d9e9",
  terminalGroupId: null,
  externalMenuId: null,
  priceCategoryId: null,
  timeZone: "Europe/Moscow",
};

export class StatementLog implements Logger {
  constructor(private readonly statements: string[]) {}

  /** A prepared statement comes with its name. */
  logQuery(sql: string | { readonly text: string }): void {
    this.statements.push(typeof sql === "string" ? sql : sql.text);
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

/**
 * Every use case of the catalogue on a separate database, with a POS and an event feed in memory.
 */
export class CatalogueFixture {
  readonly pos = new FakePos();
  readonly feed = new InMemoryEventFeed();
  readonly statements: string[] = [];
  /** When false, access to the POS is rejected as for a branch that was never connected. */
  connected = true;
  readonly clock = new ManualClock();
  readonly snapshots: MenuSnapshots;
  readonly shownMenus: ShownMenus;
  readonly refreshPosMenu: RefreshPosMenu;
  readonly findCatalogueIssues: FindCatalogueIssues;
  readonly findPosMenu: FindPosMenu;
  readonly findPosMenuBody: FindPosMenuBody;
  readonly createSection: CreateSection;
  readonly planImport: PlanImport;
  readonly applyPlan: ApplyPlan;
  readonly importSection: ImportSection;
  readonly syncPrices: SyncPrices;
  readonly lockProductFields: LockProductFields;
  readonly seedCatalogue: SeedCatalogue;
  readonly findPlan: FindPlan;
  readonly findBranch: FindBranch;

  private constructor(
    private readonly database: TestDatabase,
    readonly db: DataSource,
  ) {
    const { feed } = this;
    const jobs = new PostgresJobQueue(this.clock);
    const memory = MenuMemory.ofMegabytes(64);
    this.snapshots = new MenuSnapshots(db, feed, memory);
    this.shownMenus = new ShownMenus(this.snapshots, new StopLists(db, feed, memory), this.clock);
    this.refreshPosMenu = new RefreshPosMenu({
      db,
      connections: { of: () => this.connection() },
      feed,
      jobs,
      clock: this.clock,
      expectStopList: new ExpectStopList({ jobs, clock: this.clock }),
    });
    this.findCatalogueIssues = new FindCatalogueIssues(db, this.snapshots);
    this.findPosMenu = new FindPosMenu(db, memory);
    this.findPosMenuBody = new FindPosMenuBody(db);
    this.createSection = new CreateSection(db, feed);
    this.planImport = new PlanImport(db, this.snapshots);
    this.applyPlan = new ApplyPlan(db, feed, this.snapshots);
    this.importSection = new ImportSection(this.planImport, this.applyPlan);
    this.syncPrices = new SyncPrices(new PlanPriceSync(db, this.snapshots), this.applyPlan);
    this.lockProductFields = new LockProductFields(db, feed);
    this.seedCatalogue = new SeedCatalogue(db, this.snapshots, this.createSection, this.applyPlan);
    this.findPlan = new FindPlan(db);
    this.findBranch = new FindBranch(db);
  }

  static async start(): Promise<CatalogueFixture> {
    const database = await createTestDatabase();
    const db = await createDataSource(database.url).initialize();
    const fixture = new CatalogueFixture(database, db);
    Object.assign(db, { logger: new StatementLog(fixture.statements) });
    fixture.shownMenus.start();
    return fixture;
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  async stop(): Promise<void> {
    await this.shownMenus.close();
    await this.db.destroy();
    await this.database.drop();
  }

  async branch(): Promise<string> {
    const id = randomUUID();
    await this.db.query(
      "insert into branches (id, name, time_zone) values ($1, 'Кафе на Лесной', 'Europe/Moscow')",
      [id],
    );
    return id;
  }

  /** A branch with one section whose POS has this menu, already refreshed. */
  async branchWith(
    ...categories: PosMenuCategory[]
  ): Promise<{ branchId: string; sectionId: string }> {
    const branchId = await this.branch();
    await this.refresh(branchId, ...categories);
    const { section } = await this.createSection.execute({ branchId, name: "Пицца" });
    return { branchId, sectionId: section.id };
  }

  async refresh(branchId: string, ...categories: PosMenuCategory[]): Promise<PosMenuRow> {
    this.pos.posMenu = aPosMenu(...categories);
    await this.refreshPosMenu.execute(branchId);
    return (await readPosMenu(this.db, branchId))!;
  }

  /** Imports every field of these articles in one go, bypassing every guard. */
  importAll(place: { branchId: string; sectionId: string }, ...articles: string[]) {
    const fields = Object.values(ImportField);
    const accept = Object.values(PlanGuardCode);
    return this.importSection.execute({ ...place, articles, fields, dryRun: false, accept });
  }

  /** How many statements `work` sends, including transaction control. */
  async countStatements(work: () => Promise<unknown>): Promise<number> {
    const before = this.statements.length;
    await work();
    // Notes on long-running work are written from time to time, whatever else is done.
    const ofWork = this.statements.slice(before).filter((one) => !one.includes("catalogue_works"));
    return ofWork.length;
  }

  private connection(): Promise<{ pos: Pos; branch: PosBranch }> {
    if (this.connected) return Promise.resolve({ pos: this.pos, branch: POS_BRANCH });
    const options = { posCode: "BRANCH_NOT_CONNECTED", kind: RefusalKind.MAPPING };
    return Promise.reject(new PosRejected("The branch is not connected", options));
  }
}

/**
 * The codes of the user errors with which a use case was refused; fails when it was not refused.
 */
export async function errorsOf(
  work: Promise<unknown>,
): Promise<{ code: string; field: readonly string[] | null }[]> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Error) || !("userErrors" in outcome))
    throw new Error(`Not refused: ${String(outcome)}`);
  return (outcome.userErrors as { code: string; field: readonly string[] | null }[]).map(
    ({ code, field }) => ({
      code,
      field,
    }),
  );
}
