import { type EntityManager } from "typeorm";

import { newId } from "../../../domain/ids";
import { type EffectOf } from "../../../domain/orders/effects";
import { BranchSettings } from "../../../entities/branches/branch-settings";
import { type AnyJob } from "../../../ports/job-queue";
import { tellingOf } from "../rows/order-jobs";
import { readRows } from "../rows/order-rows";
import { type OfOrder, only } from "./effect-of-order";

interface Added {
  readonly id: string;
  readonly branchId: string;
}

/** If the round is omitted, it is the order's next hand-over. */
const ADD_MESSAGES = `
  with added as (
    insert into fallback_deliveries (id, order_id, purpose, round, kind, target, language)
    select id, "orderId", purpose, coalesce(message.round, 1 + (
      select coalesce(max(earlier.round), 0) from fallback_deliveries earlier
      where earlier.order_id = "orderId" and earlier.purpose = 'HAND_OVER'
    )), kind, target, language
    from jsonb_to_recordset($1) as message (
      id uuid, "orderId" uuid, purpose text, round integer, kind text, target text, language text
    )
    on conflict do nothing
    returning id, order_id
  )
  select added.id, branch_id as "branchId" from added join orders on orders.id = order_id`;

const ADD_CORRECTIONS = `
  with added as (
    insert into fallback_deliveries (id, order_id, purpose, round, kind, target, language)
    select distinct on (order_id, kind, target)
      gen_random_uuid(), order_id, 'CORRECTION', round, kind, target, language
    from fallback_deliveries told
    where order_id = any ($1) and purpose = 'HAND_OVER'
      and (sent_at is not null or sending_since is not null or parts_taken > 0)
      and not exists (
        select from fallback_deliveries twice where twice.order_id = told.order_id and twice.purpose = 'TWICE_IN_TILL'
          and twice.kind = told.kind and twice.target = told.target
      )
    order by order_id, kind, target, round desc
    on conflict do nothing
    returning id, order_id
  )
  select added.id, branch_id as "branchId" from added join orders on orders.id = order_id`;

/**
 * Creates messages on every enabled channel of the orders' branches, and corrections for recipients
 * that may have received a hand-over, except those notified of a duplicate. Safe to repeat: there
 * is one message per order, channel, purpose and round.
 */
export async function enqueueStaffMessages(
  tx: EntityManager,
  effects: readonly OfOrder[],
): Promise<AnyJob[]> {
  const messages = await messageRows(tx, only(effects, "STAFF_MESSAGE"));
  const corrected = only(effects, "CORRECTION").map(({ order }) => order.id);
  const added: Added[] = [];
  if (messages.length > 0)
    added.push(...(await tx.query<Added[]>(ADD_MESSAGES, [JSON.stringify(messages)])));
  if (corrected.length > 0) added.push(...(await tx.query<Added[]>(ADD_CORRECTIONS, [corrected])));
  return added.map(({ id, branchId }) => ({ task: "tell-people", ...tellingOf(id, branchId) }));
}

async function messageRows(
  tx: EntityManager,
  effects: readonly OfOrder<EffectOf<"STAFF_MESSAGE">>[],
) {
  if (effects.length === 0) return [];
  const branchIds = [...new Set(effects.map(({ order }) => order.branchId))];
  const settings = await readRows(tx, BranchSettings, "where branch_id = any ($1)", [branchIds]);
  return effects.flatMap(({ order: { id: orderId, branchId }, effect: { purpose, round } }) => {
    const channels =
      settings
        .find((its) => its.branchId === branchId)
        ?.fallback.filter(({ enabled }) => enabled) ?? [];
    return channels.map(({ kind, target, language }) => ({
      id: newId(),
      orderId,
      purpose,
      round: round === "next" ? null : round,
      kind,
      target,
      language: language ?? "ru",
    }));
  });
}
