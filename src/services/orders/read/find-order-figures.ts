import { type DataSource } from "typeorm";

import { type Viewer } from "../../../domain/access/viewer";
import { isUuid } from "../../../domain/ids";
import { FIGURES, SUMS } from "./figures-sql";

/** What the orders of a period come to: all of them, or those of one day or hour. */
export interface OrderFigure {
  /** As 2026-11-25, of the branch's calendar; null: of all days. */
  readonly day: string | null;
  /** 0 to 23, of the branch's clock; null: of all hours. */
  readonly hour: number | null;
  readonly orders: number;
  readonly delivery: number;
  readonly cancelled: number;
  /** Of those: paid online. */
  readonly cancelledPaid: number;
  readonly inTill: number;
  /** The median from acceptance to the till; null: none has got there. */
  readonly secondsToTill: number | null;
  /** 95 of 100 were faster. */
  readonly secondsToTill95: number | null;
  /** The median from the till to a dish that is ready, of orders for now; null: none is. */
  readonly secondsToReady: number | null;
  readonly secondsToReady95: number | null;
  /** The median from the till to the guest, of orders for now; null: none has got there. */
  readonly secondsToGuest: number | null;
  readonly handedOver: number;
  /** Of those: the POS refused the order, or nobody was reached. All others: it did not answer. */
  readonly refused: number;
  readonly unreached: number;
  /** Kopecks by currency, cancelled orders left out. */
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
  /** Kopecks; null: there are no such orders. */
  readonly sold: string | null;
  readonly cancelled: string | null;
}

type CountsRow = Omit<OrderFigure, "sales" | "cancelledPayments">;

export interface FiguresAsked {
  /** As 2026-11-25, both included. */
  readonly from: string;
  readonly to: string;
  /** null: all that the viewer works for. */
  readonly branchIds: readonly string[] | null;
}

/** What the orders of a period come to, by the day and by the hour of each branch's own clock. */
export class FindOrderFigures {
  constructor(private readonly db: DataSource) {}

  /**
   * The whole first, then the days, then the hours of all days together; those without orders are
   * left out. Changes nothing.
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
