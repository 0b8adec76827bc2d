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

/** The columns that a change has replaced, as they were. */
export type ReplacedSettings = Partial<KeptSettings>;

interface Undone {
  readonly branchId: string;
  /** The version that the change has made. */
  readonly expectedVersion: number;
  readonly replaced: ReplacedSettings;
}

/** Takes back one change of a branch's settings. */
export class UndoSettings {
  constructor(private readonly feed: EventFeed) {}

  /**
   * As part of `tx`, with a note in the branch's history. False: somebody has saved since, and
   * nothing is changed.
   *
   * @throws {Refused} NOT_FOUND: there is no such branch
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
