import DataLoader from "dataloader";
import { type DataSource, In } from "typeorm";

import { Branch } from "../../entities/branches/branch";
import { Order } from "../../entities/orders/order";
import { perRequest } from "../per-request";

/**
 * Loads what the jobs of a list are about, in one query for all branches and one for all orders of
 * a request.
 */
export class JobSubjectsLoader {
  readonly branches: (context: object) => DataLoader<string, Branch | null>;
  readonly orders: (context: object) => DataLoader<string, Order | null>;

  constructor(db: DataSource) {
    this.branches = perRequest(
      () =>
        new DataLoader(async (ids: readonly string[]) =>
          inOrder(ids, await db.manager.findBy(Branch, { id: In([...ids]) })),
        ),
    );
    this.orders = perRequest(
      () =>
        new DataLoader(async (ids: readonly string[]) =>
          inOrder(ids, await db.manager.findBy(Order, { id: In([...ids]) })),
        ),
    );
  }
}

function inOrder<Row extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
