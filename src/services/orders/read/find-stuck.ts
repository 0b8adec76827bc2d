import { type DataSource, type EntityManager } from "typeorm";

import { isUnderWay } from "../../../domain/orders/injection-state";
import { type Order } from "../../../entities/orders/order";
import { type Clock } from "../../../ports/clock";

/**
 * The longest that one attempt can last. A look, if it is a repeat: a token 45 s, a permit 10 s,
 * the call 20 s; holding points 7 s; creating: a permit 4 s, a call 20 s, after a 401 a token and
 * the call once more; a look at what existed 30 s.
 */
const ATTEMPT_LASTS_SECONDS = 180;
/** After the till's time is up: the pause before the last look, a minute, and the look itself. */
const LOOK_LASTS_SECONDS = 150;

/** Orders with what it takes to tell whether they have been under way for too long. */
export const UNDER_WAY = `orders o join branch_settings its on its.branch_id = o.branch_id
  left join lateral (select max(started_at) as at from injection_attempts where order_id = o.id) began on true`;

/** Of one of these, at the moment that the expression `now` has. */
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
 * Which orders have been under way for longer than that can last: nobody is at them, whatever their
 * state says.
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

/** The same of one locked order. Part of `tx`. */
export async function isStuck(
  tx: EntityManager,
  { id, injectionState }: Order,
  now: Date,
): Promise<boolean> {
  if (!isUnderWay(injectionState)) return false;
  return (await tx.query<unknown[]>(STUCK, [[id], now])).length > 0;
}
