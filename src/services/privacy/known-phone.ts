import { type EntityManager } from "typeorm";

import { formerPhone } from "../../domain/guests/former-phone";
import { phoneOfAnyBranch } from "../../domain/guests/phone";
import { keyOf } from "../../domain/texts/typed-text";
import { OF_COMPANY } from "./of-company";

const STORED = `select from orders where customer_phone = $1 and ${OF_COMPANY("$2")} limit 1`;

/**
 * Returns the phone of a guest, given in any usual spelling. Something that is not a phone number
 * still counts as one if an order of the company has it from earlier versions: that guest, too, may
 * ask what is stored, and be erased. undefined if it is not a phone.
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
