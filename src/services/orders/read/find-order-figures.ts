import { type DataSource } from "typeorm";

import { isUuid } from "../../../domain/ids";
import { type Viewer } from "../../../domain/access/viewer";
import { FIGURES, SALES } from "./figures-sql";

/** What the orders of a period come to: all of them, or those of one day or hour. */
export interface OrderFigure {
  /** As 2026-11-25, of the branch's calendar; null: of all days. */
  readonly day: string | null;
  /** 0 to 23, of the branch's clock; null: of all hours. */
  readonly hour: number | null;
  readonly orders: number;
  readonly delivery: number;
  readonly cancelled: number;
  readonly inTill: number;
  /** The median from acceptance to the till; null: none has got there. */
  readonly secondsToTill: number | null;
  /** 95 of 100 were faster. */
  readonly secondsToTill95: number | null;
  readonly handedOver: number;
  /** Of those: the POS refused the order, or nobody was reached. All others: it did not answer. */
  readonly refused: number;
  readonly unreached: number;
  /** Kopecks by currency, cancelled orders left out. */
  readonly sales: readonly { readonly currency: string; readonly kopecks: number }[];
}

interface Sale {
  readonly day: string | null;
  readonly hour: number | null;
  readonly currency: string;
  readonly kopecks: string;
}

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
    const [figures, sales] = await Promise.all([
      this.db.query<Omit<OrderFigure, "sales">[]>(FIGURES, asked),
      this.db.query<Sale[]>(SALES, asked),
    ]);
    const placeOf = ({ day, hour }: Pick<Sale, "day" | "hour">) => `${day} ${hour}`;
    const byPlace = new Map<string, OrderFigure["sales"][number][]>();
    for (const { currency, kopecks, ...place } of sales) {
      const known = byPlace.get(placeOf(place)) ?? [];
      byPlace.set(placeOf(place), [...known, { currency, kopecks: Number(kopecks) }]);
    }
    return figures.map((figure) => ({ ...figure, sales: byPlace.get(placeOf(figure)) ?? [] }));
  }
}
