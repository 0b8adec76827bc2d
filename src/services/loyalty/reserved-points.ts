import { type EntityManager } from "typeorm";

import { storedPhonesOf } from "../../domain/guests/former-phone";
import { type Kopecks } from "../../domain/money/money";

/**
 * What our own orders will still take of a guest's wallet, beyond what its balance shows as taken.
 *
 * @param asOf the moment the balance was read: what ended or showed later may be told otherwise in
 * it
 */
export async function reservedPoints(
  manager: EntityManager,
  walletId: string,
  phone: string,
  asOf: Date,
): Promise<Kopecks> {
  const [row] = await manager.query<{ sum: string }[]>(
    `select coalesce(sum(amount), 0)::text as sum from bonus_reservations
     where wallet_id_in_pos = $1 and phone = any ($2)
       and (state = 'HELD' or ended_at >= $3) and (shown_at is null or shown_at >= $3)`,
    [walletId, storedPhonesOf(phone), asOf],
  );
  return Number(row?.sum ?? 0);
}
