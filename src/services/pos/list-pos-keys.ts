import { Any, type DataSource, IsNull, Not } from "typeorm";

import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { isUuid } from "../../domain/ids";
import { PosKeyState } from "../../domain/pos/pos-key-state";
import { BranchSettings } from "../../entities/branches/branch-settings";
import { type PermitReport, type PermitStore } from "../../ports/permit-store";
import { type PosKeyReport, type PosKeyStore } from "../../ports/pos/pos-key-store";
import { type BranchPosKeys, type SealedKey } from "./branch-pos-keys";

/** A POS key as operators see it. */
export interface ListedPosKey extends PosKeyReport {
  readonly masked: string;
  /** Ids of the branches in question that use it. */
  readonly branchIds: readonly string[];
  readonly budgets: readonly PermitReport[];
}

interface KeysAsked {
  /** Keys of these branches; null for all that the viewer operates. */
  readonly branchIds: readonly string[] | null;
  readonly first: number;
  /** The id of the last key of the previous page; null to start from the beginning. */
  readonly after: string | null;
}

type User = SealedKey & Pick<BranchSettings, "credentialMasked">;

/**
 * Finding out who uses a key requires opening each branch's sealed credential; nothing else of the
 * settings is read.
 */
const OF_USER = {
  branchId: true,
  pos: true,
  credentialSealed: true,
  credentialMasked: true,
} as const;

/** Lists the POS keys of the branches a viewer operates, each once. */
export class ListPosKeys {
  constructor(
    private readonly db: DataSource,
    private readonly branchKeys: BranchPosKeys,
    private readonly keys: PosKeyStore,
    private readonly permits: PermitStore,
  ) {}

  /** Returns one page, ordered by key id. */
  async execute(viewer: Viewer, { branchIds, first, after }: KeysAsked): Promise<ListedPosKey[]> {
    const users = await this.usersOf(viewer, branchIds);
    const keyIds = [...users.keys()].sort().filter((keyId) => after === null || keyId > after);
    return this.listed(keyIds.slice(0, first), users);
  }

  /**
   * Returns the key of one branch, with all of the viewer's branches that use it; null if it has
   * none.
   */
  async ofBranch(viewer: Viewer, branchId: string): Promise<ListedPosKey | null> {
    const users = await this.usersOf(viewer, null);
    const isIts = (user: User) => user.branchId === branchId;
    const keyIds = [...users.keys()].filter((keyId) => users.get(keyId)?.some(isIts));
    return (await this.listed(keyIds, users))[0] ?? null;
  }

  private async listed(
    keyIds: readonly string[],
    users: ReadonlyMap<string, readonly User[]>,
  ): Promise<ListedPosKey[]> {
    const [reports, budgets] = await Promise.all([
      this.keys.report([...keyIds]),
      this.permits.report([...keyIds]),
    ]);
    return keyIds.map((keyId) => {
      const its = users.get(keyId) ?? [];
      return {
        ...(reports.find((report) => report.keyId === keyId) ?? neverUsed(keyId)),
        masked: its[0]?.credentialMasked ?? "",
        branchIds: its.map(({ branchId }) => branchId),
        budgets: budgets.filter((budget) => budget.keyId === keyId),
      };
    });
  }

  /** Returns who uses each key, by branch id. */
  private async usersOf(
    viewer: Viewer,
    asked: readonly string[] | null,
  ): Promise<Map<string, User[]>> {
    const users = new Map<string, User[]>();
    if (viewer.kind !== "key") return users;
    const operated = asked?.filter((id) => isUuid(id) && operatesBranch(viewer, id.toLowerCase()));
    const ids = operated ?? viewer.branchIds;
    const found: User[] = await this.db.manager.find(BranchSettings, {
      select: OF_USER,
      where: { credentialSealed: Not(IsNull()), ...(ids && { branchId: Any([...ids]) }) },
      order: { branchId: "ASC" },
    });
    for (const user of found) {
      const keyId = this.branchKeys.idOf(user);
      if (keyId === null) continue;
      const its = users.get(keyId) ?? [];
      its.push(user);
      users.set(keyId, its);
    }
    return users;
  }
}

function neverUsed(keyId: string): PosKeyReport {
  return { keyId, state: PosKeyState.OK, failure: null, message: null, tokenExpiresAt: null };
}
