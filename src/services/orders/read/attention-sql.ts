import { isOpenAtTill } from "../../../domain/orders/open-orders";
import { AttentionReason } from "../../../domain/orders/order-attention";
import { SETTLED_STATES } from "../../../domain/orders/settled-states";
import { isStuckAt, UNDER_WAY } from "./find-stuck";

/**
 * An order is late this long after the promised time; this long after it, nobody waits for it any
 * more.
 */
const LATE_AFTER = "interval '5 minutes'";
const LATE_NO_MORE_AFTER = "interval '12 hours'";
/** The staff are asked to check an order whose outcome has been unknown for longer than this. */
const UNKNOWN_FOR = "interval '3 minutes'";

const OPEN = `o.injection_state not in ${SETTLED_STATES}`;
/** Matches the index `orders_due`. */
const AT_THE_TILL =
  "o.injection_state = 'IN_POS' and o.status not in ('DELIVERED', 'CLOSED', 'CANCELLED')";
const DUE = "coalesce(o.promised_at, o.wanted_at)";

interface Arm {
  readonly since: string;
  readonly from?: string;
  readonly where: string;
}

/** One index for each: none of these reads orders that are no longer pending. */
function armsAt(now: string): Record<AttentionReason, Arm> {
  return {
    [AttentionReason.NOBODY_HAS_IT]: {
      since: "coalesce(o.handed_over_at, o.created_at)",
      where: `${OPEN} and o.injection_state = 'DEAD_LETTERED'`,
    },
    [AttentionReason.WITH_PEOPLE]: {
      since: "o.handed_over_at",
      where: `${OPEN} and o.handed_over_at is not null and o.injection_state <> 'DEAD_LETTERED'`,
    },
    [AttentionReason.OUTCOME_UNKNOWN]: {
      since: "coalesce(began.at, o.created_at)",
      from: UNDER_WAY,
      where: `${OPEN} and o.handed_over_at is null and (${isStuckAt(now)} or o.injection_state = 'OUTCOME_UNKNOWN'
        and greatest(coalesce(began.at, o.created_at), o.next_attempt_at) < ${now} - ${UNKNOWN_FOR})`,
    },
    [AttentionReason.CANCEL_BY_HAND]: {
      since: "wish.requested_at",
      from: "order_commands wish join orders o on o.id = wish.order_id",
      where: `wish.kind = 'CANCEL' and wish.outcome in ('REFUSED', 'UNREACHABLE') and not exists (
          select from order_commands later
          where later.order_id = o.id and later.kind = 'CANCEL' and later.requested_at > wish.requested_at
        ) and ${AT_THE_TILL} and ${isOpenAtTill("o", now)}`,
    },
    [AttentionReason.LATE_TO_TILL]: {
      since: "o.alerted_at",
      where: `${OPEN} and o.handed_over_at is null and o.alerted_at is not null`,
    },
    [AttentionReason.APPROVAL_WANTED]: {
      since: "o.status_changed_at",
      where: `o.injection_state = 'IN_POS' and o.status = 'UNCONFIRMED' and ${isOpenAtTill("o", now)}`,
    },
    [AttentionReason.LATE]: {
      since: DUE,
      where: `${AT_THE_TILL} and ${DUE} between ${now} - ${LATE_NO_MORE_AFTER} and ${now} - ${LATE_AFTER}
        and not (o.status = 'READY' and o.fulfilment <> 'DELIVERY')`,
    },
  };
}

/**
 * Selects the orders that need a person, as (order_id, branch_id, reason, since, rank): one row for
 * each reason; rank 0 is the most serious.
 *
 * @param now an SQL expression
 */
export function attentionsAt(now: string): string {
  const arms = Object.entries(armsAt(now)).map(
    ([reason, { since, from = "orders o", where }], rank) =>
      `select o.id as order_id, o.branch_id, '${reason}' as reason, ${since} as since, ${rank} as rank
       from ${from} where ${where}`,
  );
  return arms.join("\nunion all\n");
}

/** The same with only the most serious reason of each order. */
export function gravestAt(now: string): string {
  return `select distinct on (order_id) * from (${attentionsAt(now)}) every order by order_id, rank`;
}
