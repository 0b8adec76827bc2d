import { type DataSource } from "typeorm";

import { type Viewer } from "../../../domain/access/viewer";
import { isUuid } from "../../../domain/ids";
import { FIGURES, SUMS } from "./figures-sql";

/** The totals of the orders of a period: of all of them, or of those of one day or hour. */
export interface OrderFigure {
  /** Such as 2026-11-25, by the branch's calendar; null for all days. */
  readonly day: string | null;
  /** 0 to 23, by the branch's clock; null for all hours. */
  readonly hour: number | null;
  readonly orders: number;
  readonly delivery: number;
  readonly cancelled: number;
  /** Cancelled orders that had been paid online. */
  readonly cancelledPaid: number;
  readonly inTill: number;
  /** The median time from acceptance to the POS; null if none has got there. */
  readonly secondsToTill: number | null;
  /** 95 of 100 were faster than this. */
  readonly secondsToTill95: number | null;
  /**
   * The median time from the POS to a dish that is ready, for orders for now; null if none is
   * ready.
   */
  readonly secondsToReady: number | null;
  readonly secondsToReady95: number | null;
  /** The median time from the POS to the guest, for orders for now; null if none has got there. */
  readonly secondsToGuest: number | null;
  readonly handedOver: number;
  /**
   * How many of those the POS refused, and for how many nobody was reached. For all others the POS
   * did not respond.
   */
  readonly refused: number;
  readonly unreached: number;
  /** Kopecks by currency, excluding cancelled orders. */
  readonly sales: readonly SumOfMoney[];
  /** What had been paid online for cancelled orders. */
  readonly cancelledPayments: readonly SumOfMoney[];
}

interface SumOfMoney {
  readonly currency: string;
  readonly kopecks: number;
}

interface SumsRow {
  readonly day: string | null;
  readonly hour: number | null;
  readonly currency: string;
  /** In kopecks; null if there are no such orders. */
  readonly sold: string | null;
  readonly cancelled: string | null;
}

type CountsRow = Omit<OrderFigure, "sales" | "cancelledPayments">;

export interface FiguresAsked {
  /** Such as 2026-11-25; both days are included. */
  readonly from: string;
  readonly to: string;
  /** null for all branches that the viewer works for. */
  readonly branchIds: readonly string[] | null;
}

/**
 * Calculates the figures of the orders of a period, by day and by hour of each branch's own clock.
 */
export class FindOrderFigures {
  constructor(private readonly db: DataSource) {}

  /**
   * Returns the whole period first, then the days, then the hours of all days together; those
   * without orders are left out. Changes nothing.
   */
  async execute(viewer: Viewer, { from, to, branchIds }: FiguresAsked): Promise<OrderFigure[]> {
    if (viewer.kind !== "key") return [];
    const asked = [viewer.branchIds, branchIds?.filter(isUuid) ?? null, from, to];
    const [figures, sums] = await Promise.all([
      this.db.query<CountsRow[]>(FIGURES, asked),
      this.db.query<SumsRow[]>(SUMS, asked),
    ]);
    return figures.map((figure) => {
      const its = sums.filter(({ day, hour }) => day === figure.day && hour === figure.hour);
      const [sales, cancelledPayments] = [sumsOf(its, "sold"), sumsOf(its, "cancelled")];
      return { ...figure, sales, cancelledPayments };
    });
  }
}

function sumsOf(rows: readonly SumsRow[], of: "sold" | "cancelled"): SumOfMoney[] {
  return rows.flatMap(({ currency, [of]: kopecks }) =>
    kopecks === null ? [] : [{ currency, kopecks: Number(kopecks) }],
  );
}
