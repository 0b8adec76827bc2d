import { type EntityManager } from "typeorm";

import { formerPhone } from "../../domain/guests/former-phone";
import { phoneOfAnyBranch } from "../../domain/guests/phone";
import { keyOf } from "../../domain/texts/typed-text";
import { Order } from "../../entities/orders/order";

/**
 * The phone of a guest, in any usual spelling. What is no number is one all the same where an order
 * of earlier versions has it: its guest, too, may ask what is held, and be forgotten. undefined: it
 * is none.
 */
export async function knownPhone(
  manager: EntityManager,
  text: string,
): Promise<string | undefined> {
  const phone = phoneOfAnyBranch(text);
  if (phone !== undefined) return phone;
  const former = formerPhone(keyOf(text));
  const isStored =
    former !== undefined && (await manager.existsBy(Order, { customerPhone: former }));
  return isStored ? former : undefined;
}
