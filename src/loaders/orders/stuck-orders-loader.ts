import DataLoader from "dataloader";

import { type FindStuck } from "../../services/orders/read/find-stuck";
import { perRequest } from "../per-request";

/** Loads whether orders are stuck, for any number of orders in one query per request. */
export class StuckOrdersLoader {
  private readonly loaderOf: (context: object) => DataLoader<string, boolean>;

  constructor(findStuck: FindStuck) {
    this.loaderOf = perRequest(
      () =>
        new DataLoader(async (orderIds: readonly string[]) => {
          const stuck = await findStuck.execute(orderIds);
          return orderIds.map((id) => stuck.has(id));
        }),
    );
  }

  load(context: object, orderId: string): Promise<boolean> {
    return this.loaderOf(context).load(orderId);
  }
}
