import { setTimeout as pause } from "node:timers/promises";

import { type DataSource } from "typeorm";

import { BareNotices } from "./bare-notices";
import { type JobSystem } from "./job-system";
import { now } from "./perform";
import { Workers } from "./workers";

const IDLE_JOBS = 1_000;
/** Or as many as start within this time. */
const IDLE_WITHIN_MS = 90_000;
const DRAIN_JOBS = 2_000;
const CHAOS_JOBS = 4_000;
const KILLS = 10;
/** A contestant that takes longer is not waited for. */
const PATIENCE_MS = 45_000;

export interface Measured {
  readonly afterKillS: number;
  readonly repeatS: readonly number[];
  readonly idleMs: readonly number[];
  /** The same for bare commits, measured in turn with it. */
  readonly bareMs: readonly number[];
  readonly transactional: boolean;
  readonly drainPerSecond: number;
}

export interface Chaos {
  readonly lost: number;
  readonly stuck: number;
  readonly seconds: number;
}

/** Measures everything except the chaos, one thing after another. */
export async function measure(
  system: JobSystem,
  db: DataSource,
  databaseUrl: string,
): Promise<Measured> {
  const workers = new Workers(system.worker, databaseUrl);
  await workers.add();
  const bare = await BareNotices.open(databaseUrl);
  const { idleMs, bareMs } = await idleLatency(system, db, workers, bare);
  await bare.close();
  const transactional = await obeysTransactions(system, db, workers);
  const [repeatS, afterKillS] = [
    await repeats(system, db, workers),
    await runsAgain(system, db, workers),
  ];
  await workers.stop();
  // The job that hung is not done yet, and would go on hanging.
  await system.clear();
  return {
    afterKillS,
    repeatS,
    idleMs,
    bareMs,
    transactional,
    drainPerSecond: await drain(system, db, databaseUrl),
  };
}

async function idleLatency(
  system: JobSystem,
  db: DataSource,
  workers: Workers,
  bare: BareNotices,
): Promise<Pick<Measured, "idleMs" | "bareMs">> {
  const [idleMs, bareMs]: [number[], number[]] = [[], []];
  const until = now() + IDLE_WITHIN_MS;
  for (let count = 0; count < IDLE_JOBS && now() < until; count += 1) {
    const id = `note ${count}`;
    // Both find everything at rest.
    const rest = 10 + ((count * 7) % 30);
    await pause(rest);
    const asked = now();
    await system.enqueue(db.manager, [id]);
    idleMs.push(((await workers.start(id)) ?? Infinity) - asked);
    await pause(rest);
    bareMs.push(await bare.latency(count));
  }
  return { idleMs, bareMs };
}

async function obeysTransactions(
  system: JobSystem,
  db: DataSource,
  workers: Workers,
): Promise<boolean> {
  const rollback = db.transaction(async (tx) => {
    await system.enqueue(tx, ["note rolled back"]);
    throw new Error("Not today");
  });
  await rollback.catch(() => undefined);
  await db.transaction((tx) => system.enqueue(tx, ["note committed"]));
  const ran = await workers.start("note committed");
  return ran !== undefined && (await workers.start("note rolled back", 1, 500)) === undefined;
}

async function repeats(system: JobSystem, db: DataSource, workers: Workers): Promise<number[]> {
  const ids = Array.from({ length: 20 }, (_, count) => `note repeat ${count}`);
  const asked = now();
  for (const [count, id] of ids.entries())
    await system.enqueue(db.manager, [id], asked + 15_000 + count * 37 - now());
  const seconds: number[] = [];
  for (const [count, id] of ids.entries()) {
    seconds.push((((await workers.start(id)) ?? Infinity) - asked - count * 37) / 1000);
  }
  return seconds.sort((one, other) => one - other);
}

/**
 * Seconds from the death of the only worker that had the job until the job starts again elsewhere.
 */
async function runsAgain(system: JobSystem, db: DataSource, workers: Workers): Promise<number> {
  await system.enqueue(db.manager, ["hang"]);
  await workers.start("hang");
  await workers.add();
  await workers.killOne();
  const killedAt = now();
  return (((await workers.start("hang", 2, PATIENCE_MS)) ?? Infinity) - killedAt) / 1000;
}

async function drain(system: JobSystem, db: DataSource, databaseUrl: string): Promise<number> {
  const ids = Array.from({ length: DRAIN_JOBS }, (_, count) => `note drain ${count}`);
  await db.transaction((tx) => system.enqueue(tx, ids));
  const workers = new Workers(system.worker, databaseUrl);
  await workers.add();
  const last = await Promise.all(ids.map((id) => workers.start(id, 1, 120_000)));
  const times = last.map((at) => at ?? Infinity);
  await workers.stop();
  return (DRAIN_JOBS * 1000) / (Math.max(...times) - Math.min(...times));
}

/** Runs 4,000 jobs on three workers; a tenth of the jobs fail once, and ten workers are killed. */
export async function chaos(
  system: JobSystem,
  db: DataSource,
  databaseUrl: string,
): Promise<Chaos> {
  await db.query("truncate bench_done");
  const ids = Array.from(
    { length: CHAOS_JOBS },
    (_, count) => `${count % 10 === 0 ? "fail" : "work"} ${count}`,
  );
  const workers = new Workers(system.worker, databaseUrl);
  for (let count = 0; count < 3; count += 1) await workers.add();
  const startedAt = performance.now();
  const adding = (async () => {
    for (let from = 0; from < ids.length; from += 100) {
      await db.transaction((tx) => system.enqueue(tx, ids.slice(from, from + 100)));
      await pause(150);
    }
  })();
  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(600);
    await workers.killOne();
    await workers.add();
  }
  await adding;
  const deadline = performance.now() + PATIENCE_MS;
  while ((await system.waiting()).length > 0 && performance.now() < deadline) await pause(50);
  const seconds = (performance.now() - startedAt) / 1000;
  const done =
    "select count(*)::int as count from bench_done where tries > 1 or id not like 'fail%'";
  const count = (await db.query<{ count: number }[]>(done))[0]?.count ?? 0;
  const stuck = await system.waiting();
  if (stuck.length > 0) console.log(`still waiting: ${stuck.slice(0, 10).join(", ")}`);
  await workers.stop();
  return { lost: CHAOS_JOBS - count, stuck: stuck.length, seconds };
}
