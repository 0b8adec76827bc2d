import { type JobQueue } from "../ports/job-queue";
import { type SaveBranchSettings } from "../services/branches/settings/save-branch-settings";
import { UndoSettings } from "../services/branches/settings/undo-settings";
import { ApplyBranchesPlan } from "../services/catalogue/branches-plans/apply-branches-plan";
import { CataloguesOfBranches } from "../services/catalogue/branches-plans/catalogues-of-branches";
import { FindBranchesPlan } from "../services/catalogue/branches-plans/find-branches-plan";
import { PlanEntries } from "../services/catalogue/branches-plans/plan-entries";
import { PlanForBranches } from "../services/catalogue/branches-plans/plan-for-branches";
import { PlanPages } from "../services/catalogue/branches-plans/plan-pages";
import { SettingsOfBranches } from "../services/catalogue/branches-plans/settings-of-branches";
import { UndoBranchesPlan } from "../services/catalogue/branches-plans/undo-branches-plan";
import { WorkBranchesPlan } from "../services/catalogue/branches-plans/work-branches-plan";
import { WorkOfPlans } from "../services/catalogue/branches-plans/work-of-plans";
import { type MenuSnapshots } from "../services/catalogue/menu/menu-snapshots";
import { type ApplyPlan } from "../services/catalogue/plans/apply-plan";
import { type Dependencies } from "./dependencies";

interface Parts extends Pick<Dependencies, "db" | "feed" | "clock" | "reportUnexpected"> {
  readonly jobs: JobQueue;
}

interface OneBranch {
  readonly applyPlan: ApplyPlan;
  readonly saveBranchSettings: SaveBranchSettings;
}

/** A single plan over many branches, for what is otherwise done at one branch. */
export function createBranchesPlanUseCases(
  { db, feed, clock, jobs, reportUnexpected }: Parts,
  snapshots: MenuSnapshots,
  { applyPlan, saveBranchSettings }: OneBranch,
) {
  const report = (error: unknown) =>
    reportUnexpected?.({ orderId: null, during: "work-branches-plan", error });
  const undoSettings = new UndoSettings(feed);
  const work = new WorkOfPlans({
    catalogues: new CataloguesOfBranches({ db, feed, applyPlan }),
    settings: new SettingsOfBranches({ db, saveBranchSettings, undoSettings }),
  });
  const findBranchesPlan = new FindBranchesPlan(db);
  const entries = new PlanEntries(db, work);
  const pages = new PlanPages({ db, work, report });
  return {
    findBranchesPlan,
    planForBranches: new PlanForBranches({ db, jobs, saveBranchSettings }),
    applyBranchesPlan: new ApplyBranchesPlan({ db, jobs, findBranchesPlan, entries, snapshots }),
    undoBranchesPlan: new UndoBranchesPlan({ db, jobs, findBranchesPlan }),
    workBranchesPlan: new WorkBranchesPlan({ db, jobs, clock, pages, entries, report }),
  };
}
