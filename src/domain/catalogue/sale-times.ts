import { createHash } from "node:crypto";

import { type OpeningHours, type OpenState, openStateAt } from "../hours/opening-hours";
import { bothOpen, type SaleHours, weekOf } from "./sale-hours";

const DAY_MS = 24 * 3_600_000;
const KEY_LETTERS = 8;
const ALWAYS: OpenState = { open: true, until: null, opensAt: null };

/** What a menu does not sell at a moment. */
export interface OffSale {
  /** The same text as long as the same is sold, and comes back at the same time. "": no hours. */
  readonly key: string;
  /** When a product is sold again, null: not within a year. undefined: it is sold. */
  opensAt(posProductId: string): Date | null | undefined;
}

export const ALL_ON_SALE: OffSale = { key: "", opensAt: () => undefined };

interface Known {
  readonly from: Date;
  /** Exclusive: something changes then, or it is looked at again. */
  readonly to: Date;
  readonly offSale: OffSale;
}

/** The same for hours that say the same, in the same zone. */
export function fingerprintOf({ menu, products }: SaleHours, timeZone: string): string {
  const told = JSON.stringify([menu, products, timeZone]);
  return createHash("sha1").update(told).digest("hex").slice(0, KEY_LETTERS);
}

/** Tells what a branch's menu sells when. */
export class SaleTimes {
  /** Those of the menu itself, which hold for products without any, and of the others. */
  private readonly hours: readonly (OpeningHours | null)[];
  private readonly placeOf: ReadonlyMap<string, number>;
  readonly fingerprint: string;
  private known: Known | undefined;

  /** @param timeZone IANA, of the branch */
  constructor(
    { menu, products }: SaleHours,
    private readonly timeZone: string,
  ) {
    const whole = menu.length === 0 ? null : weekOf(menu);
    const others = products.map(({ periods }) => weekOf(periods));
    this.hours = [whole, ...others.map((hours) => (whole ? bothOpen(hours, whole) : hours))];
    this.placeOf = new Map(
      products.flatMap(({ posProductIds }, place) =>
        posProductIds.map((id) => [id.toLowerCase(), place + 1]),
      ),
    );
    this.fingerprint = fingerprintOf({ menu, products }, timeZone);
  }

  /** How many products have hours of their own. */
  get size(): number {
    return this.placeOf.size;
  }

  at(moment: Date): OffSale {
    if (this.hours.every((hours) => hours === null)) return ALL_ON_SALE;
    const { known } = this;
    if (known && known.from <= moment && moment < known.to) return known.offSale;
    this.known = this.lookedAt(moment);
    return this.known.offSale;
  }

  private lookedAt(from: Date): Known {
    const states = this.hours.map((hours) =>
      hours ? openStateAt(hours, from, this.timeZone) : ALWAYS,
    );
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
