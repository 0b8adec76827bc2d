import { type EntityManager } from "typeorm";

import { newId } from "../../../domain/ids";
import { type Order } from "../../../entities/order";
import { OrderCommand } from "../../../entities/order-command";

type NewCommand = Pick<OrderCommand, "kind" | "actor" | "reason" | "requestedAt"> &
  Partial<Pick<OrderCommand, "outcome" | "finishedAt">> & {
    /** null: every call is a command of its own. */
    readonly idempotencyKey: string | null;
  };

/** Notes what a person asks of a locked order; undefined when the same was asked before under this key. */
export async function beginCommand(tx: EntityManager, order: Order, command: NewCommand): Promise<string | undefined> {
  const id = newId();
  const idempotencyKey = command.idempotencyKey ?? id;
  const known = { orderId: order.id, kind: command.kind, idempotencyKey };
  if (await tx.existsBy(OrderCommand, known)) return undefined;
  await tx.insert(OrderCommand, { ...command, ...known, id });
  return id;
}
