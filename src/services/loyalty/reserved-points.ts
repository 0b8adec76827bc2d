import { type EntityManager } from "typeorm";

import { type Kopecks } from "../../domain/money";

/**
 * What our own orders will still take of a guest's wallet.
 *
 * @param since the moment a balance was read: what ended later may still stand in that balance
 */
export async function reservedPoints(
  manager: EntityManager,
  walletId: string,
  phone: string,
  since: Date | null = null,
): Promise<Kopecks> {
  const [row] = await manager.query<{ sum: string }[]>(
    `select coalesce(sum(amount), 0)::text as sum from bonus_reservations
     where wallet_id = $1 and phone = $2 and (state = 'HELD' or ended_at >= $3)`,
    [walletId, phone, since],
  );
  return Number(row?.sum ?? 0);
}
