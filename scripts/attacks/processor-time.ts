import { median } from "../../bench/rounds";
import { WHOLE_MENU } from "../../src/resolvers/catalogue/whole-menu";
import { type Target } from "./target";

/** One request of an attack may cost as much as this many whole menus of the branch. */
export const MOST_WHOLE_MENUS = 3;
/**
 * Below this, processor time says more about the gateway's other work: a small menu is answered in
 * less than a millisecond.
 */
const LEAST_MS = 25;
const ROUNDS = 9;

/** Compares the gateway's processor time for requests with that for the branch's whole menu. */
export class ProcessorTime {
  private constructor(
    private readonly target: Target,
    /** Cost of one reading of the metrics. */
    private readonly readingMs: number,
    /** Cost of the whole menu, requested with a document that nobody has sent before. */
    readonly wholeMenuMs: number,
  ) {}

  /** Returns undefined when the gateway does not let us read its metrics. */
  static async of(target: Target): Promise<ProcessorTime | undefined> {
    if ((await read(target)) === undefined) return undefined;
    const idle = new ProcessorTime(target, 0, 0);
    const readingMs = await medianOf(() => idle.spentOn(() => Promise.resolve()));
    const reader = new ProcessorTime(target, readingMs, 0);
    let round = 0;
    const wholeMenuMs = await medianOf(() =>
      reader.spentOn(() =>
        target.ask(`${WHOLE_MENU} # ${(round += 1)}`, { branchId: target.branchId }),
      ),
    );
    return new ProcessorTime(target, readingMs, wholeMenuMs);
  }

  /** Processor time of the gateway's process, in ms. */
  async spentOn(work: () => Promise<unknown>): Promise<number> {
    const before = (await read(this.target)) ?? 0;
    await work();
    const after = (await read(this.target)) ?? 0;
    return Math.max(0, after - before - this.readingMs);
  }

  /** Expressed in whole menus. */
  timesWholeMenu(ms: number): number {
    return ms / this.wholeMenuMs;
  }

  isTooDear(msPerRequest: number): boolean {
    return msPerRequest > Math.max(LEAST_MS, MOST_WHOLE_MENUS * this.wholeMenuMs);
  }
}

async function read(target: Target): Promise<number | undefined> {
  const { text } = await target.fetch("/metrics", { headers: target.asAdmin() });
  const [, seconds] = /^process_cpu_seconds_total ([\d.e+-]+)/m.exec(text) ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1_000;
}

async function medianOf(measure: () => Promise<number>): Promise<number> {
  const measured: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) measured.push(await measure());
  return median(measured);
}
