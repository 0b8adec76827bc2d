import { operatesBranch, type Viewer } from "../domain/access/viewer";
import { NO_SUCH_BRANCH } from "../domain/errors/thrown-texts";
import { type InjectionState } from "../domain/orders/injection-state";
import { type OrderEventRow } from "../entities/orders/order-event-row";
import { NotFound } from "../errors";
import { type FindBranch } from "../services/branches/find-branch";
import { openBranchEvents } from "./branch-event-stream";
import { type BranchCursor, type BranchHistory } from "./branch-history";
import { seenBy } from "./event-cursor";
import { type EventStream } from "./event-stream";
import { type SharedReads } from "./shared-reads";

/** Opens the stream of everything that happens to a branch's orders, for those who work there. */
export class FollowBranch {
  constructor(
    private readonly findBranch: FindBranch,
    private readonly history: BranchHistory,
    private readonly reads: SharedReads,
  ) {}

  /**
   * @param states of submission to the POS; if any are given, nothing else is emitted
   * @throws {NotFound} there is no such branch, or not for this viewer
   * @throws {InvalidInput} the cursor is not one of ours
   */
  async execute(
    viewer: Viewer,
    branchId: string,
    after: string | null | undefined,
    states: readonly InjectionState[] | null | undefined,
  ): Promise<EventStream<BranchCursor>> {
    const branch =
      operatesBranch(viewer, branchId) && (await this.findBranch.execute(viewer, branchId));
    if (!branch) throw new NotFound(NO_SUCH_BRANCH);
    const wanted = ({ detail }: OrderEventRow) =>
      !states?.length || (detail.kind === "INJECTION" && states.includes(detail.state));
    return openBranchEvents(
      this.history,
      this.reads,
      branchId,
      after ? seenBy(after) : undefined,
      wanted,
    );
  }
}
