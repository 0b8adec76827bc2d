import { type DataSource, In, IsNull, Not } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { PosKeyState } from "../../domain/pos/pos-key-state";
import { Branch } from "../../entities/branches/branch";
import { BranchSettings } from "../../entities/branches/branch-settings";
import { type PermitReport, type PermitStore } from "../../ports/permit-store";
import { type PosKeyReport, type PosKeyStore } from "../../ports/pos/pos-key-store";
import { type BranchPosKeys } from "./branch-pos-keys";

/** A key to a POS as operators see it. */
export interface ListedPosKey extends PosKeyReport {
  readonly masked: string;
  /** Those of the viewer's branches that use it. */
  readonly branches: readonly Branch[];
  readonly budgets: readonly PermitReport[];
}

/** The POS keys of the branches a viewer operates, each once. */
export class ListPosKeys {
  constructor(
    private readonly db: DataSource,
    private readonly branchKeys: BranchPosKeys,
    private readonly keys: PosKeyStore,
    private readonly permits: PermitStore,
  ) {}

  /** @param only of this branch */
  async execute(viewer: Viewer, only?: string): Promise<ListedPosKey[]> {
    const users = await this.users(viewer);
    const wanted = [...users.keys()].filter(
      (keyId) => only === undefined || users.get(keyId)?.some(({ branchId }) => branchId === only),
    );
    const [branches, reports, budgets] = await Promise.all([
      this.db.manager.findBy(Branch, {
        id: In([...users.values()].flat().map(({ branchId }) => branchId)),
      }),
      this.keys.report(wanted),
      this.permits.report(wanted),
    ]);
    return wanted.map((keyId) => {
      const settings = users.get(keyId) ?? [];
      const ids = new Set(settings.map(({ branchId }) => branchId));
      return {
        ...(reports.find((report) => report.keyId === keyId) ?? neverUsed(keyId)),
        masked: settings[0]?.credentialMasked ?? "",
        branches: branches
          .filter(({ id }) => ids.has(id))
          .sort((one, other) => one.name.localeCompare(other.name)),
        budgets: budgets.filter((budget) => budget.keyId === keyId),
      };
    });
  }

  private async users(viewer: Viewer): Promise<Map<string, BranchSettings[]>> {
    if (viewer.kind !== "key") return new Map();
    const branchId = viewer.branchIds === null ? {} : { branchId: In([...viewer.branchIds]) };
    const where = { credentialSealed: Not(IsNull()), ...branchId };
    const users = new Map<string, BranchSettings[]>();
    for (const settings of await this.db.manager.find(BranchSettings, {
      where,
      order: { branchId: "ASC" },
    })) {
      const keyId = this.branchKeys.idOf(settings);
      if (keyId !== null) users.set(keyId, [...(users.get(keyId) ?? []), settings]);
    }
    return users;
  }
}

function neverUsed(keyId: string): PosKeyReport {
  return { keyId, state: PosKeyState.OK, failure: null, message: null, tokenExpiresAt: null };
}
