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
  /** null: every call is a command of its own. */
  readonly idempotencyKey: string | null;
};

/**
 * What a person asks of a locked order; undefined when the same was asked before under this key.
 *
 * @throws {Refused} INVALID: nobody could keep such a key
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
