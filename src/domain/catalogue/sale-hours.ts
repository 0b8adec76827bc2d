import { type OpeningHours, type OpenPeriod } from "../hours/opening-hours";
import { MINUTES_A_DAY, type WallTime } from "../time/wall-clock";

/** A period in which a menu sells something, by the clock of its branch. */
export interface SalePeriod extends OpenPeriod {
  /** On which it begins; 1 is Monday. None: every day. */
  readonly days: readonly number[];
}

/** What a menu says of its hours. What it says nothing of is sold always. */
export interface SaleHours {
  /** Of the menu as a whole; none: always. */
  readonly menu: readonly SalePeriod[];
  /** Of products, which are sold in any of the periods as long as the menu is. */
  readonly products: readonly SoldInHours[];
}

export interface SoldInHours {
  /** None: at any hour. */
  readonly periods: readonly SalePeriod[];
  /** Missing: on all days. */
  readonly dates?: SaleDates;
  readonly posProductIds: readonly string[];
}

/** From when until when something is sold, by the clock of the branch. */
export interface SaleDates {
  /** null: it began long ago. */
  readonly from: WallTime | null;
  /** Exclusive; null: nobody said. */
  readonly to: WallTime | null;
}

export const SOLD_ALWAYS: SaleHours = { menu: [], products: [] };

const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** The periods as the hours of a week. */
export function weekOf(periods: readonly SalePeriod[]): OpeningHours {
  const beginningOn = (day: number) =>
    periods.filter(({ days }) => days.length === 0 || days.includes(day));
  return {
    week: DAYS.map((day) => beginningOn(day).map(({ from, to }) => ({ from, to }))),
    days: {},
  };
}

/** When both are open. A period belongs to the day on which both have begun. */
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

/** With every period of the other that may touch it: of the day itself, before it and after it. */
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
