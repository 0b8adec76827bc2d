import { type Thousandths } from "../money/money";
import { ALL_ON_SALE, type OffSale } from "./sale-times";

/** A line of a till's stop list: a dish or an option that is limited or sold out. */
export interface StopListEntry {
  readonly posProductId: string;
  /** null: every size. */
  readonly posSizeId: string | null;
  /** What is left; 0 or less is sold out. */
  readonly balance: Thousandths;
  /** When it was listed, ISO 8601; null when the POS does not tell. */
  readonly since: string | null;
}

/** What one terminal group («стоп-лист» of its tills) cannot make without limits. */
export interface TerminalGroupStopList {
  readonly terminalGroupId: string;
  readonly entries: readonly StopListEntry[];
}

export type Limit = Pick<StopListEntry, "balance" | "since">;

/**
 * What limits a branch: what its tills lack, and what its menu does not sell at the time. Of
 * several terminal groups, which share the branch's orders, the best counts: what one of them does
 * not list is not limited (docs/iiko.md#stop-lists).
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

  /** The same list at a time at which the menu does not sell everything. */
  during(offSale: OffSale): StopList {
    if (offSale === this.offSale) return this;
    const list = new StopList([], offSale);
    list.limits = this.limits;
    return list;
  }

  /**
   * When a dish is sold again that the menu does not sell at the time, null: not within a year.
   * undefined: it is sold.
   */
  opensAt(posProductId: string): Date | null | undefined {
    return this.offSale.opensAt(posProductId);
  }

  /** Do its tills lack nothing? */
  get isEmpty(): boolean {
    return this.size === 0;
  }

  /** How many things it limits. */
  get size(): number {
    return this.limits.size;
  }

  /** What limits all sizes of a dish together, or an option; undefined: nothing. */
  ofProduct(posProductId: string): Limit | undefined {
    return this.limits.get(keyOf(posProductId, null));
  }

  /** What limits a single size; undefined: nothing but what limits all. */
  ofSize(posProductId: string, posSizeId: string): Limit | undefined {
    return this.limits.get(keyOf(posProductId, posSizeId));
  }
}

export const NOTHING_STOPPED = new StopList([]);

/** Of two entries for one thing the smaller balance counts. */
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

/** A POS may write its UUIDs in either case, and none tells two dishes apart by that alone. */
function keyOf(posProductId: string, posSizeId: string | null): string {
  return `${posProductId} ${posSizeId ?? ""}`.toLowerCase();
}
