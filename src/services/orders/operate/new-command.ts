import { type EntityManager } from "typeorm";

import { isPrintable } from "../../../domain/errors/text-errors";
import { type UserError } from "../../../domain/errors/user-error";
import { newId } from "../../../domain/ids";
import { type NewCommand } from "../../../domain/orders/effects";
import { textOutOfRange } from "../../../domain/orders/operator-errors";
import { isLonger } from "../../../domain/texts/text-length";
import { type Order } from "../../../entities/orders/order";
import { type CommandKind, OrderCommand } from "../../../entities/orders/order-command";
import { Refused } from "../../../errors";

export const LONGEST_KEY = 200;

type Asked = Pick<NewCommand, "actor" | "reason" | "requestedAt"> & {
  /** null makes every call a separate command. */
  readonly idempotencyKey: string | null;
};

/**
 * Returns a person's new request for a locked order; undefined if it was already made under this
 * key.
 *
 * @throws {Refused} INVALID: the key cannot be stored
 */
export async function newCommand(
  tx: EntityManager,
  { id: orderId }: Order,
  kind: CommandKind,
  asked: Asked,
): Promise<NewCommand | undefined> {
  const id = newId();
  const idempotencyKey = asked.idempotencyKey ?? id;
  if (isLonger(idempotencyKey, LONGEST_KEY) || !isPrintable(idempotencyKey))
    throw new Refused<UserError>([textOutOfRange("idempotencyKey", LONGEST_KEY)]);
  if (await tx.existsBy(OrderCommand, { orderId, kind, idempotencyKey })) return undefined;
  return { ...asked, id, idempotencyKey };
}
