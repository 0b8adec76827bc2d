import { randomUUID } from "node:crypto";

import { type Repository } from "typeorm";

import { StopListRow } from "../../src/entities/catalogue/stop-list-row";
import { PeriodicJobs } from "../../src/jobs/periodic-jobs";
import { PostgresJobQueue } from "../../src/jobs/postgres-job-queue";
import { type Menu } from "../../src/resolvers/catalogue/menu";
import { type Product } from "../../src/resolvers/catalogue/product";
import { publicMenuOf } from "../../src/resolvers/catalogue/public-menu";
import { Keyring } from "../../src/security/keyring";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { SaveBranchSettings } from "../../src/services/branches/settings/save-branch-settings";
import { ExpectStopList } from "../../src/services/catalogue/stop-lists/expect-stop-list";
import { RefreshStopLists } from "../../src/services/catalogue/stop-lists/refresh-stop-lists";
import { LostOrganizations } from "../../src/services/pos/lost-organizations";
import { PosConnections } from "../../src/services/pos/pos-connections";
import { POS } from "../../src/vendors";
import { aPosCategory, aPosGroup, aPosItem, aPosOption, aPosSize } from "./a-pos-menu";
import { aGroupList, anEntry } from "./a-stop-list";
import { ADMIN } from "./branch-gateway";
import { CatalogueFixture } from "./catalogue-fixture";
import { eventuallyFits } from "./eventually";
import { KNOWN_VENDORS } from "./known-vendors";

export const KITCHEN = "0d7c3f0e-6a1e-4c57-9d7a-2f3b8f7a1c01";

/**
 * A pizza of two sizes with a sauce (00064), a salad (00100) and a soup that is not sold (00200).
 */
const MENU = aPosCategory({
  items: [
    aPosItem({
      sizes: [
        aPosSize({ posSizeId: "s", name: "Малая", price: 40_000, isDefault: false }),
        aPosSize({ posSizeId: "l", name: "Большая", price: 60_000 }),
      ],
      optionGroups: [aPosGroup({ min: 1, max: 1, options: [aPosOption()] })],
    }),
    aPosItem({ article: "00100", name: "Тёплый салат" }),
    aPosItem({ article: "00200", name: "Суп", sizes: [aPosSize({ price: null })] }),
  ],
});

/** Every product of a menu, as clients see it. */
export function productsIn({ sections, present }: Menu): Product[] {
  return sections.flatMap((section) => section.products.map(present));
}

/** The stop lists of branches with a catalogue; the test controls the POS and time. */
export class StopListFixture {
  readonly jobs: PostgresJobQueue;
  private readonly periodicJobs: PeriodicJobs;
  readonly secrets = new Keyring(["a-master-key-only-for-these-tests-0001"]);
  readonly refreshStopLists: RefreshStopLists;
  readonly expectStopList: ExpectStopList;
  private readonly saveSettings: SaveBranchSettings;

  private constructor(readonly catalogue: CatalogueFixture) {
    const { db, feed, clock, pos } = catalogue;
    this.jobs = new PostgresJobQueue(clock);
    this.periodicJobs = new PeriodicJobs(db, this.jobs, { pollEverySeconds: 0 });
    const connections = new PosConnections(db, this.secrets, { IIKO: pos }, POS);
    const lostOrganizations = new LostOrganizations({ db, connections, clock });
    this.refreshStopLists = new RefreshStopLists({
      db,
      connections,
      lostOrganizations,
      feed,
      clock,
    });
    this.expectStopList = new ExpectStopList({ jobs: this.jobs, clock });
    this.saveSettings = new SaveBranchSettings(db, this.secrets, KNOWN_VENDORS, feed);
  }

  static async start(): Promise<StopListFixture> {
    const catalogue = await CatalogueFixture.start();
    return new StopListFixture(catalogue);
  }

  get rows(): Repository<StopListRow> {
    return this.catalogue.db.getRepository(StopListRow);
  }

  /** A connected branch that sells the menu. */
  async branch(
    settings: BranchSettingsChange = {},
  ): Promise<{ branchId: string; organizationId: string }> {
    const place = await this.catalogue.branchWith(MENU);
    await this.catalogue.importAll(place, "00064", "00100", "00200");
    const organizationId = randomUUID();
    await this.connect(place.branchId, { organizationId, terminalGroupId: KITCHEN, ...settings });
    return { branchId: place.branchId, organizationId: settings.organizationId ?? organizationId };
  }

  async connect(branchId: string, settings: BranchSettingsChange): Promise<void> {
    const db = this.catalogue.db.manager;
    await db.query("insert into branch_settings (branch_id) values ($1) on conflict do nothing", [
      branchId,
    ]);
    const [branch] = await db.query<{ version: number }[]>(
      "select version from branches where id = $1",
      [branchId],
    );
    const usual = { pos: "IIKO", apiLogin: "invented" };
    await this.saveSettings.execute(ADMIN, branchId, branch?.version ?? 1, {
      ...usual,
      ...settings,
    });
  }

  /** The kitchen runs out of these, and has all others again. */
  stopDishes(organizationId: string, ...posProductIds: string[]): void {
    const entries = posProductIds.map((id) => anEntry(id));
    this.catalogue.pos.knownStopLists.set(organizationId, [aGroupList(entries, KITCHEN)]);
  }

  /** The articles that cannot be ordered. */
  async unavailable(branchId: string): Promise<string[]> {
    const shown = await this.catalogue.shownMenus.get(branchId);
    if (!shown) throw new Error("There is no such branch");
    const products = productsIn(publicMenuOf(shown));
    return products
      .filter(({ availability }) => !availability.available)
      .map(({ article }) => article);
  }

  /** Waits until exactly these cannot be ordered. */
  lacks(branchId: string, ...articles: string[]): Promise<string[]> {
    return eventuallyFits(
      () => this.unavailable(branchId),
      (found) => found.join() === articles.join(),
    );
  }

  /** Lets time pass, then reads what is due, like the recurring job. */
  async afterSeconds(seconds: number): Promise<void> {
    const { clock } = this.catalogue;
    clock.turnTo(new Date(clock.now().getTime() + seconds * 1000));
    await this.periodicJobs.planNext("refresh-stop-lists");
    await this.refreshStopLists.execute();
  }

  /**
   * The same in steps of ten seconds, reading the branch's menu when its turn has come: what the
   * job worker does.
   */
  async pass(branchId: string, seconds: number): Promise<void> {
    for (let passed = 0; passed < seconds; passed += 10) {
      await this.afterSeconds(10);
      const [planned] = await this.catalogue.db.query<{ due_at: Date }[]>(
        "select due_at from jobs where key = $1",
        [`refresh-pos-menu:${branchId}`],
      );
      if (planned && planned.due_at <= this.catalogue.clock.now()) {
        await this.catalogue.refreshPosMenu.executeUnasked({ branchId });
      }
    }
  }

  /** In how many seconds the jobs that read stop lists are due. */
  async dueInSeconds(): Promise<number[]> {
    const jobs = await this.catalogue.db.query<{ due_at: Date }[]>(
      "select due_at from jobs where task = 'refresh-stop-lists' order by due_at",
    );
    return jobs.map(
      ({ due_at: dueAt }) => (dueAt.getTime() - this.catalogue.clock.now().getTime()) / 1000,
    );
  }

  async stop(): Promise<void> {
    await this.catalogue.stop();
  }
}
