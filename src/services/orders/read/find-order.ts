import { type DataSource, In } from "typeorm";

import { ANYBODY, keyOwnerOf, NOBODY } from "../../../domain/access/key-owner";
import { seesBranch, type Viewer } from "../../../domain/access/viewer";
import { isUuid } from "../../../domain/ids";
import { isStorable } from "../../../domain/texts/storable-text";
import { Order } from "../../../entities/orders/order";
import { type Secrets } from "../../../ports/secrets";
import { maySeeOrder } from "./may-see-order";
import { orderNamedBy, orderOfTrackingToken } from "./tracking-token";

/**
 * Finds one order for whoever may see it. An order that may not be seen is as absent as one that
 * never was.
 */
export class FindOrder {
  constructor(
    private readonly db: DataSource,
    private readonly secrets: Secrets,
  ) {}

  async byId(viewer: Viewer, id: string): Promise<Order | null> {
    if (!isUuid(id)) return null;
    return visible(viewer, await this.db.manager.findOneBy(Order, { id }));
  }

  /**
   * The order that the viewer's side took with its own key, or that nobody knows any more who took;
   * never one that another owner took with an equal key.
   *
   * @param branchId null: the newest of any branch; and where there is none, one that nobody took
   * and that the viewer may
   *   see, as a guest who has signed in since. Whoever decides by the answer whether to order names
   *   the branch
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
   * The token is the right to see the order; only a key that is limited to other branches cannot
   * use it.
   */
  async byTrackingToken(viewer: Viewer, token: string): Promise<Order | null> {
    const id = orderNamedBy(token);
    const order = id === undefined ? null : await this.db.manager.findOneBy(Order, { id });
    if (!order || !orderOfTrackingToken(this.secrets, token, order.trackingGeneration)) return null;
    return seesBranch(viewer, order.branchId) ? order : null;
  }
}

function visible(viewer: Viewer, order: Order | null): Order | null {
  return order && maySeeOrder(viewer, order) ? order : null;
}
