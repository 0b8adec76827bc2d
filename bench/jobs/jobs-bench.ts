import { type DataSource } from "typeorm";

import { openDatabase } from "../../src/gateway/open-database";
import { withDatabase } from "../bench-database";
import { installPeers } from "../peers";
import { judge, printTable } from "../report";
import { median, quantile } from "../rounds";
import { gatewaySystem } from "./gateway-system";
import { type Chaos, chaos, measure, type Measured } from "./measure";
import { pgBossSystem } from "./pg-boss-system";

const ROUNDS = 5;

/**
 * Compares the job service with pg-boss, and checks its own bars
 * (docs/adr/0028-jobs-of-our-own.md).
 */
export async function benchJobs(): Promise<boolean> {
  installPeers();
  return withDatabase(async (databaseUrl) => {
    const db = await openDatabase(databaseUrl);
    await db.query("create table bench_done (id text primary key, tries integer not null)");
    try {
      return await compare(db, databaseUrl);
    } finally {
      await db.destroy();
    }
  });
}

async function compare(db: DataSource, databaseUrl: string): Promise<boolean> {
  const gateway = gatewaySystem(db);
  const peer = await pgBossSystem(databaseUrl, db);
  const rows: string[][] = [];
  const ours = await measure(gateway, db, databaseUrl);
  rows.push(rowOf(gateway.name, ours), rowOf(peer.name, await measure(peer, db, databaseUrl)));
  await peer.close();
  printTable([
    [
      "",
      "idle p50 ms",
      "idle p99 ms",
      "bare p50 ms",
      "bare p99 ms",
      "15 s repeat, last",
      "again after kill, s",
      "in the transaction",
      "jobs/s",
    ],
    ...rows,
  ]);
  const after = await chaos(gateway, db, databaseUrl);
  await gateway.close();
  console.log(`\n4,000 jobs, 400 failures, 10 kills: ${after.seconds.toFixed(1)} s`);
  return judge(barsOf(ours, after));
}

function barsOf(ours: Measured, after: Chaos) {
  return [
    { name: "runs again after kill -9, s", reached: ours.afterKillS, atMost: 3 },
    { name: "earliest 15 s repeat, s", reached: ours.repeatS[0] ?? NaN, atLeast: 15 },
    { name: "latest 15 s repeat, s", reached: ours.repeatS.at(-1) ?? NaN, atMost: 15.5 },
    {
      name: `idle enqueue to start, p99 / of two bare commits, median of ${ROUNDS} rounds`,
      reached: idleRatio(ours),
      atMost: 2,
    },
    { name: "obeys the transaction", reached: Number(ours.transactional), atLeast: 1 },
    { name: "lost of 4,000", reached: after.lost, atMost: 0 },
    { name: "stuck of 4,000", reached: after.stuck, atMost: 0 },
  ];
}

/** The disk stalls now and then, for one or the other: a single p99 would tell of that alone. */
function idleRatio({ idleMs, bareMs }: Measured): number {
  const size = Math.ceil(idleMs.length / ROUNDS);
  const p99 = (all: readonly number[], round: number) =>
    quantile(all.slice(round * size, (round + 1) * size), 0.99);
  return median(
    Array.from({ length: ROUNDS }, (_, round) => p99(idleMs, round) / p99(bareMs, round)),
  );
}

function rowOf(
  name: string,
  { idleMs, bareMs, repeatS, afterKillS, transactional, drainPerSecond }: Measured,
): string[] {
  return [
    name,
    quantile(idleMs, 0.5).toFixed(1),
    quantile(idleMs, 0.99).toFixed(1),
    quantile(bareMs, 0.5).toFixed(1),
    quantile(bareMs, 0.99).toFixed(1),
    (repeatS.at(-1) ?? NaN).toFixed(2),
    Number.isFinite(afterKillS) ? afterKillS.toFixed(1) : "> 45",
    transactional ? "yes" : "no",
    drainPerSecond.toFixed(0),
  ];
}
