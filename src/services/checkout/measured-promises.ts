import { type EntityManager } from "typeorm";

import { Batcher } from "../../domain/concurrency/batcher";
import { type Received } from "../../domain/hours/branch-hours";
import { NO_RECORD, type PromiseRecord } from "../../domain/hours/promised-interval";
import { type Clock } from "../../ports/clock";
import { prepared } from "../../ports/prepared";

/** A branch's record as measured at a moment, in Unix milliseconds. */
export interface Measured {
  readonly at: number;
  readonly record: PromiseRecord;
}

/** Where records are kept; those for which there is no room are measured again. */
export interface PromiseMemory {
  get(key: string): Measured | undefined;
  set(key: string, measured: Measured): void;
}

interface Asked {
  readonly branchId: string;
  readonly received: Received;
}

interface MeasuredRow extends Omit<PromiseRecord, "spread">, Asked {
  readonly spread: readonly [number, number];
}

/** Evenings differ from noon, but no evening is over within an hour. */
const MEASURED_FOR_MS = 3_600_000;

/**
 * The newest 200 orders of each branch and kind of fulfilment within a fortnight: a delivery has
 * arrived when the guest has it, and a pick-up order when it is ready. Tills that close all orders
 * at night do not reveal when they arrived.
 */
const MEASURE = prepared(`
  with asked as (select * from unnest($1::uuid[], $2::text[]) as asked (branch_id, fulfilment)),
  came as (
    select asked.branch_id, asked.fulfilment, told.promised_from, told.promised_to, told.first_promised_at, way.at
      from asked
      cross join lateral (
        select o.id, o.created_at, o.promised_from, o.promised_to, o.first_promised_at
          from orders o
         where o.branch_id = asked.branch_id and o.fulfilment = asked.fulfilment and o.promised_to is not null
           and o.created_at > $3::timestamptz - interval '14 days'
           and o.status in ('READY', 'WAITING_FOR_COURIER', 'ON_THE_WAY', 'DELIVERED', 'CLOSED')
         order by o.created_at desc limit 200
      ) told
      cross join lateral (
        select min(event.at) as at
          from order_events event
         where event.order_id = told.id and event.detail ->> 'kind' = 'STATUS'
           and event.detail ->> 'to' = any (case when asked.fulfilment = 'DELIVERY' then array['DELIVERED', 'CLOSED']
             else array['READY', 'WAITING_FOR_COURIER', 'ON_THE_WAY', 'DELIVERED', 'CLOSED'] end)
      ) way
     where way.at < told.created_at + interval '4 hours'
  )
  select branch_id as "branchId", fulfilment as received, count(*)::int as orders,
         count(*) filter (where at between promised_from and promised_to)::int as kept,
         count(*) filter (where at < promised_from)::int as early,
         count(*) filter (where at > promised_to)::int as late,
         percentile_cont(0.5) within group (order by extract(epoch from at - promised_to) / 60)
           filter (where at > promised_to)::float8 as "minutesLate",
         percentile_cont(array[0.1, 0.9]) within group (order by extract(epoch from at - first_promised_at) / 60)::float8[]
           as spread
    from came group by branch_id, fulfilment`);

/**
 * Measures how accurate the times given to guests were, based on what tills have reported since.
 * Measured once an hour for each branch and kind of fulfilment.
 */
export class MeasuredPromises {
  private readonly together = new Batcher((asked: readonly Asked[]) => this.measure(asked));

  constructor(
    private readonly manager: EntityManager,
    private readonly memory: PromiseMemory,
    private readonly clock: Clock,
  ) {}

  async of(branchId: string, received: Received): Promise<PromiseRecord> {
    const key = keyOf({ branchId, received });
    const now = this.clock.now().getTime();
    const kept = this.memory.get(key);
    if (kept && now - kept.at < MEASURED_FOR_MS) return kept.record;
    const record = await this.together.ask({ branchId, received });
    this.memory.set(key, { at: now, record });
    return record;
  }

  /** Simultaneous requests share one statement. */
  private async measure(asked: readonly Asked[]): Promise<PromiseRecord[]> {
    const keys = new Map(asked.map((one) => [keyOf(one), one]));
    const [branchIds, ways] = [
      Array.from(keys.values(), ({ branchId }) => branchId),
      Array.from(keys.values(), ({ received }) => received),
    ];
    const rows = await this.manager.query<MeasuredRow[]>(MEASURE, [
      branchIds,
      ways,
      this.clock.now(),
    ]);
    const records = new Map(rows.map((row) => [keyOf(row), recordOf(row)]));
    return asked.map((one) => records.get(keyOf(one)) ?? NO_RECORD);
  }
}

function keyOf({ branchId, received }: Asked): string {
  return `${branchId} ${received}`;
}

function recordOf({ orders, kept, early, late, minutesLate, spread }: MeasuredRow): PromiseRecord {
  const [from, to] = spread;
  return { orders, kept, early, late, minutesLate, spread: { from, to } };
}
