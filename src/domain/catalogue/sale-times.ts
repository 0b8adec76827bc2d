import { createHash } from "node:crypto";

import { type OpeningHours, type OpenState, openStateAt } from "../hours/opening-hours";
import { momentsOf, type WallTime } from "../time/wall-clock";
import { bothOpen, type SaleHours, type SoldInHours, weekOf } from "./sale-hours";

const DAY_MS = 24 * 3_600_000;
const KEY_LETTERS = 8;
const ALWAYS: OpenState = { open: true, until: null, opensAt: null };
const NO_MORE: OpenState = { open: false, until: null, opensAt: null };
/** An hour that the clock skips begins with the next one. */
const JUMP_MINUTES = 60;

/** What a menu does not sell at a given moment. */
export interface OffSale {
  /**
   * The same text as long as the same products are sold and the others return at the same times.
   * "": no hours.
   */
  readonly key: string;
  /** When a product is sold again; null: not within a year; undefined: it is sold. */
  opensAt(posProductId: string): Date | null | undefined;
}

export const ALL_ON_SALE: OffSale = { key: "", opensAt: () => undefined };

/** When some products are sold. */
interface Sold {
  /** null: at any hour. */
  readonly hours: OpeningHours | null;
  readonly from: Date | null;
  /** Exclusive. */
  readonly to: Date | null;
}

interface Known {
  readonly from: Date;
  /** Exclusive: at this time something changes, or it is computed again. */
  readonly to: Date;
  readonly offSale: OffSale;
}

/** Equal for identical hours in the same zone. */
export function fingerprintOf({ menu, products }: SaleHours, timeZone: string): string {
  const told = JSON.stringify([menu, products, timeZone]);
  return createHash("sha1").update(told).digest("hex").slice(0, KEY_LETTERS);
}

/** Determines what a branch's menu sells at which time. */
export class SaleTimes {
  /**
   * First the products without own hours, by the hours of the menu itself; then the others, group
   * by group.
   */
  private readonly sold: readonly Sold[];
  private readonly placeOf: ReadonlyMap<string, number>;
  readonly fingerprint: string;
  private known: Known | undefined;

  /** @param timeZone IANA name, of the branch */
  constructor(
    { menu, products }: SaleHours,
    private readonly timeZone: string,
  ) {
    const whole = menu.length === 0 ? null : weekOf(menu);
    const others = products.map((product) => soldWithin(product, whole, timeZone));
    this.sold = [{ hours: whole, from: null, to: null }, ...others];
    this.placeOf = new Map(
      products.flatMap(({ posProductIds }, place) =>
        posProductIds.map((id) => [id.toLowerCase(), place + 1]),
      ),
    );
    this.fingerprint = fingerprintOf({ menu, products }, timeZone);
  }

  /** How many products have their own hours. */
  get size(): number {
    return this.placeOf.size;
  }

  at(moment: Date): OffSale {
    if (this.sold.every(isAlways)) return ALL_ON_SALE;
    const { known } = this;
    if (known && known.from <= moment && moment < known.to) return known.offSale;
    this.known = this.lookedAt(moment);
    return this.known.offSale;
  }

  private lookedAt(from: Date): Known {
    const states = this.sold.map((sold) => stateAt(sold, from, this.timeZone));
    const changes = states.map(({ until, opensAt }) => (until ?? opensAt)?.getTime() ?? Infinity);
    const back = states.map(({ open, opensAt }) => (open ? undefined : opensAt));
    const told = back.map((at) => (at === undefined ? "" : (at?.getTime() ?? "never")));
    return {
      from,
      to: new Date(Math.min(...changes, from.getTime() + DAY_MS)),
      offSale: {
        key: [this.fingerprint, ...told].join("-"),
        opensAt: (id) => back[this.placeOf.get(id.toLowerCase()) ?? 0],
      },
    };
  }
}

/** @param whole the hours of the menu itself; null: it has none */
function soldWithin(
  { periods, dates }: SoldInHours,
  whole: OpeningHours | null,
  timeZone: string,
): Sold {
  const own = periods.length === 0 ? null : weekOf(periods);
  const momentOf = (time: WallTime | null | undefined) => (time ? shownAt(time, timeZone) : null);
  return {
    hours: own && whole ? bothOpen(own, whole) : (own ?? whole),
    from: momentOf(dates?.from),
    to: momentOf(dates?.to),
  };
}

function shownAt({ date, minute }: WallTime, timeZone: string): Date | null {
  const [at] = [minute, minute + JUMP_MINUTES].flatMap((shown) =>
    momentsOf({ date, minute: shown }, timeZone),
  );
  return at ?? null;
}

function isAlways({ hours, from, to }: Sold): boolean {
  return hours === null && from === null && to === null;
}

function stateAt({ hours, from, to }: Sold, at: Date, timeZone: string): OpenState {
  if (to && at >= to) return NO_MORE;
  const isAhead = from !== null && at < from;
  const begins = isAhead ? from : at;
  const { open, until, opensAt } = hours ? openStateAt(hours, begins, timeZone) : ALWAYS;
  if (open && !isAhead)
    return { open, until: until && to ? earlier(until, to) : (until ?? to), opensAt };
  const next = open ? begins : opensAt;
  return { open: false, until: null, opensAt: next && to && next >= to ? null : next };
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}
