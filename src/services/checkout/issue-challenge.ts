import { type DataSource } from "typeorm";

import { seesBranch, type Viewer } from "../../domain/access/viewer";
import { isUuid } from "../../domain/ids";
import { BranchSettings } from "../../entities/branches/branch-settings";
import { Refused } from "../../errors";
import { type OrderChallenge, type OrderChallenges } from "../../ports/order-challenges";
import { RowReader } from "../orders/rows/order-rows";
import { branchOfChallengeNotFound } from "./guest-errors";

/** Gives a guest something to solve, as hard as the branch wants it. */
export class IssueChallenge {
  private readonly settings: RowReader<BranchSettings>;

  constructor(
    db: DataSource,
    private readonly challenges: OrderChallenges,
  ) {
    this.settings = new RowReader(db.manager, BranchSettings, "branch_id");
  }

  /**
   * Stores nothing; each call gives another one.
   *
   * @throws {Refused} NOT_FOUND: there is no such branch, or none that this caller may see
   */
  async execute(viewer: Viewer, branchId: string): Promise<OrderChallenge> {
    const visible = isUuid(branchId) && seesBranch(viewer, branchId);
    const settings = visible ? await this.settings.find(branchId) : null;
    if (!settings) throw new Refused([branchOfChallengeNotFound()]);
    return this.challenges.issue(branchId, settings.guestChallengeBits);
  }
}
