import { type DataSource } from "typeorm";

import { isUuid } from "../../../domain/ids";
import { isStorable } from "../../../domain/storable-text";
import { seesBranch, type Viewer } from "../../../domain/viewer";
import { Order } from "../../../entities/order";
import { type Secrets } from "../../../ports/secrets";
import { maySeeOrder } from "./may-see-order";
import { orderNamedBy, orderOfTrackingToken } from "./tracking-token";

/** Finds one order for whoever may see it. An order that may not be seen is as absent as one that never was. */
export class FindOrder {
  constructor(
    private readonly db: DataSource,
    private readonly secrets: Secrets,
  ) {}

  async byId(viewer: Viewer, id: string): Promise<Order | null> {
    if (!isUuid(id)) return null;
    return visible(viewer, await this.db.manager.findOneBy(Order, { id }));
  }

  async byIdempotencyKey(viewer: Viewer, idempotencyKey: string): Promise<Order | null> {
    if (!isStorable(idempotencyKey)) return null;
    return visible(viewer, await this.db.manager.findOneBy(Order, { idempotencyKey }));
  }

  /** The token is the right to see the order; only a key that is limited to other branches cannot use it. */
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
