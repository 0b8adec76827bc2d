import { type DataSource, type EntityManager, In } from "typeorm";

import { Scope, type Viewer } from "../../../domain/access/viewer";
import { Branch } from "../../../entities/branches/branch";
import { BranchSettings } from "../../../entities/branches/branch-settings";
import { type BranchesPlan } from "../../../entities/catalogue/branches-plan";
import {
  type BranchesPlanEntry,
  BranchesPlanEntryState,
} from "../../../entities/catalogue/branches-plan-entry";
import { type BranchSettingsChange } from "../../branches/settings/branch-settings-change";
import { type SaveBranchSettings } from "../../branches/settings/save-branch-settings";
import { type ReplacedSettings, type UndoSettings } from "../../branches/settings/undo-settings";
import { BRANCH_GONE, expired, reasonOf } from "./branches-plan-errors";
import { type BranchesWork, type PlaceInPlan, type WorkedOut } from "./branches-work";

/** What a settings change does at each branch: saves as an operator would, and can be undone. */
export class SettingsOfBranches implements BranchesWork {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly saveBranchSettings: SaveBranchSettings;
      readonly undoSettings: UndoSettings;
    },
  ) {}

  async workOut(plan: BranchesPlan, places: readonly PlaceInPlan[]): Promise<WorkedOut[]> {
    const { manager } = this.parts.db;
    const ids = places.map(({ branchId }) => branchId);
    const [branches, settings] = await Promise.all([
      manager.findBy(Branch, { id: In(ids) }),
      manager.findBy(BranchSettings, { branchId: In(ids) }),
    ]);
    const branchOf = new Map(branches.map((branch) => [branch.id, branch]));
    const settingsOf = new Map(settings.map((stored) => [stored.branchId, stored]));
    return places.map((place) => {
      const [branch, stored] = [branchOf.get(place.branchId), settingsOf.get(place.branchId)];
      return this.atBranch(place, branch, stored, changeOf(plan));
    });
  }

  async apply(
    tx: EntityManager,
    plan: BranchesPlan,
    { planId, position, branchId, baseVersion }: BranchesPlanEntry,
  ): Promise<number> {
    if (baseVersion === null) throw expired();
    const { saveBranchSettings } = this.parts;
    const { branch, replaced } = await saveBranchSettings.within(tx, onBehalf(plan, branchId), {
      branchId,
      expectedVersion: baseVersion,
      input: changeOf(plan),
    });
    await tx.query(
      "update branches_plan_entries set before = $3 where plan_id = $1 and position = $2",
      [planId, position, replaced],
    );
    return branch.version;
  }

  async undo(tx: EntityManager, plan: BranchesPlan, entry: BranchesPlanEntry): Promise<boolean> {
    const { planId, position, branchId, appliedVersion } = entry;
    const [row] = await tx.query<{ before: ReplacedSettings }[]>(
      "select before from branches_plan_entries where plan_id = $1 and position = $2",
      [planId, position],
    );
    if (!row || appliedVersion === null) return false;
    const viewer = onBehalf(plan, branchId);
    return this.parts.undoSettings.within(tx, viewer, {
      branchId,
      expectedVersion: appliedVersion,
      replaced: row.before,
    });
  }

  private atBranch(
    { position, branchId }: PlaceInPlan,
    branch: Branch | undefined,
    stored: BranchSettings | undefined,
    change: BranchSettingsChange,
  ): WorkedOut {
    const { FAILED, STOPPED, PLANNED, UNCHANGED } = BranchesPlanEntryState;
    const place = { position, branchId };
    if (!branch || !stored) return Object.assign(place, { state: FAILED, reason: BRANCH_GONE });
    try {
      const differences = this.parts.saveBranchSettings.differences(branch, stored, change);
      const state = differences.length > 0 ? PLANNED : UNCHANGED;
      return Object.assign(place, {
        state,
        reason: null,
        differences,
        baseVersion: branch.version,
      });
    } catch (error) {
      const reason = reasonOf(error);
      if (!reason) throw error;
      return Object.assign(place, { state: STOPPED, reason });
    }
  }
}

function changeOf({ request }: BranchesPlan): BranchSettingsChange {
  return (request as { readonly change: BranchSettingsChange }).change;
}

/** The history of each branch names the person who made the plan. */
function onBehalf({ id, actor }: BranchesPlan, branchId: string): Viewer {
  return {
    kind: "key",
    keyId: `plan ${id}`,
    label: actor,
    scope: Scope.ADMIN,
    branchIds: [branchId],
  };
}
