import { type DataSource, In } from "typeorm";

import { ANYBODY, keyOwnerOf, NOBODY } from "../../../domain/access/key-owner";
import { seesBranch, type Viewer } from "../../../domain/access/viewer";
import { isUuid } from "../../../domain/ids";
import { isStorable } from "../../../domain/texts/storable-text";
import { Order } from "../../../entities/orders/order";
import { type Secrets } from "../../../ports/secrets";
import { RowReader, searchRows } from "../rows/order-rows";
import { maySeeOrder } from "./may-see-order";
import { orderNamedBy, orderOfTrackingToken } from "./tracking-token";

/**
 * Finds one order for anyone who may see it. An order that the viewer may not see looks the same as
 * one that never existed.
 */
export class FindOrder {
  /** Followers of a process that ends come back all at once. */
  private readonly orders: RowReader<Order>;

  constructor(
    private readonly db: DataSource,
    private readonly secrets: Secrets,
  ) {
    this.orders = new RowReader(db.manager, Order, "id", searchRows);
  }

  async byId(viewer: Viewer, id: string): Promise<Order | null> {
    if (!isUuid(id)) return null;
    return visible(viewer, await this.orders.find(id.toLowerCase()));
  }

  /**
   * Returns the order that the viewer's side placed with its own key, or one whose owner is no
   * longer known; never one that another owner placed with an equal key.
   *
   * @param branchId null for the newest of any branch; if there is none, an order without an owner
   *   that the viewer may see, such as that of a guest who has signed in since. A caller that
   *   decides by the result whether to order has to name the branch
   */
  async byIdempotencyKey(
    viewer: Viewer,
    idempotencyKey: string,
    branchId: string | null = null,
  ): Promise<Order | null> {
    if (!isStorable(idempotencyKey) || (branchId !== null && !isUuid(branchId))) return null;
    const own = [keyOwnerOf(viewer), ANYBODY];
    const keyOwner = In(branchId === null ? [...own, NOBODY] : own);
    const where = { idempotencyKey, keyOwner, ...(branchId !== null && { branchId }) };
    const orders = await this.db.manager.find(Order, { where, order: { createdAt: "DESC" } });
    const seen = orders.filter((order) => maySeeOrder(viewer, order));
    return seen.find((order) => own.includes(order.keyOwner)) ?? seen[0] ?? null;
  }

  /**
   * The token grants the right to see the order; only a key that is limited to other branches
   * cannot use it.
   */
  async byTrackingToken(viewer: Viewer, token: string): Promise<Order | null> {
    const id = orderNamedBy(token);
    const order = id === undefined ? null : await this.orders.find(id);
    if (!order || !orderOfTrackingToken(this.secrets, token, order.trackingGeneration)) return null;
    return seesBranch(viewer, order.branchId) ? order : null;
  }
}

function visible(viewer: Viewer, order: Order | null): Order | null {
  return order && maySeeOrder(viewer, order) ? order : null;
}
