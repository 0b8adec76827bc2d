import { BranchesPlanKind } from "../../../entities/catalogue/branches-plan";
import { type BranchesWork } from "./branches-work";

/** Maps each kind of plan to what it does at a branch. */
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
