import { type EntityManager } from "typeorm";

import {
  type BranchSettings,
  credentialOwner,
  PosKind,
} from "../../entities/branches/branch-settings";
import { type PosCredential } from "../../ports/pos/pos-branch";
import { posKeyId, type PosKeyStore } from "../../ports/pos/pos-key-store";
import { type Secrets } from "../../ports/secrets";

/** The part of a branch's settings from which its key is read. */
export type SealedKey = Pick<BranchSettings, "branchId" | "pos" | "credentialSealed">;

/** Finds out which shared key a branch uses. */
export class BranchPosKeys {
  /** @param addresses by the kinds of POS that this gateway supports, the main one first */
  constructor(
    private readonly secrets: Secrets,
    private readonly store: PosKeyStore,
    private readonly addresses: ReadonlyMap<string, string>,
  ) {}

  /**
   * null if the branch has no readable credential, or a POS that this gateway does not support.
   * During set-up the credential is saved before the POS is chosen; then the gateway's main POS is
   * meant.
   */
  idOf({ branchId, pos, credentialSealed }: SealedKey): string | null {
    const [main] = this.addresses.values();
    const address = pos === PosKind.NONE ? main : this.addresses.get(pos);
    if (address === undefined || credentialSealed === null) return null;
    try {
      const opened = this.secrets.open(credentialSealed, credentialOwner(branchId));
      return posKeyId(this.secrets, address, JSON.parse(opened) as PosCredential);
    } catch {
      return null;
    }
  }

  /** A person has acted, so the branch's key may be tried again once `tx` commits. */
  async resume(tx: EntityManager, settings: BranchSettings): Promise<void> {
    const keyId = this.idOf(settings);
    if (keyId !== null) await this.store.resume(tx, keyId);
  }
}
