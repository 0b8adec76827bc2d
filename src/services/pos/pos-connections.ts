import { type DataSource } from "typeorm";

import { NO_SUCH_BRANCH } from "../../domain/errors/thrown-texts";
import { Branch } from "../../entities/branches/branch";
import { BranchSettings, credentialOwner, PosKind } from "../../entities/branches/branch-settings";
import { NotFound, PosRejected, RefusalKind } from "../../errors";
import { can, type Pos } from "../../ports/pos/pos";
import { type PosBranch, type PosCredential } from "../../ports/pos/pos-branch";
import { type PosWords, WORDS_OF_ANY_POS, wordsOfPos } from "../../ports/pos/pos-guidance";
import { type PosTraits } from "../../ports/pos/pos-vendor";
import { type PosWebhooks } from "../../ports/pos/pos-webhooks";
import { type Secrets } from "../../ports/secrets";

export interface PosConnection {
  readonly pos: Pos;
  readonly vendor: PosTraits;
  readonly branch: PosBranch;
  readonly settings: BranchSettings;
}

/** A POS key, whichever branches use it. */
export interface PosAccess {
  /** The same for equal credentials of one POS; reveals nothing about them. */
  readonly id: string;
  readonly pos: Pos;
  readonly vendor: PosTraits;
  readonly credential: PosCredential;
}

/** Finds the connection from one of our branches to its place in its POS. */
export class PosConnections {
  constructor(
    private readonly db: DataSource,
    private readonly secrets: Secrets,
    private readonly poses: Readonly<Record<string, Pos>>,
    private readonly vendors: readonly PosTraits[],
  ) {}

  /** The POS kinds that this gateway supports, its main one first. */
  get kinds(): readonly PosKind[] {
    return this.vendors.flatMap(({ kind }) => (this.poses[kind] ? [kind] : []));
  }

  /**
   * @throws {NotFound} there is no such branch
   * @throws {PosRejected} MAPPING, code BRANCH_NOT_CONNECTED: no POS, credential or organization is
   * set;
   *   OPERATOR, code CREDENTIAL_UNREADABLE: the key that sealed the credential is gone
   */
  async of(branchId: string): Promise<PosConnection> {
    const [branch, settings] = await Promise.all([
      this.db.manager.findOneBy(Branch, { id: branchId }),
      this.db.manager.findOneBy(BranchSettings, { branchId }),
    ]);
    if (!branch) throw new NotFound(NO_SUCH_BRANCH);
    if (!settings) throw notConnected();
    return this.ofSettings(settings, branch.timeZone);
  }

  /**
   * The same for settings that have already been read.
   *
   * @throws {PosRejected} like `of`
   */
  ofSettings(settings: BranchSettings, timeZone: string): PosConnection {
    const { organizationId, terminalGroupId } = settings;
    const { externalMenuId, menuOrganizationId, priceCategoryId } = settings;
    const [pos, vendor] = [this.poses[settings.pos], this.vendorOf(settings.pos)];
    if (!pos || !vendor || !organizationId) throw notConnected();
    const { deliveryOrderTypeId, pickupOrderTypeId, marketingSourceId, halfPrices } = settings;
    const place = { organizationId, terminalGroupId, timeZone };
    const menu = { externalMenuId, menuOrganizationId, priceCategoryId };
    const orderTerms = { deliveryOrderTypeId, pickupOrderTypeId, marketingSourceId, halfPrices };
    return {
      pos,
      vendor,
      branch: { credential: this.credential(settings), ...place, ...menu, orderTerms },
      settings,
    };
  }

  /**
   * Returns the parser for what a POS sends; undefined if this gateway has none. Needs no
   * credential.
   */
  interpreter(kind: PosKind): PosWebhooks | undefined {
    const pos = this.poses[kind];
    return pos && can(pos, "webhooks") ? pos : undefined;
  }

  /**
   * How people are told about the branch's POS; before one is chosen, about the gateway's main one.
   */
  wordsOf(kind: PosKind): PosWords {
    const vendor = kind === PosKind.NONE ? this.main : this.vendorOf(kind);
    return vendor ? wordsOfPos(vendor) : WORDS_OF_ANY_POS;
  }

  /** undefined if this version does not know such a POS. */
  vendorOf(kind: PosKind): PosTraits | undefined {
    return this.vendors.find((vendor) => vendor.kind === kind);
  }

  /** @throws {PosRejected} like `of` */
  credential({
    branchId,
    credentialSealed,
  }: Pick<BranchSettings, "branchId" | "credentialSealed">): PosCredential {
    if (credentialSealed === null) throw notConnected();
    let opened: string;
    try {
      opened = this.secrets.open(credentialSealed, credentialOwner(branchId));
    } catch (cause) {
      const message =
        "The stored POS credential cannot be decrypted; save it again or restore its ENCRYPTION_KEY";
      throw new PosRejected(message, {
        posCode: "CREDENTIAL_UNREADABLE",
        kind: RefusalKind.OPERATOR,
        cause,
      });
    }
    return JSON.parse(opened) as PosCredential;
  }

  /**
   * Returns what the credential alone gives access to. During set-up it is saved before the POS is
   * chosen; then the gateway's main POS is meant.
   *
   * @throws {PosRejected} like `of`
   */
  access(settings: Pick<BranchSettings, "branchId" | "pos" | "credentialSealed">): PosAccess {
    const vendor = settings.pos === PosKind.NONE ? this.main : this.vendorOf(settings.pos);
    const pos = vendor && this.poses[vendor.kind];
    if (!pos) throw notConnected();
    const credential = this.credential(settings);
    return { id: posAccessId(this.secrets, vendor.kind, credential), pos, vendor, credential };
  }

  private get main(): PosTraits | undefined {
    return this.vendors.find(({ kind }) => this.poses[kind]);
  }
}

/** The id of a PosAccess. */
export function posAccessId(
  secrets: Pick<Secrets, "mac">,
  kind: PosKind,
  credential: PosCredential,
): string {
  return secrets.mac("pos-access", JSON.stringify([kind, credential])).slice(0, 16);
}

export function notConnected(): PosRejected {
  const message =
    "The branch is not connected: its settings need a POS, a credential and an organization";
  return new PosRejected(message, { posCode: "BRANCH_NOT_CONNECTED", kind: RefusalKind.MAPPING });
}
