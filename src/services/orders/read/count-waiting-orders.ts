import { type DataSource } from "typeorm";

import { type InjectionState } from "../../../domain/orders/injection-state";
import { SETTLED_STATES } from "../../../domain/orders/settled-states";
import { type Clock } from "../../../ports/clock";

export interface WaitingOrders {
  readonly branchId: string;
  readonly injectionState: InjectionState;
  readonly count: number;
  /** How many of them were handed over to the staff without any message having reached anyone. */
  readonly untold: number;
  readonly oldestSeconds: number;
}

/** Counts how many orders of each branch are waiting, and where, across all processes. */
export class CountWaitingOrders {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * One statement, using the index of orders that are not in the POS and that nobody has taken
   * responsibility for; changes nothing.
   */
  async execute(): Promise<WaitingOrders[]> {
    return this.db.query<WaitingOrders[]>(
      `select branch_id as "branchId", injection_state as "injectionState", count(*)::int as count,
         count(*) filter (where handed_over_at is not null and injection_state <> 'FALLBACK_SENT')::int as untold,
         greatest(extract(epoch from $1::timestamptz - min(created_at)), 0)::float8 as "oldestSeconds"
       from orders where injection_state not in ${SETTLED_STATES}
       group by 1, 2`,
      [this.clock.now()],
    );
  }
}
