import { type DataSource, IsNull, Not } from "typeorm";

import { operatesBranch, type Viewer } from "../../../domain/access/viewer";
import { type PosMenuItem } from "../../../domain/catalogue/pos-menu";
import { ZoneSource } from "../../../domain/delivery/zone-source";
import { NO_SUCH_BRANCH, NOT_ALLOWED } from "../../../domain/errors/thrown-texts";
import { Branch } from "../../../entities/branches/branch";
import { BranchSettings } from "../../../entities/branches/branch-settings";
import { PosMenuRow } from "../../../entities/catalogue/pos-menu-row";
import { StopListRow } from "../../../entities/catalogue/stop-list-row";
import { StreetList } from "../../../entities/delivery/street-list";
import { ZoneSet } from "../../../entities/delivery/zone-set";
import { Forbidden, NotFound } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { readProductPrices } from "../../delivery/read-product-prices";
import { type LostOrganizations } from "../../pos/lost-organizations";
import { type PosConnections } from "../../pos/pos-connections";
import { isPosError } from "../../pos/pos-user-error";
import { webhookAddress } from "../../pos/webhook-address";
import { type BranchFindings, type ChannelFindings, type PosFindings } from "./branch-findings";
import { type HealthCheck } from "./health-check";
import { judgeBranch } from "./judge-branch";
import { readContacts } from "./read-contacts";
import { readPos } from "./read-pos";
import { type Reading, valueOf } from "./reading";

export interface BranchHealth {
  /** null: unknown. */
  readonly terminalGroupAlive: boolean | null;
  /** The POS was found to have a web hook, ours or another one. */
  readonly webhookRegistered: boolean;
  readonly webhookMatches: boolean;
  /**
   * When the organization last sent a web hook, and when it was last polled for news of its orders.
   */
  readonly lastWebhookAt: Date | null;
  readonly lastPollAt: Date | null;
  /** Age of the last refresh of the POS's menu; null if there was none. */
  readonly menuAgeSeconds: number | null;
  /** Time since the POS last confirmed the stop list; null if it never did. */
  readonly stopListAgeSeconds: number | null;
  readonly checks: readonly HealthCheck[];
}

/**
 * The connection doctor: checks everything that a branch needs from its POS, and reports what is
 * wrong and how to fix it.
 */
