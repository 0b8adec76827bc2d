import { type EntityManager } from "typeorm";

import { Refused } from "../../errors";
import { type SolvedChallenge } from "../../ports/order-challenges";
import { challengeSpent } from "./guest-faults";

const SPEND = `
  insert into spent_challenges (id, order_id, expires_at) values ($1, $2, $3)
  on conflict do nothing returning id`;

/**
 * Uses a challenge for an order, as part of the transaction that saves it.
 *
 * @throws {Refused} CHALLENGE_INVALID: another order has used it
 */
export async function spendChallenge(
  tx: EntityManager,
  orderId: string,
  { id, expiresAt }: SolvedChallenge,
): Promise<void> {
  const spent = await tx.query<unknown[]>(SPEND, [id, orderId, expiresAt]);
  if (spent.length === 0) throw new Refused([challengeSpent()]);
}
