import { withDatabase } from "../bench/bench-database";
import { MEANINGS } from "./proof/judge";
import { type CaseResult, runMatrix, type Wanted } from "./proof/matrix";
import { newDatabase } from "./proof/new-database";
import { type Figure, runOutage } from "./proof/outage";
import { runRandomly } from "./proof/random-run";
import { runProof, say, sayCells } from "./proof/run-proof";
import { READINESS_WITHIN_SECONDS, type ReadinessResult } from "./proof/silence/measure-readiness";
import { runTroubles, type TroubleResult } from "./proof/silence/run-troubles";
import { Tally } from "./proof/tally";
import { type Ending, runUpgrade, type UpgradeResult } from "./proof/upgrade/run-upgrade";
import { prepareVersion, VERSION_BEFORE } from "./proof/upgrade/version-before";
import { type World } from "./proof/world";

const USAGE = `npm run proof:orders -- [--quick] [--row R] [--random] [--silence] [--upgrade] [--outage] [--seed N] [--before V]
  --quick   a few cases and a short random run
  --row R   one row of one process alone, by the step and what iiko does: "request sent/answer lost"
  --random  the random runs alone, of one process and of three: kills, faults of iiko, and what makes no noise
  --silence what makes no noise alone: half-open connections, hosts that are gone, processes that stand still
  --upgrade three processes of the version before that are restarted as this one while guests order, alone
  --before V  that version: a git ref, or the folder of a checkout; ${VERSION_BEFORE}, the last one with graphile-worker, when left out
  --outage  iiko down for 60 s during 100 orders, beside the README's figures
  --seed N  repeats the random runs' kills, faults and silences`;

/**
 * Proves with real processes that every order reaches the till exactly once, or is handed over to
 * the staff. Exits with 1 when an order was lost or duplicated, or when a case did not end as it
 * has to.
 */
async function main(args: readonly string[]): Promise<boolean> {
  if (args.includes("--help")) return say(USAGE);
  const quick = args.includes("--quick");
  const seed = Number(args[args.indexOf("--seed") + 1] ?? NaN);
  const before = args.includes("--before") ? args[args.indexOf("--before") + 1] : undefined;
  return withDatabase(async (serverUrl) => {
    const proof = new Proof(serverUrl);
    const row = args.includes("--row") ? args[args.indexOf("--row") + 1] : undefined;
    if (row !== undefined) await proof.row(row);
    else if (args.includes("--outage")) await proof.outage();
    else if (args.includes("--silence")) await proof.silence(quick);
    else if (args.includes("--upgrade")) await proof.upgrade(before);
    else {
      if (!args.includes("--random")) {
        await proof.matrices(quick);
        await proof.silence(quick);
        if (!quick) await proof.upgrade(before);
      }
      await proof.random(quick, args.includes("--seed") ? seed : Date.now() % 100_000);
    }
    return proof.close();
  });
}

class Proof {
  private readonly tally = new Tally();
  private surprises = 0;

  constructor(private readonly serverUrl: string) {}

  async matrices(quick: boolean): Promise<void> {
    print(MATRIX_HEAD);
    await Promise.all([this.matrix(1, { quick }), this.matrix(3, { quick })]);
  }

  /** @param row "request sent/answer lost" */
  async row(row: string): Promise<void> {
    print(MATRIX_HEAD);
    await this.matrix(1, { row });
  }

  async silence(quick: boolean): Promise<void> {
    print(["processes", "trouble", "ended", "answered s", "ended s", ""], SILENCE_WIDTHS);
    for (const processes of [1, 3]) {
      const databaseUrl = await this.database(`silence_${processes}`);
      const tell = (result: TroubleResult) => this.tellTrouble(result);
      const tellReadiness = (count: number, result: ReadinessResult) =>
        this.tellReadiness(count, result);
      await this.count(await runTroubles({ databaseUrl, processes, quick, tell, tellReadiness }));
    }
  }

  async upgrade(before = VERSION_BEFORE): Promise<void> {
    const version = await prepareVersion(before);
    if ("missing" in version) return void say(`Not shown, a rolling upgrade: ${version.missing}`);
    print(["restarted as this version", "ended", "orders", "left behind", "s", ""], UPGRADE_WIDTHS);
    try {
      for (const [index, endings] of UPGRADES.entries()) {
        const databaseUrl = await this.database(`upgrade_${index}`);
        const { world, result } = await runUpgrade(databaseUrl, version.folder, endings);
        this.tellUpgrade(result);
        await this.count(world);
      }
    } finally {
      await version.remove();
    }
  }

