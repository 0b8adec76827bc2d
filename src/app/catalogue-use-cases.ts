import { type JobQueue } from "../ports/job-queue";
import { CreateSection } from "../services/catalogue/create-section";
import { FindLockedArticles } from "../services/catalogue/find-locked-articles";
import { type MenuMemory } from "../services/catalogue/kept/menu-memory";
import { LockProductFields } from "../services/catalogue/lock-product-fields";
import { type MenuSnapshots } from "../services/catalogue/menu/menu-snapshots";
import { FindPictureUrl } from "../services/catalogue/pictures/find-picture-url";
import { ApplyPlan } from "../services/catalogue/plans/apply-plan";
import { FindPlan } from "../services/catalogue/plans/find-plan";
import { ImportSection } from "../services/catalogue/plans/import-section";
import { DifferingItems } from "../services/catalogue/plans/item-differences";
import { PlanImport } from "../services/catalogue/plans/plan-import";
import { PlanPriceSync } from "../services/catalogue/plans/plan-price-sync";
import { SeedCatalogue } from "../services/catalogue/plans/seed-catalogue";
import { SyncPrices } from "../services/catalogue/plans/sync-prices";
import { FindCatalogueIssues } from "../services/catalogue/pos-menu/find-catalogue-issues";
import { FindPosMenu } from "../services/catalogue/pos-menu/find-pos-menu";
import { FindPosMenuBody } from "../services/catalogue/pos-menu/find-pos-menu-body";
import { KeepPosMenusFresh } from "../services/catalogue/pos-menu/keep-pos-menus-fresh";
import { RefreshPosMenu } from "../services/catalogue/pos-menu/refresh-pos-menu";
import { ExpectStopList } from "../services/catalogue/stop-lists/expect-stop-list";
import { RefreshStopLists } from "../services/catalogue/stop-lists/refresh-stop-lists";
import { FindCatalogueWorks } from "../services/catalogue/work/find-catalogue-works";
import { LostOrganizations } from "../services/pos/lost-organizations";
import { type PosConnections } from "../services/pos/pos-connections";
import { type Dependencies } from "./dependencies";

interface Parts extends Pick<Dependencies, "db" | "feed" | "clock" | "reportOrganization"> {
  readonly jobs: JobQueue;
}

interface Kept {
  readonly menuSnapshots: MenuSnapshots;
  readonly menuMemory: MenuMemory;
}

/** From the POS's menu to what a storefront sells. */
export function createCatalogueUseCases(
  { db, feed, clock, jobs, reportOrganization: report }: Parts,
  connections: PosConnections,
  { menuSnapshots: snapshots, menuMemory }: Kept,
) {
  const createSection = new CreateSection(db, feed);
  const expectStopList = new ExpectStopList({ jobs, clock });
  const lostOrganizations = new LostOrganizations({ db, connections, clock, report });
  const planImport = new PlanImport(db, snapshots);
  const applyPlan = new ApplyPlan(db, feed, snapshots);
  return {
    createSection,
    applyPlan,
    findPlan: new FindPlan(db),
    findCatalogueWorks: new FindCatalogueWorks(db),
    findLockedArticles: new FindLockedArticles(db),
    findPictureUrl: new FindPictureUrl(db),
    findCatalogueIssues: new FindCatalogueIssues(db, snapshots),
    differingItems: new DifferingItems(),
    findPosMenu: new FindPosMenu(db, menuMemory),
    findPosMenuBody: new FindPosMenuBody(db),
    importSection: new ImportSection(planImport, applyPlan),
    lockProductFields: new LockProductFields(db, feed),
    refreshPosMenu: new RefreshPosMenu({ db, connections, feed, jobs, clock, expectStopList }),
    keepPosMenusFresh: new KeepPosMenusFresh({ db, jobs, clock }),
    expectStopList,
    lostOrganizations,
    refreshStopLists: new RefreshStopLists({ db, connections, lostOrganizations, feed, clock }),
    seedCatalogue: new SeedCatalogue(db, snapshots, createSection, applyPlan),
    syncPrices: new SyncPrices(new PlanPriceSync(db, snapshots), applyPlan),
  };
}
