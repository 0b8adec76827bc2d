import { type EntityManager } from "typeorm";

import { formerPhone } from "../../domain/guests/former-phone";
import { phoneOfAnyBranch } from "../../domain/guests/phone";
import { keyOf } from "../../domain/texts/typed-text";
import { OF_COMPANY } from "./of-company";

const STORED = `select from orders where customer_phone = $1 and ${OF_COMPANY("$2")} limit 1`;

/**
 * The phone of a guest, in any usual spelling. What is no number is one all the same where an order
 * of the company has it from earlier versions: its guest, too, may ask what is held, and be
 * forgotten. undefined: it is none.
 */
export async function knownPhone(
  manager: EntityManager,
  text: string,
  companyId: string,
): Promise<string | undefined> {
  const phone = phoneOfAnyBranch(text);
  if (phone !== undefined) return phone;
  const former = formerPhone(keyOf(text));
  const isStored =
    former !== undefined &&
    (await manager.query<unknown[]>(STORED, [former, companyId])).length > 0;
  return isStored ? former : undefined;
}
