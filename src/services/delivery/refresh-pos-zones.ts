import { type DataSource } from "typeorm";

import { FewAtATime } from "../../domain/concurrency/few-at-a-time";
import { type PosDeliveryTerms } from "../../domain/delivery/pos-delivery-terms";
import { type WeekStart } from "../../domain/delivery/week-start";
import { restrictionsOf, zonesOfPos } from "../../domain/delivery/zones-of-pos";
import { type Kopecks } from "../../domain/money/money";
import { ownTurn } from "../../domain/time/own-turn";
import { type Clock } from "../../ports/clock";
import { able } from "../../ports/pos/pos";
import { type BranchesOfKey, branchesOfKeys } from "../pos/branches-of-keys";
import { type LostOrganizations } from "../pos/lost-organizations";
import { type PosAccess, type PosConnections } from "../pos/pos-connections";
import { isPosError } from "../pos/pos-user-error";
import { readProductPrices } from "./read-product-prices";
import { type ReadZones, StorePosZones } from "./store-pos-zones";
import { tooManyOf } from "./zone-limits";

const PERIOD_MS = 10 * 60_000;
const RETRY_MS = 60_000;
/** Number of keys whose zones are requested simultaneously. */
const KEYS_TOGETHER = 10;

/** A branch that delivers by its POS's zones and is due to read them again. */
interface DueBranch {
  readonly branchId: string;
  readonly pos: string;
  readonly credentialSealed: string;
  readonly organizationId: string;
  readonly terminalGroupId: string | null;
  readonly weekStartsAt: WeekStart;
  readonly freeFrom: Kopecks | null;
}

/** What a POS has said about a branch. */
interface Told {
  readonly branch: DueBranch;
  readonly terms: PosDeliveryTerms;
}

const DUE = `
select its.branch_id as "branchId", its.pos, its.credential_sealed as "credentialSealed",
  its.organization_id_in_pos as "organizationId", its.terminal_group_id_in_pos as "terminalGroupId",
  its.week_starts_at as "weekStartsAt", its.free_delivery_from::float8 as "freeFrom"
from branch_settings its
left join delivery_zones kept on kept.branch_id = its.branch_id and kept.source = 'POS'
where its.delivery_zones_from = 'POS' and its.pos <> 'NONE' and its.credential_sealed is not null
  and its.organization_id_in_pos is not null and (kept.due_at is null or kept.due_at <= $1)`;

/**
 * Reads the POS zones that are due (the job `refresh-delivery-zones`): every ten minutes, soon
 * after a change of the branch's settings, and a minute after a failure. Orders are checked against
 * what was read last, and never wait for this job.
 */
export class RefreshPosZones {
  private readonly stored: StorePosZones;

  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly lostOrganizations: LostOrganizations;
      readonly clock: Clock;
    },
  ) {
    this.stored = new StorePosZones(parts.db);
  }

  /** Makes one request per key, however many branches it has. Safe to repeat. */
  async execute(): Promise<void> {
    const { db, connections } = this.parts;
    const due = await db.query<DueBranch[]>(DUE, [this.inMs(0)]);
    const line = new FewAtATime(KEYS_TOGETHER);
    const keys = branchesOfKeys(connections, due);
    await Promise.all(keys.map((key) => line.run(() => this.read(key))));
  }

  private async read({ access, branches }: BranchesOfKey<DueBranch>): Promise<void> {
    const organizationIds = [...new Set(branches.map(({ organizationId }) => organizationId))];
    const askedAt = this.inMs(0);
    try {
      const terms = await this.parts.lostOrganizations.ask(access, organizationIds, (ids) =>
        able(access.pos, "zones").deliveryTerms(access.credential, ids),
      );
      const told = branches.flatMap((branch) => {
        const its = terms?.get(branch.organizationId);
        return its ? [{ branch, terms: its }] : [];
      });
      const zones = await this.zonesOf(told);
      const read = zones.filter((each) => tooManyOf(each.zones).length === 0);
      await this.stored.store(read, askedAt, this.turnOf(access));
      const silent = branches.filter(
        ({ branchId }) => !read.some((each) => each.branchId === branchId),
      );
      await this.putOff(silent);
    } catch (error) {
      if (!isPosError(error)) throw error;
      await this.putOff(branches);
    }
  }

  private async zonesOf(told: readonly Told[]): Promise<ReadZones[]> {
    const wanted = told.map(({ branch, terms }) => {
      const fees = restrictionsOf(terms, branch).flatMap(({ feeProductId }) => feeProductId ?? []);
      return { branchId: branch.branchId, productIds: fees };
    });
    const prices = await readProductPrices(this.parts.db.manager, wanted);
    return told.map(({ branch, terms }) => {
      const { branchId, organizationId } = branch;
      const known = prices.get(branchId) ?? new Map();
      const zones = zonesOfPos(terms, { ...branch, prices: known });
      return { branchId, organizationId, zones, decidedElsewhere: terms.decidedElsewhere };
    });
  }

  private async putOff(branches: readonly DueBranch[]): Promise<void> {
    const ids = branches.map(({ branchId }) => branchId);
    await this.stored.putOff(ids, this.inMs(RETRY_MS));
  }

  private turnOf(access: PosAccess): Date {
    return ownTurn(access.id, PERIOD_MS, this.inMs(PERIOD_MS / 2));
  }

  private inMs(ms: number): Date {
    return new Date(this.parts.clock.now().getTime() + ms);
  }
}
