import { type EntityManager } from "typeorm";

import { type PlanGuardCode } from "../../../domain/catalogue/plan";
import { type ChangeReason } from "../../../domain/catalogue/plan-change";
import { type BranchesPlan } from "../../../entities/catalogue/branches-plan";
import {
  type BranchesPlanEntry,
  type BranchesPlanEntryState,
  type NewSection,
  type SettingDifference,
} from "../../../entities/catalogue/branches-plan-entry";
import { type JudgedPlan } from "../plans/store-plan";

export type PlaceInPlan = Pick<BranchesPlanEntry, "position" | "branchId">;

/** What a plan means for one branch. */
export interface WorkedOut extends PlaceInPlan {
  readonly state: BranchesPlanEntryState;
  readonly reason: ChangeReason | null;
  /** The branch's own plan, to be kept with this. */
  readonly catalogPlan?: JudgedPlan;
  readonly newSection?: NewSection | null;
  readonly differences?: readonly SettingDifference[];
  readonly baseVersion?: number;
}

/**
 * What plans for many branches do at each of them, by what they change: catalogues or settings.
 * Each branch is judged as a plan of its own would be, and changed in a transaction of its own.
 */
export interface BranchesWork {
  /** Works out several branches together, in a few statements. Changes nothing. */
  workOut(plan: BranchesPlan, places: readonly PlaceInPlan[]): Promise<WorkedOut[]>;

  /**
   * Notes what it replaces with the entry, and changes the branch. Gives the version that the
   * branch has then.
   *
   * @throws {Refused} a guard stops it, or the branch has changed since
   */
  apply(
    tx: EntityManager,
    plan: BranchesPlan,
    entry: BranchesPlanEntry,
    accepted: readonly PlanGuardCode[],
  ): Promise<number>;

  /** Puts back what was replaced; false: somebody has changed the branch since, it stays. */
  undo(tx: EntityManager, plan: BranchesPlan, entry: BranchesPlanEntry): Promise<boolean>;
}
