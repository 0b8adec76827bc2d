import { type EntityManager } from "typeorm";

import { storedPhonesOf } from "../../domain/guests/former-phone";
import { type Kopecks } from "../../domain/money/money";

/**
 * Returns what our own orders will still take from a guest's wallet, beyond what its balance shows
 * as taken.
 *
 * @param asOf the moment the balance was read: the balance may not yet reflect what ended or showed
 *   later
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
