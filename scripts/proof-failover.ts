import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Client } from "pg";
import { type DataSource } from "typeorm";

import { untilInterrupted } from "../bench/bench-database";
import { standbysOf } from "../src/adapters/postgres/standbys";
import { POSTGRES_15 } from "./proof/debian/cluster";
import { giveToPostgres, missing } from "./proof/debian/service";
import { LoseLeader, type Loss, LOSSES } from "./proof/failover/lose-leader";
import { PATRONI } from "./proof/failover/node";
import { ETCD, HAPROXY, Pair } from "./proof/failover/pair";
import { randomFrom } from "./proof/random";
import { runProof, say, sayCells } from "./proof/run-proof";
import { Tally } from "./proof/tally";
import { TrackingRun } from "./proof/tracking/tracking-run";

const USAGE = `npm run proof:failover -- [--quick] [--seed N] [--only "LOSS"]
  --quick   a hundred orders for each way to lose the leader instead of three hundred
  --seed N  repeats a run's moments
  --only    one way: ${LOSSES.join(", ")}`;

const WHOLE = { processes: 2, orders: 300, guests: 300, operators: 10, kitchenSpeed: 1 };
const QUICK = { processes: 2, orders: 100, guests: 100, operators: 4, kitchenSpeed: 2 };
const SETTLE_MS = 180_000;

/**
 * Proves that nothing is lost with the database's leader: PostgreSQL 15 under Patroni with a
 * synchronous standby, two gateways behind HAProxy, and a leader that is switched over, killed,
 * frozen and cut off while guests order and follow. Exits with 1 when an order was lost or
 * duplicated, or a client missed an event or received one twice.
 */
async function main(args: readonly string[]): Promise<boolean> {
  if (args.includes("--help")) return say(USAGE);
  const absent = missing(join(POSTGRES_15, "postgres"), PATRONI, ETCD, HAPROXY);
  if (absent.length > 0) {
    const packages =
      "Debian's packages postgresql-15, patroni, python3-etcd, etcd-server and haproxy have them";
    return say(`SKIPPED, nothing is proven: ${absent.join(", ")} missing; ${packages}`);
  }
  const after = (flag: string) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined);
  const losses = LOSSES.filter((loss) =>
    [undefined, loss].includes(after("--only") as Loss | undefined),
  );
  const proof = new Proof(
    await mkdtemp(join(tmpdir(), "gateway-failover-")),
    args.includes("--quick") ? QUICK : WHOLE,
  );
  const seed = Number(after("--seed") ?? Date.now() % 100_000);
  return Promise.race([proof.execute(losses, seed), untilInterrupted()]).finally(() =>
    proof.stop(),
  );
}

interface Outcome {
  readonly holds: boolean;
  readonly cells: readonly string[];
}

class Proof {
  private readonly pair: Pair;
  private run: TrackingRun | undefined;

  constructor(
    private readonly folder: string,
    private readonly size: typeof WHOLE,
  ) {
    this.pair = Pair.in(folder);
  }

  async execute(losses: readonly Loss[], seed: number): Promise<boolean> {
    await giveToPostgres(this.folder);
    await this.pair.open();
    const outcomes: Outcome[] = [];
    for (const [index, loss] of losses.entries())
      outcomes.push(await this.lose(loss, seed + index));
    const head = ["leader", "orders", "lost", "doubled", "missed", "repeated", "longest gap s", ""];
    for (const cells of [head, ...outcomes.map((outcome) => outcome.cells)]) print(cells);
    return outcomes.length > 0 && outcomes.every(({ holds }) => holds);
  }

  /** Safe to repeat. */
  async stop(): Promise<void> {
    await this.run?.stop();
    await this.pair.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async lose(loss: Loss, seed: number): Promise<Outcome> {
    await this.pair.whole();
    const databaseUrl = await this.pair.database(`proof_${loss.replace(" ", "_")}`);
    await mustBeSynchronous(databaseUrl);
    const trouble = new LoseLeader(this.pair, loss, randomFrom(seed));
    const run = (this.run = await TrackingRun.start({
      ...this.size,
      databaseUrl,
      seed,
      trouble,
      tell: say,
    }));
    const { missed, repeated, wrong, longestGapSeconds } = await run.execute();
    await run.world.settle(SETTLE_MS);
    const tally = new Tally();
    await tally.add(run.world);
    tally.print();
    await run.stop();
    const holds = tally.holds && missed + repeated + wrong === 0;
    const figures = [
      this.size.orders,
      tally.lost,
      tally.doubled,
      missed,
      `${repeated + wrong}`,
    ].map(String);
    return {
      holds,
      cells: [loss, ...figures, longestGapSeconds.toFixed(1), holds ? "ok" : "DOES NOT HOLD"],
    };
  }
}

/** What the gateway would warn about. @throws {Error} when it would */
async function mustBeSynchronous(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const query = async (statement: string) => (await client.query<never>(statement)).rows;
  const { synchronous, asynchronous } = await standbysOf({ query } as Pick<DataSource, "query">);
  await client.end();
  say(`PostgreSQL tells of ${synchronous} synchronous and ${asynchronous} other standbys`);
  if (synchronous === 0) throw new Error("There is no synchronous standby");
}

function print(cells: readonly string[]): void {
  const widths = [15, 8, 8, 9, 8, 10, 15, 0];
  sayCells(cells, widths);
}

runProof(main);
