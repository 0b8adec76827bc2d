import DataLoader from "dataloader";

import { type Attention } from "../../domain/orders/order-attention";
import { type FindAttention } from "../../services/orders/read/find-attention";
import { perRequest } from "../per-request";

/** Loads whether orders need a person, for any number of orders in one query per request. */
export class AttentionLoader {
  private readonly loaderOf: (context: object) => DataLoader<string, Attention | null>;

  constructor(findAttention: FindAttention) {
    this.loaderOf = perRequest(
      () =>
        new DataLoader(async (orderIds: readonly string[]) => {
          const found = await findAttention.ofOrders(orderIds);
          return orderIds.map((id) => found.get(id) ?? null);
        }),
    );
  }

  load(context: object, orderId: string): Promise<Attention | null> {
    return this.loaderOf(context).load(orderId);
  }
}
