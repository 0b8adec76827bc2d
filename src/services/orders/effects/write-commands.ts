import { type EntityManager } from "typeorm";

import { CommandKind, CommandOutcome, OrderCommand } from "../../../entities/orders/order-command";
import { type AnyJob } from "../../../ports/job-queue";
import { cancellationOf } from "../rows/order-jobs";
import { toRow } from "../rows/order-rows";
import { type OfOrder, only } from "./effect-of-order";

const ADD = `
  with added as (
    insert into order_commands (
      id, order_id, kind, idempotency_key, actor, reason, requested_at, outcome, finished_at
    )
    select id, order_id, kind, idempotency_key, actor, reason, requested_at, outcome, finished_at
    from jsonb_populate_recordset(null::order_commands, $1)
    on conflict do nothing
    returning id, order_id, outcome
  )
  select added.id, branch_id as "branchId" from added join orders on orders.id = order_id
  where added.outcome = 'PENDING'`;

/**
 * Records what people have requested for orders, and starts what the POSes have to do. Safe to
 * repeat under the same key.
 */
export async function writeCommands(
  tx: EntityManager,
  effects: readonly OfOrder[],
): Promise<AnyJob[]> {
  const commands = only(effects, "CANCEL_IN_POS", "RECORD_COMMAND");
  if (commands.length === 0) return [];
  const rows = commands.map(({ order, effect }) => {
    const outcome = effect.kind === "CANCEL_IN_POS" ? CommandOutcome.PENDING : CommandOutcome.DONE;
    const kind = effect.kind === "CANCEL_IN_POS" ? CommandKind.CANCEL : CommandKind[effect.of];
    const finishedAt = outcome === CommandOutcome.DONE ? effect.command.requestedAt : null;
    return toRow(tx, OrderCommand, {
      ...effect.command,
      orderId: order.id,
      kind,
      outcome,
      finishedAt,
    });
  });
  const begun = await tx.query<{ id: string; branchId: string }[]>(ADD, [JSON.stringify(rows)]);
  return begun.map(({ id, branchId }) => ({
    task: "cancel-order",
    ...cancellationOf(id, branchId),
  }));
}
