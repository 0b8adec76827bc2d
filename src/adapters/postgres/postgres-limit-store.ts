import { createHash } from "node:crypto";

import { type DataSource } from "typeorm";

import { answeredWithin } from "../../domain/concurrency/answered-within";
import { Batcher } from "../../domain/concurrency/batcher";
import { type LimitBucket, type LimitStore } from "../../ports/limit-store";
import { prepared } from "../../ports/prepared";

/** No caller waits longer than this to be counted. */
const PATIENCE_MS = 500;
/** How long a database that did not answer is left alone. */
const LEFT_ALONE_MS = 5_000;
const PURGE_EVERY_MS = 600_000;

/**
 * For an existing row: how much of the requested amount is available. A bucket is full when
 * `used_until` has expired.
 */
const GRANTED = `
  greatest(0, least(excluded.wanted, floor(
    excluded.burst - extract(epoch from greatest(u.used_until - now(), interval '0')) * 1000 / excluded.refill_ms + 1e-6
  )::integer))
`;

const TAKE = prepared(`
  insert into limit_uses as u (key, wanted, burst, refill_ms, granted, used_until)
  select key, wanted, burst, refill_ms, least(wanted, burst), now() + least(wanted, burst) * refill_ms * interval '1 ms'
  from unnest($1::text[], $2::integer[], $3::integer[], $4::float8[]) asked (key, wanted, burst, refill_ms)
  order by key
  on conflict (key) do update set wanted = excluded.wanted, burst = excluded.burst, refill_ms = excluded.refill_ms,
    granted = ${GRANTED},
    used_until = greatest(u.used_until, now()) + ${GRANTED} * excluded.refill_ms * interval '1 ms'
  returning key, granted, (extract(epoch from used_until - now()) * 1000)::float8 as "usedMs"
`);

const GIVE_BACK = prepared(`
  update limit_uses u set used_until = u.used_until - back.units * u.refill_ms * interval '1 ms'
  from unnest($1::text[], $2::integer[]) back (key, units) where u.key = back.key
`);

const PURGE = "delete from limit_uses where used_until < now() - interval '1 minute'";

/**
 * Keeps buckets as rows and uses one statement for all simultaneous requests. Addresses are kept as
 * digests, and only as long as they matter.
 */
export class PostgresLimitStore implements LimitStore {
  private readonly uses = new Batcher<Use, number>((uses) => this.takeAll(uses), {
    patienceMs: PATIENCE_MS,
  });
  private silentUntil = 0;
  private purgeAt = performance.now() + PURGE_EVERY_MS;

  constructor(
    private readonly db: Pick<DataSource, "query">,
    private readonly troubled: (error: unknown) => void = () => undefined,
  ) {}

  async take(buckets: readonly LimitBucket[], count: number): Promise<number> {
    if (performance.now() < this.silentUntil) return 0;
    const named = buckets.map((bucket) => ({ ...bucket, key: digest(bucket.key) }));
    try {
      return await answeredWithin(
        PATIENCE_MS,
        "the database",
        this.uses.ask({ buckets: named, count }),
      );
    } catch (error) {
      this.silentUntil = performance.now() + LEFT_ALONE_MS;
      this.troubled(error);
      return 0;
    }
  }

  giveBack(buckets: readonly LimitBucket[], count: number): void {
    this.putBack(new Map(buckets.map(({ key }) => [digest(key), count])));
  }

  private async takeAll(uses: readonly Use[]): Promise<readonly number[]> {
    if (performance.now() < this.silentUntil) return uses.map(() => 0);
    const wanted = new Map<string, LimitBucket & { wanted: number }>();
    for (const { buckets, count } of uses) {
      for (const bucket of buckets) {
        wanted.set(bucket.key, {
          ...bucket,
          wanted: (wanted.get(bucket.key)?.wanted ?? 0) + count,
        });
      }
    }
    const rows = [...wanted.values()];
    const columns = [
      rows.map(({ key }) => key),
      rows.map((row) => row.wanted),
      rows.map(({ burst }) => burst),
    ];
    const levels: Level[] = await this.db.query(TAKE, [
      ...columns,
      rows.map(({ refillMs }) => refillMs),
    ]);
    this.purgeSometimes();
    const { waits, left }: Verdict = handOut(uses, levels);
    this.putBack(left);
    return waits;
  }

  private putBack(units: ReadonlyMap<string, number>): void {
    if (units.size === 0 || performance.now() < this.silentUntil) return;
    // Always in the same order, so that two statements never wait for each other.
    const keys = [...units.keys()].sort();
    this.db.query(GIVE_BACK, [keys, keys.map((key) => units.get(key))]).catch(this.troubled);
  }

  private purgeSometimes(): void {
    if (performance.now() < this.purgeAt) return;
    this.purgeAt = performance.now() + PURGE_EVERY_MS;
    this.db.query(PURGE).catch(this.troubled);
  }
}

/** Keeps addresses from being readable in the table at a glance. */
function digest(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

/** A request for `count` units of each of the buckets. */
export interface Use {
  readonly buckets: readonly LimitBucket[];
  readonly count: number;
}

/** What a bucket granted to all simultaneous requests together. */
export interface Level {
  readonly key: string;
  readonly granted: number;
  /** How long it takes until the bucket is full again. */
  readonly usedMs: number;
}

interface Verdict {
  /** For each use, 0 or how long it has to wait. */
  readonly waits: readonly number[];
  /** Units by key that were granted but could not be used. */
  readonly left: ReadonlyMap<string, number>;
}

/**
 * Distributes what the buckets granted, first come, first served; each use gets everything it needs
 * or nothing.
 */
export function handOut(uses: readonly Use[], levels: readonly Level[]): Verdict {
  const left = new Map(levels.map(({ key, granted }) => [key, granted]));
  const usedMs = new Map(levels.map((level) => [level.key, level.usedMs]));
  const waits = uses.map(({ buckets, count }) => {
    if (buckets.every(({ key }) => (left.get(key) ?? 0) >= count)) {
      for (const { key } of buckets) left.set(key, (left.get(key) ?? 0) - count);
      return 0;
    }
    const pauses = buckets.map(({ key, burst, refillMs }) => {
      const missing = count - burst - (left.get(key) ?? 0);
      return (usedMs.get(key) ?? 0) + missing * refillMs;
    });
    return Math.max(1, Math.ceil(Math.max(...pauses)));
  });
  return { waits, left: new Map([...left].filter(([, units]) => units > 0)) };
}
