import { type EntityManager } from "typeorm";

import { AttemptOutcome } from "../../../domain/orders/attempt-outcome";
import { type OfOrder, only } from "./effect-of-order";

/** Ends the attempts that were left unfinished: their outcome is unknown. */
export async function abandonAttempts(
  tx: EntityManager,
  effects: readonly OfOrder[],
): Promise<void> {
  const abandoned = only(effects, "ABANDON_ATTEMPTS");
  if (abandoned.length === 0) return;
  await tx.query(
    `update injection_attempts attempt set finished_at = ended.at, outcome = $2
     from jsonb_to_recordset($1) as ended ("orderId" uuid, at timestamptz)
     where attempt.order_id = ended."orderId" and attempt.finished_at is null`,
    [
      JSON.stringify(abandoned.map(({ order, effect }) => ({ orderId: order.id, at: effect.at }))),
      AttemptOutcome.ABANDONED_BY_CRASH,
    ],
  );
}
