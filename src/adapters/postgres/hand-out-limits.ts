import { type LimitBucket } from "../../ports/limit-store";

/** Somebody who needs `count` of each of the buckets. */
export interface Use {
  readonly buckets: readonly LimitBucket[];
  readonly count: number;
}

/** What a bucket gave for all who asked together. */
export interface Level {
  readonly key: string;
  readonly granted: number;
  /** After how long the bucket will be full again. */
  readonly usedMs: number;
}

export interface Verdict {
  /** For each use 0, or how long it has to wait. */
  readonly waits: readonly number[];
  /** Units by key that were given and that nobody could use. */
  readonly left: ReadonlyMap<string, number>;
}

/**
 * Gives what the buckets gave to those who asked, first come, first served; each gets all that it
 * needs or nothing.
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
