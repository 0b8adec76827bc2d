import { type EntityManager, In } from "typeorm";

import { Batcher } from "../../domain/concurrency/batcher";
import { type ReadyZones, readyZones } from "../../domain/delivery/judge-place";
import { type Branch } from "../../entities/branches/branch";
import { ZoneSet, ZoneSource } from "../../entities/delivery/zone-set";

/** Where zones that are ready stay; what is too much for it is read again. */
export interface ZoneMemory {
  get(key: string): ReadyZones | undefined;
  set(key: string, zones: ReadyZones): void;
}

type ZonesOf = Pick<Branch, "id" | "deliveryZonesRevision">;

/**
 * The zones of branches, read once per change: whoever has read the branch knows by its revision
 * whether what is kept still holds, so nothing has to be announced.
 */
export class KeptZones {
  private readonly together = new Batcher((ids: readonly string[]) => this.read(ids));

  constructor(
    private readonly manager: EntityManager,
    private readonly memory: ZoneMemory,
  ) {}

  /** @returns empty: the branch delivers anywhere */
  async of({ id, deliveryZonesRevision: revision }: ZonesOf): Promise<ReadyZones> {
    if (revision === 0) return [];
    const key = `${id} ${revision}`;
    const kept = this.memory.get(key);
    if (kept) return kept;
    // A change that is committed just now is read under the revision before it, which nobody asks
    // for afterwards.
    const set = await this.together.ask(id);
    const zones = readyZones(set?.zones ?? []);
    this.memory.set(key, zones);
    return zones;
  }

  /** Those asked for at the same time come by one statement. */
  private async read(ids: readonly string[]): Promise<(ZoneSet | null)[]> {
    const source = ZoneSource.OWN;
    const sets = await this.manager.findBy(ZoneSet, { branchId: In([...ids]), source });
    const byBranch = new Map(sets.map((set) => [set.branchId, set]));
    return ids.map((id) => byBranch.get(id) ?? null);
  }
}
