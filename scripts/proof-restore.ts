import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { untilInterrupted } from "../bench/bench-database";
import { Cluster, POSTGRES_15 } from "./proof/debian/cluster";
import { giveToPostgres, missing } from "./proof/debian/service";
import { Relay } from "./proof/relay";
import { MoveToNewCluster } from "./proof/restore/move-to-new-cluster";
import { runProof, say } from "./proof/run-proof";
import { Tally } from "./proof/tally";
import { TrackingRun } from "./proof/tracking/tracking-run";

const USAGE = `npm run proof:restore -- [--quick] [--seed N]
  --quick   60 orders instead of 300
  --seed N  repeats a run's followers`;

const WHOLE = {
  processes: 3,
  orders: 300,
  guests: 600,
  operators: 20,
  kitchenSpeed: 1,
  afterSeconds: 25,
};
const QUICK = {
  processes: 2,
  orders: 60,
  guests: 120,
  operators: 5,
  kitchenSpeed: 2,
  afterSeconds: 6,
};
const SETTLE_MS = 120_000;

/**
 * Proves the drill of docs/operations.md: while guests order and follow, the database is dumped and
 * restored into another cluster, whose transaction count starts again. Exits with 1 when an order
 * was lost or duplicated, or a client missed an event or received one twice.
 */
async function main(args: readonly string[]): Promise<boolean> {
  if (args.includes("--help")) return say(USAGE);
  const absent = missing(
    ...["initdb", "postgres", "pg_dump", "pg_restore"].map((name) => join(POSTGRES_15, name)),
  );
  if (absent.length > 0) {
    return say(
      `SKIPPED, nothing is proven: ${absent.join(", ")} missing; Debian's package postgresql-15 has them`,
    );
  }
  const seed = args.includes("--seed")
    ? Number(args[args.indexOf("--seed") + 1])
    : Date.now() % 100_000;
  const proof = new Proof(await mkdtemp(join(tmpdir(), "gateway-restore-")));
  const interrupted = untilInterrupted();
  return Promise.race([proof.execute(args.includes("--quick"), seed), interrupted]).finally(() =>
    proof.stop(),
  );
}

class Proof {
  private run: TrackingRun | undefined;
  private move: MoveToNewCluster | undefined;
  private readonly ends: (() => Promise<unknown>)[] = [];

  constructor(private readonly folder: string) {}

  async execute(quick: boolean, seed: number): Promise<boolean> {
    await giveToPostgres(this.folder);
    const { afterSeconds, ...size } = quick ? QUICK : WHOLE;
    const old = await Cluster.start(join(this.folder, "old"));
    this.ends.push(() => old.stop());
    const relay = await Relay.start(old.port);
    this.ends.push(() => relay.stop());
    const move = (this.move = await MoveToNewCluster.prepare(
      this.folder,
      old,
      relay,
      afterSeconds,
    ));
    const run = await TrackingRun.start({
      ...size,
      databaseUrl: move.databaseUrl,
      seed,
      trouble: move,
      tell: say,
    });
    this.run = run;
    const { missed, repeated, wrong, longestGapSeconds } = await run.execute();
    await run.world.settle(SETTLE_MS);
    const tally = new Tally();
    await tally.add(run.world);
    say(`${"longest time without an order taken".padEnd(40)} ${longestGapSeconds.toFixed(1)} s`);
    say(`${"events missed / repeated / wrong".padEnd(40)} ${missed} / ${repeated} / ${wrong}`);
    tally.print();
    return tally.holds && missed + repeated + wrong === 0;
  }

  async stop(): Promise<void> {
    await this.run?.stop();
    await this.move?.stop();
    for (const end of this.ends.reverse()) await end();
    await rm(this.folder, { recursive: true, force: true });
  }
}

runProof(main);
