import { type DataSource, type EntityManager } from "typeorm";

import { isUnderWay } from "../../../domain/orders/injection-state";
import { type Order } from "../../../entities/orders/order";
import { type Clock } from "../../../ports/clock";

/**
 * The longest that one attempt can last. Probe, if it is a repeat: a token 45 s, a permit 10 s, the
 * call 20 s; holding points 7 s; creating: a permit 4 s, a call 20 s, after a 401 a token and the
 * call once more; a check of what existed 30 s.
 */
const ATTEMPT_LASTS_SECONDS = 180;
/** After the POS's time is up: the pause before the last probe, a minute, and the probe itself. */
const LOOK_LASTS_SECONDS = 150;

/** Orders with what is needed to tell whether they have been in progress for too long. */
export const UNDER_WAY = `orders o join branch_settings its on its.branch_id = o.branch_id
  left join lateral (select max(started_at) as at from injection_attempts where order_id = o.id) began on true`;

/** Whether one of these is stuck at the moment given by the expression `now`. */
export function isStuckAt(now: string): string {
  return `(
    o.injection_state = 'SENDING'
      and greatest(coalesce(began.at, o.created_at), o.next_attempt_at) < ${now} - interval '${ATTEMPT_LASTS_SECONDS} s'
    or o.injection_state = 'AWAITING_POS' and coalesce(o.pending_since, o.created_at)
      < ${now} - make_interval(secs => its.accept_timeout_seconds + ${LOOK_LASTS_SECONDS})
  )`;
}

const STUCK = `select o.id from ${UNDER_WAY} where o.id = any ($1) and ${isStuckAt("$2::timestamptz")}`;

/**
 * Finds orders that have been in progress for longer than is possible: nothing is working on them,
 * whatever their state says.
 */
export class FindStuck {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async execute(orderIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ id: string }[]>(STUCK, [orderIds, this.clock.now()]);
    return new Set(rows.map(({ id }) => id));
  }
}

/** The same check for one locked order. Part of `tx`. */
export async function isStuck(
  tx: EntityManager,
  { id, injectionState }: Order,
  now: Date,
): Promise<boolean> {
  if (!isUnderWay(injectionState)) return false;
  return (await tx.query<unknown[]>(STUCK, [[id], now])).length > 0;
}
