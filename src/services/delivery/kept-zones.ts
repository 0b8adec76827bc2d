import { type EntityManager } from "typeorm";

import { Batcher } from "../../domain/concurrency/batcher";
import { type ReadyZones, readyZones } from "../../domain/delivery/judge-place";
import { ZoneSource } from "../../domain/delivery/zone-source";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { ZoneSet } from "../../entities/delivery/zone-set";

/** The zones of a branch, and what they are worth. */
export interface ZonesOfBranch {
  /** Empty: the branch delivers anywhere. */
  readonly zones: ReadyZones;
  /** The POS has somebody else decide: they are no more than a guess. */
  readonly decidedElsewhere: boolean;
}

/** Where zones that are ready stay; what is too much for it is read again. */
export interface ZoneMemory {
  get(key: string): ZonesOfBranch | undefined;
  set(key: string, zones: ZonesOfBranch): void;
}

const NONE: ZonesOfBranch = { zones: [], decidedElsewhere: false };

type ZonesOf = Pick<Branch, "id" | "deliveryZonesRevision">;
type SetKey = Pick<ZoneSet, "branchId" | "source">;

/**
 * The zones of branches, read once per change: whoever has read the branch knows by its revision
 * whether what is kept still holds, so nothing has to be announced.
 */
export class KeptZones {
  private readonly together = new Batcher((sets: readonly SetKey[]) => this.read(sets));

  constructor(
    private readonly manager: EntityManager,
    private readonly memory: ZoneMemory,
  ) {}

  /**
   * Of the source that the branch has chosen.
   *
   * @param settings null: it has none, and zones neither
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
    // A change that is committed just now is read under the revision before it, which nobody asks
    // for afterwards.
    const set = await this.together.ask({ branchId, source });
    const { zones = [], decidedElsewhere = false } = set ?? {};
    const ready = { zones: readyZones(zones), decidedElsewhere };
    this.memory.set(key, ready);
    return ready;
  }

  /** Those asked for at the same time come by one statement. */
  private async read(wanted: readonly SetKey[]): Promise<(ZoneSet | null)[]> {
    const sets = await this.manager.findBy(ZoneSet, [...wanted]);
    const byKey = new Map(sets.map((set) => [keyOf(set), set]));
    return wanted.map((set) => byKey.get(keyOf(set)) ?? null);
  }
}

function keyOf({ branchId, source }: SetKey): string {
  return `${branchId} ${source}`;
}
