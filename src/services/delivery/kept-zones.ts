import { type EntityManager } from "typeorm";

import { Batcher } from "../../domain/concurrency/batcher";
import { type ReadyZones, readyZones } from "../../domain/delivery/judge-place";
import { ZoneSource } from "../../domain/delivery/zone-source";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { ZoneSet } from "../../entities/delivery/zone-set";

/** The zones of a branch, and how reliable they are. */
export interface ZonesOfBranch {
  /** Empty if the branch delivers anywhere. */
  readonly zones: ReadyZones;
  /** The POS delegates the decision elsewhere, so the zones are only a guess. */
  readonly decidedElsewhere: boolean;
}

/** Cache of prepared zones; whatever does not fit is read again. */
export interface ZoneMemory {
  get(key: string): ZonesOfBranch | undefined;
  set(key: string, zones: ZonesOfBranch): void;
}

const NONE: ZonesOfBranch = { zones: [], decidedElsewhere: false };

type ZonesOf = Pick<Branch, "id" | "deliveryZonesRevision">;
type SetKey = Pick<ZoneSet, "branchId" | "source">;

/**
 * Keeps the zones of branches and reads them once per change. A caller that has read the branch
 * knows by its revision whether the cached zones are still valid, so changes need not be announced.
 */
export class KeptZones {
  private readonly together = new Batcher((sets: readonly SetKey[]) => this.read(sets));

  constructor(
    private readonly manager: EntityManager,
    private readonly memory: ZoneMemory,
  ) {}

  /**
   * Returns the zones of the source that the branch has chosen.
   *
   * @param settings null if the branch has none, and thus no zones
   */
  async of(
    { id: branchId, deliveryZonesRevision: revision }: ZonesOf,
    settings: Pick<BranchSettings, "deliveryZonesFrom"> | null,
  ): Promise<ZonesOfBranch> {
    const source = settings?.deliveryZonesFrom ?? ZoneSource.NONE;
    if (revision === 0 || source === ZoneSource.NONE) return NONE;
    const key = `${branchId} ${source} ${revision}`;
    const kept = this.memory.get(key);
    if (kept) return kept;
    // A change committed just now is cached under the previous revision, which is never requested
    // again.
    const set = await this.together.ask({ branchId, source });
    const { zones = [], decidedElsewhere = false } = set ?? {};
    const ready = { zones: readyZones(zones), decidedElsewhere };
    this.memory.set(key, ready);
    return ready;
  }

  /** Zones requested simultaneously are read by one statement. */
  private async read(wanted: readonly SetKey[]): Promise<(ZoneSet | null)[]> {
    const sets = await this.manager.findBy(ZoneSet, [...wanted]);
    const byKey = new Map(sets.map((set) => [keyOf(set), set]));
    return wanted.map((set) => byKey.get(keyOf(set)) ?? null);
  }
}

function keyOf({ branchId, source }: SetKey): string {
  return `${branchId} ${source}`;
}
