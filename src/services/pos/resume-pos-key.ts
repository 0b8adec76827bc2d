import { type DataSource } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { BranchSettings } from "../../entities/branches/branch-settings";
import { Refused } from "../../errors";
import { type PosKeyStore } from "../../ports/pos/pos-key-store";
import { lockBranch } from "../branches/changes/lock-branch";
import { type BranchPosKeys } from "./branch-pos-keys";
import { type ListedPosKey, type ListPosKeys } from "./list-pos-keys";

/** Lets a stopped key be tried again in every process. Safe to repeat. */
export class ResumePosKey {
  constructor(
    private readonly db: DataSource,
    private readonly branchKeys: BranchPosKeys,
    private readonly keys: PosKeyStore,
    private readonly listPosKeys: ListPosKeys,
  ) {}

  /**
   * @throws {Refused} NOT_FOUND: there is no such branch, or the viewer may not work on it;
   * REQUIRED: it has no key
   */
  async execute(viewer: Viewer, branchId: string): Promise<ListedPosKey | null> {
    await this.db.transaction(async (tx) => {
      const { id } = await lockBranch(tx, viewer, branchId);
      const keyId = this.branchKeys.idOf(
        await tx.findOneByOrFail(BranchSettings, { branchId: id }),
      );
      if (keyId === null) throw new Refused<UserError>([noKey()]);
      await this.keys.resume(tx, keyId);
    });
    return this.listPosKeys.ofBranch(viewer, branchId);
  }
}

function noKey(): UserError {
  return {
    code: UserErrorCode.REQUIRED,
    field: ["branchId"],
    message: {
      ru: "У филиала нет ключа API, который можно прочитать: сохраните ключ в настройках",
      en: "The branch has no API key that can be read: save one in its settings",
    },
  };
}
