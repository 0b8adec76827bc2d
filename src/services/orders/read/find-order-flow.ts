import { type DataSource } from "typeorm";

import { operatesBranch, type Viewer } from "../../../domain/access/viewer";
import { isUuid } from "../../../domain/ids";
import { InjectionState } from "../../../domain/orders/injection-state";
import { type Clock } from "../../../ports/clock";

/** The orders that were taken in one minute, and what has become of them since. */
export interface OrderFlowMinute {
  readonly minute: Date;
  readonly accepted: number;
  readonly inPos: number;
  /** The median time from acceptance to the POS; null if none of them has got there. */
  readonly secondsToPos: number | null;
}

const FLOW = `
  with placed as (
    select date_trunc('minute', placed.created_at) as minute,
           extract(epoch from arrived.at - placed.created_at) as seconds
      from orders placed
      left join lateral (
        select min(event.at) as at
          from order_events event
         where event.order_id = placed.id and event.detail ->> 'kind' = 'INJECTION' and event.detail ->> 'state' = $4
      ) arrived on true
     where placed.branch_id = $1 and placed.created_at >= date_trunc('minute', $2::timestamptz) - ($3 - 1) * interval '1 minute'
  )
  select minutes.minute,
         count(placed.minute)::int as accepted,
         count(placed.seconds)::int as "inPos",
         percentile_cont(0.5) within group (order by placed.seconds) as "secondsToPos"
    from generate_series(
           date_trunc('minute', $2::timestamptz) - ($3 - 1) * interval '1 minute',
           date_trunc('minute', $2::timestamptz),
           interval '1 minute'
         ) as minutes (minute)
    left join placed using (minute)
   group by minutes.minute
   order by minutes.minute`;

/** Shows how a branch's orders have been reaching the POS, minute by minute. */
export class FindOrderFlow {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the oldest minute first and the current one last; minutes without orders are included.
   * Returns nothing for a viewer who does not work at the branch.
   */
  async execute(viewer: Viewer, branchId: string, minutes: number): Promise<OrderFlowMinute[]> {
    if (!isUuid(branchId) || !operatesBranch(viewer, branchId)) return [];
    return this.db.query<OrderFlowMinute[]>(FLOW, [
      branchId,
      this.clock.now(),
      minutes,
      InjectionState.IN_POS,
    ]);
  }
}
