import { type DataSource } from "typeorm";

import { createBranchesPlanUseCases } from "../../src/app/branches-plan-use-cases";
import { createCatalogueUseCases } from "../../src/app/catalogue-use-cases";
import { createOrderUseCases } from "../../src/app/order-use-cases";
import { type MenuSnapshot } from "../../src/domain/catalogue/menu-snapshot";
import { SOLD_ALWAYS } from "../../src/domain/catalogue/sale-hours";
import { SaleTimes } from "../../src/domain/catalogue/sale-times";
import { NOTHING_STOPPED } from "../../src/domain/catalogue/stop-list";
import { PostgresJobQueue } from "../../src/jobs/postgres-job-queue";
import { Keyring } from "../../src/security/keyring";
import { SaveBranchSettings } from "../../src/services/branches/settings/save-branch-settings";
import { MenuMemory } from "../../src/services/catalogue/kept/menu-memory";
import { MenuSnapshots } from "../../src/services/catalogue/menu/menu-snapshots";
import { ShownMenu } from "../../src/services/catalogue/menu/shown-menu";
import { ApplyPlan } from "../../src/services/catalogue/plans/apply-plan";
import { type StopListReading } from "../../src/services/catalogue/stop-lists/stop-lists";
import { type Unexpected } from "../../src/services/orders/session/unexpected";
import { type ConnectedBranches } from "../../src/services/pos/connected-branches";
import { type OrganizationNews } from "../../src/services/pos/lost-organizations";
import { PosConnections } from "../../src/services/pos/pos-connections";
import { FakeChannel } from "./fake-channel";
import { FakePos } from "./fakes";
import { InMemoryEventFeed } from "./in-memory-event-feed";
import { KNOWN_VENDORS } from "./known-vendors";
import { ManualClock } from "./manual-clock";

export const LINK_URL = "https://gateway.test";
export const POLL_EVERY_SECONDS = 20;

/**
 * The parts of an order's use cases, with the POS, the channels and time under the test's control.
 */
export class OrderParts {
  readonly pos = new FakePos();
  readonly feed = new InMemoryEventFeed();
  readonly clock = new ManualClock();
  readonly secrets = new Keyring(["a-master-key-only-for-these-tests-0001"]);
  readonly email = new FakeChannel(Infinity);
  readonly telegram = new FakeChannel(0);
  readonly jobs = new PostgresJobQueue(this.clock);
  readonly unexpected: Unexpected[] = [];
  readonly organizationNews: OrganizationNews[] = [];
  /** The menus that were requested, by the minimum revision that would do. */
  readonly leastRevisions: number[] = [];
  private menus = new Map<string, ShownMenu>();

  useCasesOn(
    db: DataSource,
    connectedBranches: ConnectedBranches,
  ): ReturnType<typeof createOrderUseCases> {
    const { pos, email, telegram, jobs, feed, secrets, clock } = this;
    const connections = new PosConnections(
      db,
      secrets,
      { IIKO: pos, DUMMY: pos },
      KNOWN_VENDORS.poses,
    );
    const menus = {
      get: (branchId: string, leastRevision = 0) => {
        this.leastRevisions.push(leastRevision);
        return Promise.resolve(this.menus.get(branchId));
      },
    };
    const channels = { EMAIL: email, TELEGRAM: telegram };
    return createOrderUseCases({
      db,
      connections,
      connectedBranches,
      menus,
      channels,
      jobs,
      feed,
      secrets,
      clock,
      ...this.catalogueOn(db),
      pollEverySeconds: POLL_EVERY_SECONDS,
      retentionDays: 30,
      orderRetentionDays: 0,
      linkUrl: LINK_URL,
      reportUnexpected: (unexpected) => this.unexpected.push(unexpected),
      saveBranchSettings: new SaveBranchSettings(db, secrets, KNOWN_VENDORS, feed),
      paceClock: clock,
    });
  }

  catalogueOn(db: DataSource): ReturnType<typeof createCatalogueUseCases> {
    const { secrets, pos, feed, clock, jobs } = this;
    const connections = new PosConnections(
      db,
      secrets,
      { IIKO: pos, DUMMY: pos },
      KNOWN_VENDORS.poses,
    );
    const reportOrganization = (news: OrganizationNews) => this.organizationNews.push(news);
    const menuMemory = MenuMemory.ofMegabytes(64);
    return createCatalogueUseCases({ db, feed, clock, jobs, reportOrganization }, connections, {
      menuSnapshots: new MenuSnapshots(db, feed, menuMemory),
      menuMemory,
    });
  }

  plansOn(db: DataSource): ReturnType<typeof createBranchesPlanUseCases> {
    const { secrets, feed, clock, jobs } = this;
    const snapshots = new MenuSnapshots(db, feed, MenuMemory.ofMegabytes(64));
    return createBranchesPlanUseCases({ db, feed, clock, jobs }, snapshots, {
      applyPlan: new ApplyPlan(db, feed, snapshots),
      saveBranchSettings: new SaveBranchSettings(db, secrets, KNOWN_VENDORS, feed),
    });
  }

  /** @param known what is known of its stock; if omitted, the POS has not been queried */
  sells(menu: MenuSnapshot, known: Partial<StopListReading> = {}): void {
    const reading = {
      revision: 1,
      stopList: NOTHING_STOPPED,
      saleTimes: new SaleTimes(SOLD_ALWAYS, "Europe/Moscow"),
      weighed: null,
      isPublished: true,
      confirmedAt: null,
      failingMenu: null,
      ...known,
    };
    this.menus.set(menu.branchId, new ShownMenu(menu, reading, this.clock));
  }
}
