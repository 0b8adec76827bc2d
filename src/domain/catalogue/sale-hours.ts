import { type OpeningHours, type OpenPeriod } from "../hours/opening-hours";
import { MINUTES_A_DAY, type WallTime } from "../time/wall-clock";

/** A period in which a menu sells something, in the local time of its branch. */
export interface SalePeriod extends OpenPeriod {
  /** Days on which it begins; 1 is Monday. Empty: every day. */
  readonly days: readonly number[];
}

/** What a menu says about its hours. Anything it does not mention is always sold. */
export interface SaleHours {
  /** Hours of the menu as a whole; empty: always. */
  readonly menu: readonly SalePeriod[];
  /** Products that are sold in any of the periods, as long as the menu is. */
  readonly products: readonly SoldInHours[];
}

export interface SoldInHours {
  /** Empty: at any hour. */
  readonly periods: readonly SalePeriod[];
  /** Missing: on all days. */
  readonly dates?: SaleDates;
  readonly posProductIds: readonly string[];
}

/** The dates between which something is sold, in the local time of the branch. */
export interface SaleDates {
  /** null: it began long ago. */
  readonly from: WallTime | null;
  /** Exclusive; null: no known end. */
  readonly to: WallTime | null;
}

export const SOLD_ALWAYS: SaleHours = { menu: [], products: [] };

const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** Returns the periods as weekly hours. */
export function weekOf(periods: readonly SalePeriod[]): OpeningHours {
  const beginningOn = (day: number) =>
    periods.filter(({ days }) => days.length === 0 || days.includes(day));
  return {
    week: DAYS.map((day) => beginningOn(day).map(({ from, to }) => ({ from, to }))),
    days: {},
  };
}

/** Returns when both are open. A period belongs to the day on which both have begun. */
export function bothOpen(one: OpeningHours, other: OpeningHours): OpeningHours {
  const week: OpenPeriod[][] = DAYS.map(() => []);
  one.week.forEach((periods, day) => {
    for (const { period, ofOther } of pairs(periods, day, other)) {
      const [from, to] = [Math.max(period.from, ofOther.from), Math.min(period.to, ofOther.to)];
      const later = Math.floor(from / MINUTES_A_DAY);
      const moved = later * MINUTES_A_DAY;
      if (from < to) week[dayOf(day + later)]?.push({ from: from - moved, to: to - moved });
    }
  });
  return { week, days: {} };
}

/**
 * Pairs each period with every period of the other that may overlap it: on the same day, the day
 * before and the day after.
 */
function pairs(periods: readonly OpenPeriod[], day: number, { week }: OpeningHours) {
  const near = [-1, 0, 1].flatMap((away) =>
    (week[dayOf(day + away)] ?? []).map(({ from, to }) => {
      const moved = away * MINUTES_A_DAY;
      return { from: from + moved, to: to + moved };
    }),
  );
  return periods.flatMap((period) => near.map((ofOther) => ({ period, ofOther })));
}

function dayOf(index: number): number {
  return (index + DAYS.length) % DAYS.length;
}
