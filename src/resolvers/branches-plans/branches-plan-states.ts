import { registerEnumType } from "type-graphql";

import { BranchesPlanKind } from "../../entities/catalogue/branches-plan";
import { BranchesPlanEntryState } from "../../entities/catalogue/branches-plan-entry";

/** Progress of a plan for many branches. */
export enum BranchesPlanState {
  PLANNING = "PLANNING",
  READY = "READY",
  TRIED = "TRIED",
  APPLYING = "APPLYING",
  APPLIED = "APPLIED",
  UNDOING = "UNDOING",
  UNDONE = "UNDONE",
}

registerEnumType(BranchesPlanKind, {
  name: "BranchesPlanKind",
  description: "What a plan changes at each of its branches.",
  valuesConfig: {
    IMPORT_SECTION: { description: "Products of the POS menu are imported into a section." },
    SYNC_PRICES: { description: "Prices are taken from the POS menu." },
    CHANGE_SETTINGS: { description: "Settings are changed." },
  },
});
registerEnumType(BranchesPlanState, {
  name: "BranchesPlanState",
  description: "How far a plan for many branches is.",
  valuesConfig: {
    PLANNING: { description: "The changes are being computed, branch by branch." },
    READY: { description: "Computed; nothing is changed yet. Apply it to one branch first." },
    TRIED: { description: "Applied to at least one branch; the others wait for your yes." },
    APPLYING: { description: "The others are being changed." },
    APPLIED: { description: "Every branch that could be changed was changed." },
    UNDOING: { description: "The changes are being taken back." },
    UNDONE: { description: "Taken back wherever nobody had changed the branch since." },
  },
});
registerEnumType(BranchesPlanEntryState, {
  name: "PlannedBranchState",
  description: "What became of one branch of a plan.",
  valuesConfig: {
    WAITING: { description: "Its changes have not been computed yet." },
    PLANNED: { description: "Computed and ready to be applied." },
    UNCHANGED: { description: "Nothing to apply: the branch already is as the plan wants it." },
    STOPPED: {
      description:
        "Something looks like a mistake, see `reason`. The branch is left out unless it is named as `first` with the guard in `accept`.",
    },
    APPLIED: { description: "The branch was changed." },
    FAILED: { description: "The branch was not changed, see `reason`." },
    UNDONE: { description: "The branch is again as it was before the plan." },
    CHANGED_SINCE: {
      description:
        "The plan was undone, but not here: the branch was changed after the plan, see `reason`.",
    },
  },
});
