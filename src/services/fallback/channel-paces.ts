import { type DataSource, type EntityManager } from "typeorm";

import { type StaffMessage } from "../../entities/orders/staff-message";
import { type Clock } from "../../ports/clock";
import { type ChannelPace } from "../../ports/fallback-channel";
import { prepared } from "../../ports/prepared";

type Target = Pick<StaffMessage, "kind" | "target">;

/** No real target asks for a longer pause, and yesterday's message helps nobody. */
const LONGEST_PAUSE_MS = 24 * 3_600_000;
/**
 * Pauses in seconds for when the target does not say how long to wait: the next pause within an
 * hour of the last one is longer.
 */
const OWN_PAUSES_SECONDS = [30, 60, 120, 300, 600] as const;

const CREATE = "insert into channel_paces (kind, target) values ($1, $2) on conflict do nothing";

/**
 * One statement, under the row's lock, finds when the next call is free, and takes it if that is
 * now.
 */
const TAKE = prepared(`
  with asked as (select coalesce($1::timestamptz, clock_timestamp()) as at),
  found as (
    select p.kind, p.target, p.calls, p.paused_until, asked.at
    from channel_paces p, asked where p.kind = $2 and p.target = $3 for no key update of p
  ),
  judged as (
    select *, greatest(at, paused_until, (
      select max(calls[cardinality(calls) + 1 - (pace ->> 'calls')::int] + (pace ->> 'withinMs')::int * interval '1 ms')
      from jsonb_array_elements($4::jsonb) pace
    )) as free_at
    from found
  )
  update channel_paces p
  set calls = case when free_at > at then p.calls else (p.calls || at)[greatest(1, cardinality(p.calls) - 58):] end
  from judged j where p.kind = j.kind and p.target = j.target
  returning extract(epoch from free_at - at)::float8 * 1000 as "waitMs"
`);

const COUNT_MORE = `
  update channel_paces set calls = calls || array_fill(calls[cardinality(calls)], array[$3::int])
  where kind = $1 and target = $2
`;

const PAUSE = `
  with asked as (select coalesce($1::timestamptz, clock_timestamp()) as at),
  counted as (
    select p.kind, p.target, asked.at, case
      when p.paused_until > at then greatest(1, p.pauses)
      when p.paused_until > at - interval '1 hour' then p.pauses + 1
      else 1
    end as pauses
    from channel_paces p, asked where p.kind = $2 and p.target = $3 for no key update of p
  )
  update channel_paces p set pauses = c.pauses, paused_until = greatest(p.paused_until, c.at + interval '1 ms' *
    coalesce($4::float8, ($5::int[])[least(c.pauses, cardinality($5::int[]))] * 1000))
  from counted c where p.kind = c.kind and p.target = c.target
  returning extract(epoch from p.paused_until - c.at)::float8 * 1000 as "waitMs"
`;

/** One pace per chat and mailbox, shared by all processes. */
export class ChannelPaces {
  /**
   * @param clock for tests; if omitted, the database's clock counts, because it is the only one
   *   that all processes share
   */
  constructor(
    private readonly db: DataSource,
    private readonly clock?: Clock,
  ) {}

  /**
   * Takes the next call to the target as part of `tx`, if it is free.
   *
   * @returns 0, or the number of milliseconds until it is free
   */
  async take(
    tx: EntityManager,
    { kind, target }: Target,
    paces: readonly ChannelPace[],
  ): Promise<number> {
    const asked = [this.now(), kind, target, JSON.stringify(paces)];
    const [[row]] = await tx.query<[{ waitMs: number }[], number]>(TAKE, asked);
    if (row) return row.waitMs;
    await tx.query(CREATE, [kind, target]);
    return this.take(tx, { kind, target }, paces);
  }

  /** Counts further calls when the one that was taken needs more of them. */
  async countMore(tx: EntityManager, { kind, target }: Target, calls: number): Promise<void> {
    if (calls > 0) await tx.query(COUNT_MORE, [kind, target, calls]);
  }

  /**
   * Records that the target asks for a pause; null if it does not say how long.
   *
   * @returns how long the pause lasts, in milliseconds
   */
  async pause({ kind, target }: Target, askedMs: number | null): Promise<number> {
    await this.db.query(CREATE, [kind, target]);
    const asked = askedMs === null ? null : Math.min(askedMs, LONGEST_PAUSE_MS);
    const parameters = [this.now(), kind, target, asked, OWN_PAUSES_SECONDS];
    const [[row]] = await this.db.query<[{ waitMs: number }[], number]>(PAUSE, parameters);
    return row?.waitMs ?? 0;
  }

  /**
   * Records that the target accepted a message, so that the next pause starts short again. Part of
   * `tx`.
   */
  async goesOn(tx: EntityManager, { kind, target }: Target): Promise<void> {
    await tx.query(
      "update channel_paces set pauses = 0 where kind = $1 and target = $2 and pauses > 0",
      [kind, target],
    );
  }

  private now(): Date | null {
    return this.clock?.now() ?? null;
  }
}
