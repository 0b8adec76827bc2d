import { type EntityManager } from "typeorm";

import { type Viewer } from "../../../domain/access/viewer";
import { Branch } from "../../../entities/branches/branch";
import { BranchSettings } from "../../../entities/branches/branch-settings";
import { type EventFeed } from "../../../ports/event-feed";
import { lockBranch } from "../changes/lock-branch";
import { recordChanges } from "../changes/record-changes";
import { keptOf, ofBranch, withColumns } from "./changed-settings";
import { lookAnew } from "./look-anew";
import { type KeptSettings } from "./setting-field";
import { settingsDifferences } from "./settings-differences";

/** The previous values of the columns that a change replaced. */
export type ReplacedSettings = Partial<KeptSettings>;

interface Undone {
  readonly branchId: string;
  /** The version that the change produced. */
  readonly expectedVersion: number;
  readonly replaced: ReplacedSettings;
}

/** Reverts one change to a branch's settings. */
export class UndoSettings {
  constructor(private readonly feed: EventFeed) {}

  /**
   * Runs as part of `tx` and adds a record to the branch's history. Returns false if somebody has
   * saved since; then nothing is changed.
   *
   * @throws {Refused} NOT_FOUND: the branch does not exist
   */
  async within(
    tx: EntityManager,
    viewer: Viewer,
    { branchId, expectedVersion, replaced }: Undone,
  ): Promise<boolean> {
    const branch = await lockBranch(tx, viewer, branchId);
    if (branch.version !== expectedVersion) return false;
    const stored = await tx.findOneByOrFail(BranchSettings, { branchId });
    const before = keptOf(branch, stored);
    const after = keptOf(branch, stored, replaced);
    const columns = Object.assign({ version: branch.version + 1 }, ofBranch(after));
    await tx.update(Branch, { id: branchId }, columns);
    await tx.save(withColumns(stored, replaced));
    await lookAnew(tx, this.feed, stored);
    const differences = settingsDifferences(before, after);
    await recordChanges(
      tx,
      viewer,
      differences.map((difference) => Object.assign({ branchId }, difference)),
    );
    return true;
  }
}
