import { type DataSource, In } from "typeorm";

import { type Viewer } from "../../../domain/access/viewer";
import { type Locale } from "../../../domain/texts/locale";
import { Branch } from "../../../entities/branches/branch";
import { type Order } from "../../../entities/orders/order";
import { type Clock } from "../../../ports/clock";
import { recordChanges } from "../../branches/changes/record-changes";
import { type FindOrders } from "./find-orders";
import { type OrderFilter, type OrderPosition } from "./order-filter";
import { sheetHead, sheetLine } from "./order-sheet";

export const MOST_EXPORTED_ORDERS = 1_000;

export interface ExportRequest {
  readonly filter: OrderFilter;
  readonly limit: number;
  readonly after: OrderPosition | null;
  readonly withGuests: boolean;
  readonly locale: Locale;
}

export interface ExportedOrders {
  /** CSV; only the first page contains the column names. */
  readonly csv: string;
  readonly orders: number;
  /** Where the next page begins; null if this is the last page. */
  readonly last: Order | null;
}

/** Exports orders as a table for a spreadsheet, page by page. */
export class ExportOrders {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly findOrders: FindOrders;
      readonly clock: Clock;
    },
  ) {}

  /**
   * Changes nothing except the branches' history, which records who exported how many orders, and
   * whether with guest data. Safe to repeat.
   */
  async execute(viewer: Viewer, request: ExportRequest): Promise<ExportedOrders> {
    const { filter, limit, after, withGuests, locale } = request;
    const { db, findOrders, clock } = this.parts;
    const found = await findOrders.execute(viewer, filter, limit + 1, after);
    const page = found.slice(0, limit);
    const branches = await branchesOf(db, page);
    await recordChanges(db.manager, viewer, noted(page, withGuests));
    const terms = { locale, withGuests, now: clock.now() };
    const lines = page.flatMap((order) => {
      const branch = branches.get(order.branchId);
      return branch ? [sheetLine(order, branch, terms)] : [];
    });
    return {
      csv: [...(after === null ? [sheetHead(terms)] : []), ...lines].join(""),
      orders: page.length,
      last: found.length > limit ? (page.at(-1) ?? null) : null,
    };
  }
}

async function branchesOf(db: DataSource, orders: readonly Order[]): Promise<Map<string, Branch>> {
  const ids = [...new Set(orders.map(({ branchId }) => branchId))];
  const branches = await db.manager.findBy(Branch, { id: In(ids) });
  return new Map(branches.map((branch) => [branch.id, branch]));
}

function noted(orders: readonly Order[], withGuests: boolean) {
  const branchIds = [...new Set(orders.map(({ branchId }) => branchId))];
  return branchIds.map((branchId) => {
    const count = orders.filter((order) => order.branchId === branchId).length;
    const after = withGuests ? `${count}, with guests` : `${count}`;
    return { branchId, field: "ordersExport", before: null, after };
  });
}
