import { type DataSource } from "typeorm";

import { seesBranch, type Viewer } from "../../domain/access/viewer";
import { isUuid } from "../../domain/ids";
import { Branch } from "../../entities/branches/branch";
import { BranchSettings } from "../../entities/branches/branch-settings";
import { Refused } from "../../errors";
import { type OrderChallenge, type OrderChallenges } from "../../ports/order-challenges";
import { RowReader } from "../orders/rows/order-rows";
import { branchOfChallengeNotFound } from "./guest-errors";

/** Gives a guest something to solve, as hard as the branch wants it. */
export class IssueChallenge {
  private readonly branches: RowReader<Branch>;
  private readonly settings: RowReader<BranchSettings>;

  constructor(
    db: DataSource,
    private readonly challenges: OrderChallenges,
  ) {
    this.branches = new RowReader(db.manager, Branch, "id");
    this.settings = new RowReader(db.manager, BranchSettings, "branch_id");
  }

  /**
   * Stores nothing; each call gives another one.
   *
   * @throws {Refused} NOT_FOUND: there is no such branch, or none that this caller may see
   */
  async execute(viewer: Viewer, branchId: string): Promise<OrderChallenge> {
    const known = isUuid(branchId) && seesBranch(viewer, branchId);
    const [branch, settings] = known
      ? await Promise.all([this.branches.find(branchId), this.settings.find(branchId)])
      : [null, null];
    if (!settings || !branch?.isShownTo(viewer)) throw new Refused([branchOfChallengeNotFound()]);
    return this.challenges.issue(branchId, settings.guestChallengeBits);
  }
}