export class CheckBranch {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly clock: Clock;
      /** The clock of this machine; defaults to `clock`. */
      readonly machineClock?: Clock;
      /** The URL at which the POS reaches the gateway. */
      readonly publicUrl: string;
      readonly channels: ChannelFindings;
      readonly lostOrganizations: LostOrganizations;
      /** Interval between two polls for a key with open orders; 0: there is no polling. */
      readonly pollEverySeconds: number;
    },
  ) {}

  /**
   * Changes nothing. A POS that refuses or does not answer is a finding, not an error.
   *
   * @throws {NotFound} the branch does not exist
   * @throws {Forbidden} the viewer does not work on it
   */
  async execute(viewer: Viewer, branchId: string): Promise<BranchHealth> {
    if (!operatesBranch(viewer, branchId)) throw new Forbidden(NOT_ALLOWED);
    const findings = await this.findingsOf(branchId);
    const pos = valueOf(findings.pos);
    const webhookUrl = (pos?.webhookUrl && valueOf(pos.webhookUrl)) ?? null;
    const { storedMenu, now } = findings;
    const stopList = await this.parts.db.manager.findOneBy(StopListRow, { branchId });
    return {
      terminalGroupAlive: pos ? isTillAlive(pos, findings.settings.terminalGroupId) : null,
      webhookRegistered: webhookUrl !== null,
      webhookMatches: webhookUrl !== null && webhookUrl === findings.ownWebhookUrl,
      lastWebhookAt: findings.contacts.webhookAt,
      lastPollAt: findings.contacts.polledAt,
      menuAgeSeconds: storedMenu && ageSeconds(storedMenu.refreshedAt, now),
      stopListAgeSeconds: stopList?.readAt ? ageSeconds(stopList.readAt, now) : null,
      checks: judgeBranch(findings),
    };
  }

  private async findingsOf(branchId: string): Promise<BranchFindings> {
    const { db, clock, machineClock = clock, publicUrl, channels, pollEverySeconds } = this.parts;
    const [branch, settings, storedMenu] = await Promise.all([
      db.manager.findOneBy(Branch, { id: branchId }),
      db.manager.findOneBy(BranchSettings, { branchId }),
      db.manager.findOneBy(PosMenuRow, { branchId }),
    ]);
    if (!branch || !settings) throw new NotFound(NO_SUCH_BRANCH);
    const { organizationId } = settings;
    const ownWebhookUrl =
      organizationId === null
        ? null
        : webhookAddress(publicUrl, this.parts.connections.vendorOf(settings.pos), organizationId);
    const [pos, deliveryProduct, streets, knowsZones] = await Promise.all([
      this.readPos(settings, branch.timeZone),
      this.deliveryProductOf(settings),
      this.streetsOf(settings),
      db.manager.existsBy(ZoneSet, { branchId, source: ZoneSource.POS, readAt: Not(IsNull()) }),
    ]);
    const contacts = await readContacts({ ...this.parts, machineClock }, settings);
    const feePrices = await this.feePricesOf(settings, pos);
    const ours = {
      storedMenu,
      deliveryProduct,
      feePrices,
      knowsZones,
      streets,
      channels,
      ownWebhookUrl,
      contacts,
      pollEverySeconds,
    };
    const vendor = this.parts.connections.wordsOf(settings.pos);
    return { branch, settings, vendor, now: clock.now(), ...ours, pos };
  }

  private async deliveryProductOf({
    branchId,
    deliveryProductId,
  }: BranchSettings): Promise<PosMenuItem | null> {
    if (deliveryProductId === null) return null;
    const path = "$[*].items[*] ? (@.posProductId == $id)";
    const [row] = await this.parts.db.query<{ item: PosMenuItem | null }[]>(
      "select jsonb_path_query_first(categories, $2, $3) as item from pos_menus where branch_id = $1",
      [branchId, path, { id: deliveryProductId }],
    );
    return row?.item ?? null;
  }

  private async streetsOf({ organizationId }: BranchSettings) {
    if (organizationId === null) return null;
    const list = await this.parts.db.manager.findOneBy(StreetList, { organizationId });
    return list && { count: list.streets, readAt: list.readAt };
  }

  /** Prices of the products that stand for the fees of the POS's zones. */
  private async feePricesOf({ branchId }: BranchSettings, pos: Reading<PosFindings>) {
    const read = valueOf(pos)?.deliveryTerms;
    const restrictions = (read && valueOf(read))?.restrictions ?? [];
    const productIds = restrictions.flatMap(({ feeProductId }) => feeProductId ?? []);
    const prices = await readProductPrices(this.parts.db.manager, [{ branchId, productIds }]);
    return prices.get(branchId) ?? new Map();
  }

  private async readPos(settings: BranchSettings, timeZone: string): Promise<Reading<PosFindings>> {
    try {
      return { value: await readPos(this.parts.connections.ofSettings(settings, timeZone)) };
    } catch (error) {
      if (isPosError(error)) return { error };
      throw error;
    }
  }
}

function ageSeconds(since: Date, now: Date): number {
  return Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000));
}

/** null: the key does not see the till, or the POS did not report on it. */
function isTillAlive(
  { terminalGroups, liveGroupIds }: PosFindings,
  terminalGroupId: string | null,
): boolean | null {
  const [groups, live] = [valueOf(terminalGroups), valueOf(liveGroupIds)];
  const asked = groups?.filter(({ posId }) => (terminalGroupId ?? posId) === posId);
  return asked && asked.length > 0 && live ? asked.some(({ posId }) => live.has(posId)) : null;
}
