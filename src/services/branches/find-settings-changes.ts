import { type DataSource, IsNull, LessThan } from "typeorm";

import { operatesBranch, Scope, type Viewer } from "../../domain/viewer";
import { SettingsChange } from "../../entities/settings-change";
import { Forbidden } from "../../errors";

/** Who changed what in a branch's set-up, newest first. Administrators see what concerns every branch among it. */
export class FindSettingsChanges {
  constructor(private readonly db: DataSource) {}

  /**
   * @param olderThan the id of the last change seen; null for the newest
   * @throws {Forbidden} the viewer does not work on the branch
   */
  async execute(viewer: Viewer, branchId: string, limit: number, olderThan: string | null): Promise<SettingsChange[]> {
    if (!operatesBranch(viewer, branchId)) throw new Forbidden("Your credentials do not allow this");
    const administers = viewer.kind === "key" && viewer.scope === Scope.ADMIN;
    const older = olderThan === null ? {} : { id: LessThan(olderThan) };
    return this.db.manager.find(SettingsChange, {
      where: [{ branchId, ...older }, ...(administers ? [{ branchId: IsNull(), ...older }] : [])],
      order: { id: "DESC" },
      take: limit,
    });
  }
}
