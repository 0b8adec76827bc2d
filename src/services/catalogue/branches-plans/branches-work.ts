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

/** The effect of a plan on one branch. */
export interface WorkedOut extends PlaceInPlan {
  readonly state: BranchesPlanEntryState;
  readonly reason: ChangeReason | null;
  /** The branch's own plan, to be stored with this entry. */
  readonly catalogPlan?: JudgedPlan;
  readonly newSection?: NewSection | null;
  readonly differences?: readonly SettingDifference[];
  readonly baseVersion?: number;
}

/**
 * What plans for many branches do at each branch, depending on what they change: catalogues or
 * settings. Each branch is judged as a plan of its own would be, and changed in a separate
 * transaction.
 */
export interface BranchesWork {
  /** Prepares several branches together in a few statements. Changes nothing. */
  workOut(plan: BranchesPlan, places: readonly PlaceInPlan[]): Promise<WorkedOut[]>;

  /**
   * Stores what is replaced with the entry, and changes the branch. Returns the resulting version
   * of the branch.
   *
   * @throws {Refused} a guard stops it, or the branch has changed since
   */
  apply(
    tx: EntityManager,
    plan: BranchesPlan,
    entry: BranchesPlanEntry,
    accepted: readonly PlanGuardCode[],
  ): Promise<number>;

  /**
   * Restores what was replaced. Returns false if somebody has changed the branch since; then it is
   * left alone.
   */
  undo(tx: EntityManager, plan: BranchesPlan, entry: BranchesPlanEntry): Promise<boolean>;
}
