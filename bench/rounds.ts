import { Child } from "./child";
import { type Load, type LoadResult } from "./load/run-load";

export interface Contestant {
  readonly name: string;
  readonly load: Omit<Load, "connections" | "seconds">;
  readonly server: Child;
}

interface RoundResult extends LoadResult {
  /**
   * Processor time of the server per request; unlike the rate it hardly depends on the other load
   * on the machine.
   */
  readonly cpuMs: number;
}

/** What the contestants reached, one result per round each. */
export type Results = ReadonlyMap<string, readonly RoundResult[]>;

export interface Rounds {
  readonly count: number;
  readonly seconds: number;
  readonly connections: number;
}

/**
 * Measures the contestants in turn, round after round, so that anything else the machine does slows
 * down all of them.
 */
export async function runRounds(
  contestants: readonly Contestant[],
  rounds: Rounds,
): Promise<Results> {
  const [asking] = await Child.start("load/load-process", {});
  const results = new Map<string, RoundResult[]>(contestants.map(({ name }) => [name, []]));
  const { connections, seconds } = rounds;
  try {
    for (const { load } of contestants)
      await asking.ask({ ...load, connections, seconds: seconds / 2 });
    for (let round = 0; round < rounds.count; round++) {
      for (const { name, load, server } of contestants) {
        const before = await cpuMsOf(server);
        const result = await asking.ask<LoadResult>({ ...load, connections, seconds });
        results
          .get(name)
          ?.push({ ...result, cpuMs: ((await cpuMsOf(server)) - before) / result.requests });
      }
    }
  } finally {
    await asking.stop();
  }
  return results;
}

async function cpuMsOf(server: Child): Promise<number> {
  return (await server.ask<{ cpuMs: number }>({})).cpuMs;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/**
 * How many times as fast one is as the other: the median, over all rounds, of the ratio within each
 * round.
 */
export function ratio(results: Results, one: string, other: string): number {
  return ratioOf(results, one, other, ({ perSecond }) => perSecond);
}

/** The same, by the number of requests that one second of the server's processor time can serve. */
export function cpuRatio(results: Results, one: string, other: string): number {
  return ratioOf(results, one, other, ({ cpuMs }) => 1 / cpuMs);
}

function ratioOf(
  results: Results,
  one: string,
  other: string,
  speed: (result: RoundResult) => number,
): number {
  const others = (results.get(other) ?? []).map(speed);
  return median(
    (results.get(one) ?? []).map((result, round) => speed(result) / (others[round] ?? NaN)),
  );
}
