import { type DataSource } from "typeorm";

import { openDatabase } from "../../src/gateway/open-database";
import { withDatabase } from "../bench-database";
import { type Bar, judge, printTable } from "../report";
import { median } from "../rounds";
import { LimitedGateway } from "./limited-gateway";
import { optionOf } from "./options";
import { DISHES, seedBranches } from "./seed-branches";

const MANY = 2_000;
const FEW = 20;
const MOST_MB = 512;
/** Guests of a few branches send requests all the time, those of all others now and then. */
const HOT = 20;
const ROUNDS = 15;
const ASKING = 4;
const SAMPLE_MS = 1_000;
/** Number of samples whose median is one point of the line that has to be flat. */
const WINDOW = 15;

interface Times {
  readonly few: number;
  readonly warm: number;
  readonly cold: number;
}

/**
 * Serves the menus of 2,000 branches (`--branches N`) from a process with a heap of 256 MB, whose
 * total memory is sampled each second, for ten minutes (`--minutes N`).
 */
export function benchMemory(options: readonly string[]): Promise<boolean> {
  const minutes = optionOf(options, "--minutes", 10);
  const count = optionOf(options, "--branches", MANY);
  return withDatabase(async (databaseUrl) => {
    const few = await otherDatabase(databaseUrl, "few_branches");
    const fewIds = await seeded(few, FEW);
    const ids = await seeded(databaseUrl, count);
    const [small, large] = await Promise.all([
      LimitedGateway.start(few),
      LimitedGateway.start(databaseUrl),
    ]);
    try {
      for (const id of fewIds) await small.readMenu(id);
      await readAll(large, ids);
      const times = await compare(small, large, { fewIds, ids });
      const line = await readAtRandom(large, ids, minutes * 60_000);
      return judge([...barsOfTimes(times), ...(await barsOfMemory(large, line))]);
    } finally {
      await Promise.all([small.stop(), large.stop()]);
    }
  });
}

async function otherDatabase(databaseUrl: string, name: string): Promise<string> {
  const url = new URL(databaseUrl);
  const db = await openDatabase(databaseUrl);
  await db.query(`drop database if exists ${name}`);
  await db.query(`create database ${name}`);
  await db.destroy();
  url.pathname = name;
  return url.href;
}

async function seeded(databaseUrl: string, count: number): Promise<string[]> {
  const start = performance.now();
  const db: DataSource = await openDatabase(databaseUrl);
  const ids = await seedBranches(db, count);
  await db.destroy();
  const seconds = (performance.now() - start) / 1_000;
  console.log(`${count} branches of ${DISHES} dishes, seeded in ${seconds.toFixed(0)} s`);
  return ids;
}

/** Menus that were never read before come from the database. */
async function readAll(gateway: LimitedGateway, ids: readonly string[]): Promise<void> {
  const start = performance.now();
  const times = await inTurns(ids, (id) => gateway.readMenu(id));
  const seconds = (performance.now() - start) / 1_000;
  console.log(
    `each read for the first time in ${seconds.toFixed(0)} s, median ${median(times).toFixed(1)} ms`,
  );
}

/** Compares the same few branches of both gateways, in turn with the least recently read ones. */
async function compare(
  small: LimitedGateway,
  large: LimitedGateway,
  { fewIds, ids }: { readonly fewIds: readonly string[]; readonly ids: readonly string[] },
): Promise<Times> {
  const hot = ids.slice(0, HOT);
  const others = ids.slice(HOT).values();
  for (const id of hot) await large.readMenu(id);
  const [few, warm, cold]: number[][] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++)
    for (const [place, id] of hot.entries()) {
      few?.push(await small.readMenu(fewIds[place % fewIds.length] ?? ""));
      warm?.push(await large.readMenu(id));
      const next = others.next();
      if (!next.done) cold?.push(await large.readMenu(next.value));
    }
  const times = { few: median(few ?? []), warm: median(warm ?? []), cold: median(cold ?? []) };
  printTable([
    ["whole menu, median", "ms"],
    [`warm, ${fewIds.length} branches`, times.few.toFixed(2)],
    [`warm, ${ids.length} branches`, times.warm.toFixed(2)],
    [`cold, ${ids.length} branches`, times.cold.toFixed(2)],
  ]);
  return times;
}

/**
 * Sends every other request to one of the hot branches; returns the memory of each second in MB.
 */
async function readAtRandom(
  gateway: LimitedGateway,
  ids: readonly string[],
  ms: number,
): Promise<number[]> {
  const end = performance.now() + ms;
  const line: number[] = [];
  const sampling = setInterval(() => {
    void gateway.memoryMb().then(({ now }) => line.push(now));
  }, SAMPLE_MS);
  const times: number[] = [];
  const ask = async () => {
    while (performance.now() < end) {
      const among = Math.random() < 0.5 ? HOT : ids.length;
      times.push(await gateway.readMenu(ids[Math.floor(Math.random() * among)] ?? ""));
    }
  };
  await Promise.all(Array.from({ length: ASKING }, ask)).finally(() => clearInterval(sampling));
  console.log(`${times.length} random reads, median ${median(times).toFixed(2)} ms`);
  const shown = (await gateway.metrics()).split("\n").filter((row) => /^gateway_menu/.test(row));
  console.log(shown.join("\n"));
  return line;
}

function barsOfTimes({ few, warm, cold }: Times): Bar[] {
  return [
    { name: "warm menu / with 20 branches", reached: warm / few, atMost: 1.5 },
    { name: "cold menu / warm menu", reached: cold / warm, atMost: 30 },
  ];
}

async function barsOfMemory(gateway: LimitedGateway, line: readonly number[]): Promise<Bar[]> {
  const windows = Array.from({ length: Math.floor(line.length / WINDOW) }, (_, place) =>
    median(line.slice(place * WINDOW, (place + 1) * WINDOW)),
  );
  const middle = median(windows);
  const furthest = Math.max(...windows.map((each) => Math.abs(each / middle - 1)));
  const { most } = await gateway.memoryMb();
  console.log(`memory of the process, MB, each ${WINDOW} s: ${windows.map(Math.round).join(" ")}`);
  return [
    { name: "memory away from its median", reached: furthest, atMost: 0.1 },
    { name: "most memory of the process, MB", reached: most, atMost: MOST_MB },
  ];
}

async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const rest = items.values();
  const done: R[] = [];
  const take = async () => {
    for (const item of rest) done.push(await work(item));
  };
  await Promise.all(Array.from({ length: ASKING }, take));
  return done;
}
