import { type EntityManager } from "typeorm";

import { newId } from "../../../domain/ids";
import { isLonger } from "../../../domain/text-length";
import { type UserFault } from "../../../domain/user-fault";
import { type Order } from "../../../entities/order";
import { OrderCommand } from "../../../entities/order-command";
import { Refused } from "../../../errors";
import { isPrintable } from "../text-faults";
import { textOutOfRange } from "./operator-faults";

export const LONGEST_KEY = 200;

type NewCommand = Pick<OrderCommand, "kind" | "actor" | "reason" | "requestedAt"> &
  Partial<Pick<OrderCommand, "outcome" | "finishedAt">> & {
    /** null: every call is a command of its own. */
    readonly idempotencyKey: string | null;
  };

/**
 * Notes what a person asks of a locked order; undefined when the same was asked before under this key.
 *
 * @throws {Refused} INVALID: nobody could keep such a key
 */
export async function beginCommand(tx: EntityManager, order: Order, command: NewCommand): Promise<string | undefined> {
  const id = newId();
  const idempotencyKey = command.idempotencyKey ?? id;
  if (isLonger(idempotencyKey, LONGEST_KEY) || !isPrintable(idempotencyKey))
    throw new Refused<UserFault>([textOutOfRange("idempotencyKey", LONGEST_KEY)]);
  const known = { orderId: order.id, kind: command.kind, idempotencyKey };
  if (await tx.existsBy(OrderCommand, known)) return undefined;
  await tx.insert(OrderCommand, { ...command, ...known, id });
  return id;
}
