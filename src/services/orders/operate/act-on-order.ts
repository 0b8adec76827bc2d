import { type EntityManager } from "typeorm";

import { isUuid } from "../../../domain/ids";
import { type UserFault } from "../../../domain/user-fault";
import { operatesBranch, type Viewer } from "../../../domain/viewer";
import { type Order } from "../../../entities/order";
import { Refused } from "../../../errors";
import { lockOrder } from "../lock-order";
import { orderNotFound } from "./operator-faults";

/**
 * An order of one of the viewer's branches, locked until `tx` ends.
 *
 * @throws {Refused} NOT_FOUND: there is none, or none that the viewer may work on
 */
export async function lockOperatedOrder(tx: EntityManager, viewer: Viewer, id: string): Promise<Order> {
  const order = isUuid(id) ? await lockOrder(tx, id) : null;
  if (!order || !operatesBranch(viewer, order.branchId)) throw new Refused<UserFault>([orderNotFound()]);
  return order;
}
