import { type DataSource, type EntityManager } from "typeorm";

import { isUuid } from "../../../domain/ids";
import { type UserFault } from "../../../domain/user-fault";
import { Order } from "../../../entities/order";
import { Refused } from "../../../errors";
import { withFreeOrder } from "../with-free-order";
import { orderBusy, orderNotFound } from "./operator-faults";

/**
 * What a person does to an order, in a transaction that has it locked. Whoever has it locked is waited for, for some 2 s.
 *
 * @param mayAct an order that the person may not work on is none
 * @throws {Refused} NOT_FOUND; CONFLICT, to be tried again: somebody else has the order locked
 */
export async function actOnOrder<T>(
  db: DataSource,
  id: string,
  mayAct: (order: Order) => boolean,
  act: (tx: EntityManager, order: Order) => Promise<T>,
): Promise<T> {
  // Before its row is locked: a stranger does not learn that there is such an order, nor wait for it.
  const known = isUuid(id) ? await db.manager.findOneBy(Order, { id }) : null;
  if (!known || !mayAct(known)) throw new Refused<UserFault>([orderNotFound()]);
  const outcome = await withFreeOrder(db, id, act);
  if (outcome === "busy") throw new Refused<UserFault>([orderBusy()]);
  return outcome.done;
}
