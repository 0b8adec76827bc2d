import { type DataSource } from "typeorm";

import { type UserError } from "../../../domain/errors/user-error";
import { isUuid } from "../../../domain/ids";
import { type Decision, type Refusal } from "../../../domain/orders/decision";
import { orderBusy, orderNotFound } from "../../../domain/orders/operator-errors";
import { Order } from "../../../entities/orders/order";
import { Refused } from "../../../errors";
import { type OrderSession, type OrderSessions } from "../session/order-session";

interface Parts {
  readonly db: DataSource;
  readonly sessions: OrderSessions;
}

/**
 * Performs a person's action on an order, in a separate session. Waits about 2 s if somebody else
 * has the order locked.
 *
 * @param mayAct decides whether the person may work on the order; if not, it counts as not found
 * @throws {Refused} NOT_FOUND; CONFLICT, to be retried: somebody else has the order locked
 */
export async function actOnOrder(
  { db, sessions }: Parts,
  id: string,
  mayAct: (order: Order) => boolean,
  act: (session: OrderSession, order: Order) => Promise<void>,
): Promise<Order> {
  // Checked before the row is locked, so that a stranger neither learns that the order exists nor
  // waits for it.
  const known = isUuid(id) ? await db.manager.findOneBy(Order, { id }) : null;
  if (!known || !mayAct(known)) throw new Refused<UserError>([orderNotFound()]);
  const outcome = await sessions.changeFree(id, async (session, order) => {
    await act(session, order);
    return order;
  });
  if (outcome === "busy") throw new Refused<UserError>([orderBusy()]);
  return outcome.done;
}

/** @throws {Refused} it was decided that this cannot be done */
export function agreed(decided: Decision | Refusal): Decision {
  if ("refusal" in decided) throw new Refused<UserError>([decided.refusal]);
  return decided;
}
