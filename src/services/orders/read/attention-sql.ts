import { isOpenAtTill } from "../../../domain/orders/open-orders";
import { AttentionReason } from "../../../domain/orders/order-attention";
import { SETTLED_STATES } from "../../../domain/orders/settled-states";
import { isStuckAt, UNDER_WAY } from "./find-stuck";

/** So long after the promised time an order is late; so long after that nobody waits for it. */
const LATE_AFTER = "interval '5 minutes'";
const LATE_NO_MORE_AFTER = "interval '12 hours'";
/** The staff were asked to look at an order that is longer than this without a known outcome. */
const UNKNOWN_FOR = "interval '3 minutes'";

const OPEN = `o.injection_state not in ${SETTLED_STATES}`;
/** As the index `orders_due` has them. */
const AT_THE_TILL =
  "o.injection_state = 'IN_POS' and o.status not in ('DELIVERED', 'CLOSED', 'CANCELLED')";
const DUE = "coalesce(o.promised_at, o.wanted_at)";

interface Arm {
  readonly since: string;
  readonly from?: string;
  readonly where: string;
}

/** One index each: none of these reads orders that nobody waits for. */
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
 * The orders that need a person, as (order_id, branch_id, reason, since, rank): once for each
 * reason, and rank 0 is the gravest.
 *
 * @param now an expression in SQL
 */
export function attentionsAt(now: string): string {
  const arms = Object.entries(armsAt(now)).map(
    ([reason, { since, from = "orders o", where }], rank) =>
      `select o.id as order_id, o.branch_id, '${reason}' as reason, ${since} as since, ${rank} as rank
       from ${from} where ${where}`,
  );
  return arms.join("\nunion all\n");
}

/** The same with the gravest reason of each order alone. */
export function gravestAt(now: string): string {
  return `select distinct on (order_id) * from (${attentionsAt(now)}) every order by order_id, rank`;
}
