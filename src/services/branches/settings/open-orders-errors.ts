import { type EntityManager } from "typeorm";

import { type UserError } from "../../../domain/errors/user-error";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { type BranchSettings, PosKind } from "../../../entities/branches/branch-settings";
import { type BranchSettingsChange } from "./branch-settings-change";

/**
 * Orders that are to be submitted, are being submitted, or are unfinished in the till; those handed
 * over are up to the staff.
 */
const COUNT = `
select count(*)::int as count from orders
where branch_id = $1 and status not in ('CLOSED', 'CANCELLED')
  and injection_state in ('QUEUED', 'SENDING', 'AWAITING_POS', 'IN_POS', 'RETRY_SCHEDULED', 'OUTCOME_UNKNOWN')
  and coalesce(wanted_at, created_at) > now() - interval '1 day'`;

/**
 * Objections to connecting a branch differently: its open orders. Returns one user error for each
 * field concerned; none if nothing was connected before or the caller has confirmed.
 */
export async function openOrdersErrors(
  tx: EntityManager,
  stored: BranchSettings,
  settings: BranchSettings,
  input: BranchSettingsChange,
  keyChanges: boolean,
): Promise<UserError[]> {
  if (input.acceptOpenOrders === true || stored.pos === PosKind.NONE) return [];
  const changed = [
    ...(["pos", "organizationId", "terminalGroupId"] as const).filter(
      (name) => stored[name] !== settings[name],
    ),
    ...(keyChanges ? [input.apiLogin === undefined ? "apiKey" : "apiLogin"] : []),
  ];
  if (changed.length === 0) return [];
  const [row] = await tx.query<{ count: number }[]>(COUNT, [stored.branchId]);
  const count = row?.count ?? 0;
  return count === 0 ? [] : changed.map((name) => ordersUnderWay(name, count));
}

function ordersUnderWay(name: string, count: number): UserError {
  return {
    code: UserErrorCode.ORDERS_UNDER_WAY,
    field: ["input", name],
    message: {
      ru:
        `У филиала есть незавершённые заказы: ${count}. Отправленные останутся там, куда отправлены, остальные уйдут по новым ` +
        "настройкам. Если так и нужно, сохраните ещё раз с acceptOpenOrders: true",
      en:
        `The branch has orders under way: ${count}. Those that were sent end where they are, the others go by the new ` +
        "settings. If that is meant, save again with acceptOpenOrders: true",
    },
  };
}
