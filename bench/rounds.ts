import { Child } from "./child";
import { type Load, type LoadResult } from "./load/run-load";

export interface Contestant {
  readonly name: string;
  readonly load: Omit<Load, "connections" | "seconds">;
}

/** What one contestant reached, a result per round. */
export type Results = ReadonlyMap<string, readonly LoadResult[]>;

export interface Rounds {
  readonly count: number;
  readonly seconds: number;
  readonly connections: number;
}

/** Measures the contestants in turn, round after round: whatever else the machine does then slows down all of them. */
export async function runRounds(contestants: readonly Contestant[], rounds: Rounds): Promise<Results> {
  const [asking] = await Child.start("load/load-process", {});
  const results = new Map<string, LoadResult[]>(contestants.map(({ name }) => [name, []]));
  const { connections, seconds } = rounds;
  try {
    for (const { load } of contestants) await asking.ask({ ...load, connections, seconds: seconds / 2 });
    for (let round = 0; round < rounds.count; round++) {
      for (const { name, load } of contestants) {
        results.get(name)?.push(await asking.ask<LoadResult>({ ...load, connections, seconds }));
      }
    }
  } finally {
    await asking.stop();
  }
  return results;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** How many times as fast one is as the other: the median over the rounds of the ratio within each. */
export function ratio(results: Results, one: string, other: string): number {
  const others = results.get(other) ?? [];
  const ratios = (results.get(one) ?? []).map(({ perSecond }, round) => perSecond / (others[round]?.perSecond ?? NaN));
  return median(ratios);
}
