import { type DataSource } from "typeorm";

import { type Clock } from "../../ports/clock";
import { type EventFeed } from "../../ports/event-feed";
import {
  type PermitBucket,
  type PermitGrant,
  type PermitReport,
  type PermitRequest,
  type PermitStore,
} from "../../ports/permit-store";
import { prepared } from "../../ports/prepared";

const CREATE = `
  insert into pos_budgets (key_id, restriction_group, per_second, burst, permits, refilled_at)
  values ($2, $3, $4, $5, $5, coalesce($1::timestamptz, clock_timestamp()))
  on conflict do nothing
`;

/**
 * A single statement, under the row's lock: refill, decide, take. `waiters` holds, for each
 * process, how many calls are waiting, their rank, and how long that information is valid.
 */
const RESERVE = prepared(`
  with asked as (
    select coalesce($1::timestamptz, clock_timestamp()) as at, $4::float8 as rate, $5::float8 as size,
      $6::int as hold_ms, $7::text as me, $8::int as needed, $9::int as ahead, $10::int as rank,
      $11::int as spare
  ),
  found as (
    select b.key_id, b.restriction_group, asked.*,
      least(size, b.permits + greatest(0, extract(epoch from at - b.refilled_at)::float8) * rate) as filled,
      coalesce(greatest(0, extract(epoch from b.paused_until - at)::float8), 0) as pause,
      hold_ms is not null and coalesce(b.held_until > at, false) as held,
      exists (
        select 1 from jsonb_each(b.waiters) other
        where other.key <> me and (other.value ->> 'rank')::int < rank and (other.value ->> 'until')::timestamptz > at
      ) as outranked
    from pos_budgets b, asked where b.key_id = $2 and b.restriction_group = $3 for no key update of b
  ),
  decided as (
    select *, case
      when pause > 0 or held or outranked then 0
      when filled >= needed + ahead + size / 2 then needed + ahead
      else greatest(0, least(needed, floor(filled - spare + 1e-9)::int))
    end as granted
    from found
  ),
  timed as (
    select *, greatest(0, filled - granted) as left_over, case
      when granted >= needed then 0
      when pause > 0 then pause
      when held or outranked then 0.25
      else (1 + spare - (filled - granted)) / rate
    end as retry
    from decided
  )
  update pos_budgets b set per_second = rate, burst = size,
    permits = left_over, refilled_at = greatest(b.refilled_at, at),
    holder = case when hold_ms is not null and granted > 0 then me else b.holder end,
    held_until = case when hold_ms is not null and granted > 0 then at + hold_ms * interval '1 ms' else b.held_until end,
    waiters = (b.waiters - me) || case when granted >= needed then '{}'::jsonb else jsonb_build_object(
      me, jsonb_build_object('count', needed - granted, 'rank', rank, 'until', at + (retry + 1) * interval '1 s')
    ) end
  from timed t where b.key_id = t.key_id and b.restriction_group = t.restriction_group
  returning granted, left_over as available, retry * 1000 as "retryInMs", pause * 1000 as "pausedMs"
`);

const RELEASE = `
  update pos_budgets set holder = null, held_until = null
  where key_id = $1 and restriction_group = $2 and holder = $3
`;

/**
 * Calls that were under way simultaneously are refused together, so a pause that already lasts does
 * not grow.
 */
const PAUSE = `
  with now as (select coalesce($1::timestamptz, clock_timestamp()) as at),
  counted as (
    select b.key_id, b.restriction_group, at, coalesce(b.paused_until > at, false) as lasts,
      case
        when b.paused_until > at then greatest(1, b.pauses)
        when b.paused_until > at - interval '5 minutes' then b.pauses + 1
        else 1
      end as pauses
    from pos_budgets b, now where b.key_id = $2 and b.restriction_group = $3 for no key update of b
  )
  update pos_budgets b set pauses = c.pauses,
    paused_until = greatest(b.paused_until, case
      when $4::float8 is null and c.lasts then b.paused_until
      else c.at + coalesce($4::float8, least(120000, 5000 * 2 ^ least(c.pauses - 1, 10))) * interval '1 ms'
    end)
  from counted c where b.key_id = c.key_id and b.restriction_group = c.restriction_group
  returning extract(epoch from b.paused_until - c.at)::float8 * 1000 as "pausedMs"
`;

const REPORT = `
  with now as (select coalesce($1::timestamptz, clock_timestamp()) as at)
  select key_id as "keyId", restriction_group as "group", per_second as "perSecond",
    least(burst, permits + greatest(0, extract(epoch from at - refilled_at)) * per_second)::float8 as available,
    case when paused_until > at then paused_until end as "pausedUntil",
    (
      select coalesce(sum((value ->> 'count')::int), 0)::int from jsonb_each(waiters)
      where (value ->> 'until')::timestamptz > at
    ) as waiting
  from pos_budgets, now where key_id = any ($2) order by key_id, restriction_group
`;

/** The budgets of one database, in its table pos_budgets. */
export class PostgresPermitStore implements PermitStore {
  /**
   * @param clock for tests; defaults to the database's clock, the only one that all processes share
   */
  constructor(
    private readonly db: DataSource,
    private readonly feed: EventFeed,
    private readonly clock?: Clock,
  ) {}

  async reserve(bucket: PermitBucket, request: PermitRequest): Promise<PermitGrant> {
    const { keyId, group, perSecond, burst, exclusiveForMs } = bucket;
    const { process, needed, ahead, spare, rank } = request;
    const parameters = [
      this.now(),
      keyId,
      group,
      perSecond,
      burst,
      exclusiveForMs,
      process,
      needed,
      ahead,
      rank,
      spare,
    ];
    const grant = await this.changed<PermitGrant>(RESERVE, parameters);
    if (grant) return grant;
    await this.create(bucket);
    return this.reserve(bucket, request);
  }

  async release({ keyId, group }: PermitBucket, process: string): Promise<void> {
    await this.db.query(RELEASE, [keyId, group, process]);
  }

  async pause(bucket: PermitBucket, askedMs: number | null): Promise<number> {
    await this.create(bucket);
    const { keyId, group } = bucket;
    return this.db.transaction(async (tx) => {
      const parameters = [this.now(), keyId, group, askedMs];
      const [rows] = await tx.query<[{ pausedMs: number }[], number]>(PAUSE, parameters);
      await this.feed.announce(tx, `pos-key:${keyId}`);
      return rows[0]?.pausedMs ?? 0;
    });
  }

  report(keyIds: readonly string[]): Promise<PermitReport[]> {
    return this.db.query<PermitReport[]>(REPORT, [this.now(), keyIds]);
  }

  private async create({ keyId, group, perSecond, burst }: PermitBucket): Promise<void> {
    await this.db.query(CREATE, [this.now(), keyId, group, perSecond, burst]);
  }

  private async changed<Row>(sql: string, parameters: unknown[]): Promise<Row | undefined> {
    const [rows] = await this.db.query<[Row[], number]>(sql, parameters);
    return rows[0];
  }

  private now(): Date | null {
    return this.clock?.now() ?? null;
  }
}
