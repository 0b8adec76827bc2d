/** The result of a run. */
export interface SoakResult {
  /** For each real order that reached the till: from the guest's click, in milliseconds. */
  readonly toTillMs: readonly number[];
  /**
   * For each real order that was accepted: from the guest's click to the answer, in milliseconds.
   */
  readonly answeredMs: readonly number[];
  /** Real orders that were accepted but are not in the till. */
  readonly missing: number;
  /** Why real guests were refused, one entry per refusal. */
  readonly refused: readonly string[];
  /** Bytes in use after a garbage collection, over time. */
  readonly memory: readonly number[];
}

const LONGEST_P99_MS = 5_000;
const TIMES_QUIET = 3;
const MEMORY_MAY_GROW = 0.1;
/** Fraction of the samples: at first, caches fill and code is compiled. */
const WARM_UP = 0.4;

/** The value that this percentage of the values does not exceed; NaN when there are none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
}

/**
 * How much more memory is in use at the end than in the middle, as a fraction; 0 while there are
 * too few samples.
 */
export function memoryGrowth(memory: readonly number[]): number {
  const warm = memory.slice(Math.floor(memory.length * WARM_UP));
  const third = Math.floor(warm.length / 3);
  if (third === 0) return 0;
  return percentile(warm.slice(-third), 50) / percentile(warm.slice(0, third), 50) - 1;
}

/**
 * Everything that floods did to real guests although they must not. Empty when there was nothing.
 */
export function errorsOfSoak(flooded: SoakResult, quiet: SoakResult): string[] {
  const [p99, quietP99] = [flooded, quiet].map(({ toTillMs }) => percentile(toTillMs, 99)) as [
    number,
    number,
  ];
  const growth = memoryGrowth(flooded.memory);
  return [
    ...[flooded, quiet].flatMap(({ toTillMs }) =>
      toTillMs.length === 0 ? ["no real order reached the till"] : [],
    ),
    ...(p99 > LONGEST_P99_MS
      ? [`p99 of ${Math.round(p99)} ms is more than ${LONGEST_P99_MS} ms`]
      : []),
    ...(p99 > TIMES_QUIET * quietP99
      ? [
          `p99 of ${Math.round(p99)} ms is more than ${TIMES_QUIET} times ${Math.round(quietP99)} ms, without floods`,
        ]
      : []),
    ...(Math.abs(growth) > MEMORY_MAY_GROW
      ? [`memory is not flat: ${(growth * 100).toFixed(1)} %`]
      : []),
    ...(flooded.refused.length > 0
      ? [`${flooded.refused.length} real guests refused: ${flooded.refused[0] ?? ""}`]
      : []),
    ...(flooded.missing > 0 ? [`${flooded.missing} real orders are not in the till`] : []),
  ];
}
