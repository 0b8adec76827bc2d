import { type DataSource, In, IsNull, Not } from "typeorm";

import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { NO_SUCH_BRANCH } from "../../domain/errors/thrown-texts";
import { isUuid } from "../../domain/ids";
import { BranchSettings } from "../../entities/branches/branch-settings";
import { NotFound } from "../../errors";
import { type PosAccess, type PosConnections } from "./pos-connections";

/**
 * Finds the POS keys a viewer may use: one branch's, or those of every branch the viewer operates,
 * each once.
 */
export class FindPosAccess {
  constructor(
    private readonly db: DataSource,
    private readonly connections: PosConnections,
  ) {}

  /**
   * @throws {NotFound} there is no such branch, or the viewer may not work on it
   * @throws {PosRejected} BRANCH_NOT_CONNECTED: the branch has no credential; CREDENTIAL_UNREADABLE
   */
  async execute(viewer: Viewer, branchId: string | null): Promise<PosAccess[]> {
    const found =
      branchId === null ? await this.ofAll(viewer) : [await this.ofOne(viewer, branchId)];
    const accesses = found.map((settings) => this.connections.access(settings));
    return [...new Map(accesses.map((access) => [access.id, access])).values()];
  }

  private async ofOne(viewer: Viewer, branchId: string): Promise<BranchSettings> {
    const allowed = isUuid(branchId) && operatesBranch(viewer, branchId);
    const settings = allowed ? await this.db.manager.findOneBy(BranchSettings, { branchId }) : null;
    if (!settings) throw new NotFound(NO_SUCH_BRANCH);
    return settings;
  }

  private async ofAll(viewer: Viewer): Promise<BranchSettings[]> {
    if (viewer.kind !== "key") return [];
    const credentialSealed = Not(IsNull());
    const where =
      viewer.branchIds === null
        ? { credentialSealed }
        : { credentialSealed, branchId: In([...viewer.branchIds]) };
    return this.db.manager.find(BranchSettings, { where, order: { branchId: "ASC" } });
  }
}
