import { type DataSource } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { Refused } from "../../errors";
import { type OrderChallenge, type OrderChallenges } from "../../ports/order-challenges";
import { ShownBranches } from "../orders/rows/shown-branches";
import { branchOfChallengeNotFound } from "./guest-errors";

/** Gives a guest a challenge to solve, as hard as the branch requires. */
export class IssueChallenge {
  private readonly branches: ShownBranches;

  constructor(
    db: DataSource,
    private readonly challenges: OrderChallenges,
  ) {
    this.branches = new ShownBranches(db.manager);
  }

  /**
   * Stores nothing; each call returns a different one.
   *
   * @throws {Refused} NOT_FOUND: the branch does not exist, or this caller may not see it
   */
  async execute(viewer: Viewer, branchId: string): Promise<OrderChallenge> {
    const found = await this.branches.find(viewer, branchId);
    if (!found) throw new Refused([branchOfChallengeNotFound()]);
    return this.challenges.issue(branchId, found.settings.guestChallengeBits);
  }
}
