import { BranchesPlanKind } from "../../../entities/catalogue/branches-plan";
import { type BranchesWork } from "./branches-work";

/** Who knows what a plan does at a branch, by the kind of plan. */
export class WorkOfPlans {
  constructor(
    private readonly works: {
      readonly catalogues: BranchesWork;
      readonly settings: BranchesWork;
    },
  ) {}

  of(kind: BranchesPlanKind): BranchesWork {
    const { catalogues, settings } = this.works;
    return kind === BranchesPlanKind.CHANGE_SETTINGS ? settings : catalogues;
  }
}
