import { resolve } from "node:path";

import { Child } from "../child";
import { type Bar, printTable } from "../report";
import { median } from "../rounds";
import { type VersionAnswer, type VersionQuestion, type VersionSettings } from "./version";

const ROUNDS = 7;
const PARTS: readonly VersionQuestion["part"][] = ["createOrder", "drain"];

/**
 * Measures this version and another one in turn, each with its own code, process and PostgreSQL.
 *
 * @param checkout the folder of the other version: a checkout with its packages, built
 */
export async function measureInTurn(checkout: string): Promise<Bar[]> {
  const versions = [await start(process.cwd()), await start(resolve(checkout))] as const;
  const rows: string[][] = [];
  const bars: Bar[] = [];
  for (const part of PARTS) {
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const [ours, theirs] = await measure(versions, part, round % 2 === 0);
      ratios.push(ours / theirs);
      rows.push([part, ours.toFixed(0), theirs.toFixed(0), (ours / theirs).toFixed(2)]);
    }
    const name = `${part}, this version / the other, median of ${ROUNDS} rounds`;
    bars.push({ name, reached: median(ratios), atLeast: 0.95 });
  }
  for (const version of versions) await version.stop();
  printTable([["orders/s", "this version", "the other", "ratio"], ...rows]);
  return bars;
}

/** Neither is always the first, which finds the machine at rest. */
async function measure(
  [ours, theirs]: readonly [Child, Child],
  part: VersionQuestion["part"],
  oursFirst: boolean,
): Promise<[number, number]> {
  const ask = async (version: Child) => (await version.ask<VersionAnswer>({ part })).perSecond;
  if (oursFirst) return [await ask(ours), await ask(theirs)];
  const second = await ask(theirs);
  return [await ask(ours), second];
}

async function start(checkout: string): Promise<Child> {
  const [child] = await Child.start("orders/version", { checkout } satisfies VersionSettings);
  return child;
}
