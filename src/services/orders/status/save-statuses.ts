import { type EntityManager } from "typeorm";

import { type Order } from "../../../entities/order";
import { saveOrders } from "../lock-order";

/** Writes what their POS says of locked orders: status, courier, times. One statement for any number of them. */
export function saveStatuses(tx: EntityManager, orders: readonly Order[]): Promise<void> {
  return saveOrders(tx, orders, [
    "status",
    "rawPosStatus",
    "statusChangedAt",
    "posTimestamp",
    "posNumber",
    "courier",
    "estimatedAt",
    "promisedAt",
    "trackingUrl",
    "cancelReason",
  ]);
}
