import { type Thousandths } from "../money/money";
import { ALL_ON_SALE, type OffSale } from "./sale-times";

/** An entry in a POS stop list: a dish or an option that is limited or sold out. */
export interface StopListEntry {
  readonly posProductId: string;
  /** null: every size. */
  readonly posSizeId: string | null;
  /** Remaining amount; 0 or less means sold out. */
  readonly balance: Thousandths;
  /** When it was listed, ISO 8601; null when the POS does not say. */
  readonly since: string | null;
}

/**
 * What one terminal group (the «стоп-лист» of its tills) can only make in limited amounts or not at
 * all.
 */
export interface TerminalGroupStopList {
  readonly terminalGroupId: string;
  readonly entries: readonly StopListEntry[];
}

export type Limit = Pick<StopListEntry, "balance" | "since">;

/**
 * What limits a branch: what its tills have run out of, and what its menu does not sell at that
 * time. Where several terminal groups share the branch's orders, the best one counts: anything that
 * one of them does not list is not limited (docs/iiko.md#stop-lists).
 */
export class StopList {
  private limits: ReadonlyMap<string, Limit>;

  constructor(
    groups: readonly TerminalGroupStopList[],
    private readonly offSale: OffSale = ALL_ON_SALE,
  ) {
    const [first = new Map<string, Limit>(), ...others] = groups.map(({ entries }) =>
      limitsOf(entries),
    );
    this.limits = others.reduce(commonLimits, first);
  }

  /** Returns the same list for a time at which the menu does not sell everything. */
  during(offSale: OffSale): StopList {
    if (offSale === this.offSale) return this;
    const list = new StopList([], offSale);
    list.limits = this.limits;
    return list;
  }

  /**
   * Returns when a dish that the menu does not sell at that time is sold again; null: not within a
   * year; undefined: it is sold.
   */
  opensAt(posProductId: string): Date | null | undefined {
    return this.offSale.opensAt(posProductId);
  }

  /** Returns whether its tills have everything. */
  get isEmpty(): boolean {
    return this.size === 0;
  }

  /** How many items it limits. */
  get size(): number {
    return this.limits.size;
  }

  /** Returns the limit on all sizes of a dish together, or on an option; undefined: none. */
  ofProduct(posProductId: string): Limit | undefined {
    return this.limits.get(keyOf(posProductId, null));
  }

  /** Returns the limit on a single size; undefined: only the limit on all sizes applies. */
  ofSize(posProductId: string, posSizeId: string): Limit | undefined {
    return this.limits.get(keyOf(posProductId, posSizeId));
  }
}

export const NOTHING_STOPPED = new StopList([]);

/** When there are two entries for one item, the smaller balance counts. */
function limitsOf(entries: readonly StopListEntry[]): Map<string, Limit> {
  const limits = new Map<string, Limit>();
  for (const { posProductId, posSizeId, balance, since } of entries) {
    const key = keyOf(posProductId, posSizeId);
    const known = limits.get(key);
    if (!known || balance < known.balance) limits.set(key, { balance, since });
  }
  return limits;
}

function commonLimits(some: Map<string, Limit>, more: Map<string, Limit>): Map<string, Limit> {
  const common = new Map<string, Limit>();
  for (const [key, limit] of some) {
    const other = more.get(key);
    if (other) common.set(key, other.balance > limit.balance ? other : limit);
  }
  return common;
}

/** A POS may write its UUIDs in either case, and none uses case alone to distinguish two dishes. */
function keyOf(posProductId: string, posSizeId: string | null): string {
  return `${posProductId} ${posSizeId ?? ""}`.toLowerCase();
}
