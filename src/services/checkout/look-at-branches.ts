import { type EntityManager } from "typeorm";

import { Fulfilment } from "../../domain/ticket/order-ticket";
import { Branch } from "../../entities/branches/branch";
import { BranchSettings } from "../../entities/branches/branch-settings";
import { readRows } from "../orders/rows/order-rows";
import { type OpenStates } from "./open-states";

/** The state of a branch at a moment. */
export interface SeenBranch {
  readonly branch: Branch;
  /**
   * A text that changes as soon as the branch opens, closes, or takes a different time for an
   * order.
   */
  readonly mark: string;
}

/** Checks any number of branches, in three statements at most. */
export class LookAtBranches {
  constructor(
    private readonly manager: EntityManager,
    private readonly openStates: OpenStates,
  ) {}

  /** @returns by id; a missing one does not exist */
  async execute(branchIds: readonly string[]): Promise<ReadonlyMap<string, SeenBranch>> {
    const ids = [branchIds];
    const [branches, settings] = await Promise.all([
      readRows(this.manager, Branch, "where id = any ($1)", ids),
      readRows(this.manager, BranchSettings, "where branch_id = any ($1)", ids),
    ]);
    const settingsOf = new Map(settings.map((its) => [its.branchId, its]));
    const seen = branches.map(async (branch): Promise<[string, SeenBranch]> => {
      const its = settingsOf.get(branch.id);
      return [branch.id, { branch, mark: its ? await this.markOf(branch, its) : "" }];
    });
    return new Map(await Promise.all(seen));
  }

  private async markOf(branch: Branch, settings: BranchSettings): Promise<string> {
    const states = await Promise.all([
      this.openStates.of(branch, settings, Fulfilment.DELIVERY),
      this.openStates.of(branch, settings, Fulfilment.PICKUP),
    ]);
    return JSON.stringify([branch.published, ...states]);
  }
}