  async random(quick: boolean, seed: number): Promise<void> {
    const size = quick
      ? { orders: 60, outageSeconds: 5, silentTill: false }
      : { orders: 600, outageSeconds: 60, silentTill: true };
    for (const processes of [1, 3]) {
      const databaseUrl = await this.database(`random_${processes}`);
      const options = { ...size, databaseUrl, processes, seed, ordersPerSecond: 5, tell: say };
      await this.count(await runRandomly(options));
    }
  }

  async outage(): Promise<void> {
    const { world, figures } = await runOutage(await this.database("outage"));
    await this.count(world);
    print(["what goes wrong", "README", "orders", "median s", "longest s", ""]);
    for (const figure of figures) this.tellFigure(figure);
  }

  /** Returns true when the proof holds. */
  close(): boolean {
    this.tally.print();
    MEANINGS.forEach((meaning) => say(`  ${meaning}`));
    if (this.surprises > 0) say(`${this.surprises} rows are not as they have to be`);
    return this.tally.holds && this.surprises === 0;
  }

  private async matrix(processes: number, wanted: Wanted): Promise<void> {
    const databaseUrl = await this.database(`matrix_${processes}`);
    const tell = (result: CaseResult) => this.tellCase(result);
    await this.count(await runMatrix({ databaseUrl, processes, wanted, tell }));
  }

  private tellCase({
    processes,
    step,
    behaviour,
    verdict,
    seconds,
    asExpected,
    killed,
  }: CaseResult): void {
    if (!asExpected) this.surprises += 1;
    const remark = asExpected ? "ok" : killed ? "NOT AS EXPECTED" : "WAS NOT KILLED";
    print([String(processes), step, behaviour, verdict, seconds.toFixed(1), remark]);
  }

  private tellTrouble(result: TroubleResult): void {
    const { processes, trouble, verdicts, answeredSeconds, endedSeconds, asExpected } = result;
    if (!asExpected) this.surprises += 1;
    const seconds = [answeredSeconds, endedSeconds].map((each) => each.toFixed(1));
    const remark = asExpected ? "ok" : "NOT AS EXPECTED";
    print([String(processes), trouble, verdicts.join(", "), ...seconds, remark], SILENCE_WIDTHS);
  }

  private tellReadiness(processes: number, { redSeconds, greenSeconds }: ReadinessResult): void {
    const fits = Math.max(redSeconds, greenSeconds) <= READINESS_WITHIN_SECONDS;
    if (!fits) this.surprises += 1;
    const said = `red after ${redSeconds.toFixed(1)} s, green after ${greenSeconds.toFixed(1)} s`;
    print(
      [String(processes), "database gone and back: /readyz", said, fits ? "ok" : "DOES NOT FIT"],
      [10, 42, 34, 0],
    );
  }

  private tellUpgrade({
    name,
    verdicts,
    orders,
    leftBehind,
    seconds,
    asExpected,
  }: UpgradeResult): void {
    if (!asExpected) this.surprises += 1;
    const cells = [
      name,
      verdicts.join(", "),
      String(orders),
      String(leftBehind),
      seconds.toFixed(1),
    ];
    print([...cells, asExpected ? "ok" : "NOT AS EXPECTED"], UPGRADE_WIDTHS);
  }

  private tellFigure({ row, readme, seconds, within: [from, to] }: Figure): void {
    const fits = seconds.length > 0 && seconds.every((each) => each >= from && each <= to);
    if (!fits) this.surprises += 1;
    const [median, longest] = [seconds[seconds.length >> 1], seconds.at(-1)].map(
      (each) => each?.toFixed(1) ?? "-",
    );
    print([
      row,
      readme,
      String(seconds.length),
      median ?? "-",
      longest ?? "-",
      fits ? "ok" : "DOES NOT FIT",
    ]);
  }

  private async count(world: World): Promise<void> {
    await this.tally.add(world);
    await world.stop();
  }

  private database(name: string): Promise<string> {
    return newDatabase(this.serverUrl, `proof_${name}`);
  }
}

/** How the three processes of the previous version end. */
const UPGRADES: readonly (readonly Ending[])[] = [
  ["stopped", "stopped", "stopped"],
  ["stopped", "killed", "stopped"],
];
const UPGRADE_WIDTHS = [72, 44, 7, 12, 9, 0];
const MATRIX_HEAD = ["processes", "killed at", "iiko", "ended", "s", ""];
const SILENCE_WIDTHS = [10, 42, 12, 11, 9, 0];

function print(cells: readonly string[], widths = [27, 26, 23, 29, 9, 0]): void {
  sayCells(cells, widths);
}

runProof(main);
