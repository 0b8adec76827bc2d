import { setTimeout as pause } from "node:timers/promises";

import { type PlannedFault } from "../../../sandbox/faults/fault";
import { isAtRest } from "../gather-evidence";
import { judge, type Verdict, WITH_PEOPLE } from "../judge";
import { World } from "../world";

const PROCESSES = 3;
/** Before the first restart, between two restarts, and after the last one. */
const STAGE_MS = 6_000;
const BETWEEN_ORDERS_MS = 250;
const SETTLE_MS = 150_000;
const path = "/api/1/deliveries/create";

/**
 * What iiko does meanwhile, one after another: work of every kind has to be waiting when a version
 * stops.
 */
const FAULTS: readonly PlannedFault[] = [
  { path, fault: { kind: "status", status: 503 } },
  { fault: { kind: "stay-in-progress", ms: 8_000 } },
  { path, fault: { kind: "drop-after" } },
  { fault: { kind: "creation-error", code: "ProductNotFound", message: "Product not found" } },
  { path, fault: { kind: "hang", afterWork: true } },
  { fault: { kind: "webhook-loss" } },
  { path: "smtp", fault: { kind: "status", status: 450 } },
];

/** How the processes of the previous version end. */
export type Ending = "stopped" | "killed";

export interface UpgradeResult {
  readonly name: string;
  readonly orders: number;
  readonly verdicts: readonly Verdict[];
  /** Jobs that are still where the previous version kept them. */
  readonly leftBehind: number;
  readonly seconds: number;
  readonly asExpected: boolean;
}

/**
 * Restarts three processes of the previous version one by one as this version, while guests order.
 *
 * @param before the folder of the previous version
 * @param endings how each of the three ends, in this order
 */
export async function runUpgrade(
  databaseUrl: string,
  before: string,
  endings: readonly Ending[],
): Promise<{ world: World; result: UpgradeResult }> {
  const startedAt = performance.now();
  const world = await World.start({
    databaseUrl,
    before,
    processes: PROCESSES,
    retryDelaysSeconds: [1, 2, 3],
  });
  let over = false;
  const guests = orderUntil(world, () => over);
  await pause(STAGE_MS);
  for (const [index, ending] of endings.entries()) {
    await world.restartAsThisVersion(index, ending);
    await pause(STAGE_MS);
  }
  over = true;
  await guests;
  await world.calm();
  await world.settle(SETTLE_MS);
  // Anything that comes too late would come now.
  await pause(3_000);
  const verdicts = (await world.evidence()).map(judge);
  const leftBehind = await jobsLeftBehind(world);
  const isFine = (verdict: Verdict) => verdict === "in till" || WITH_PEOPLE.includes(verdict);
  const result = {
    name: `restarted one by one from the version before: ${endings.join(", ")}`,
    orders: verdicts.length,
    verdicts: [...new Set(verdicts)],
    leftBehind,
    seconds: (performance.now() - startedAt) / 1000,
    asExpected:
      verdicts.length > 0 && verdicts.every(isFine) && leftBehind === 0 && (await allAtRest(world)),
  };
  return { world, result };
}

async function orderUntil(world: World, isOver: () => boolean): Promise<void> {
  const placed: Promise<unknown>[] = [];
  for (let count = 0; !isOver(); count += 1) {
    if (count % 3 === 0)
      world.sandbox.faults.plan(FAULTS[(count / 3) % FAULTS.length] as PlannedFault);
    const points = count % 4 === 0 ? world.nextPoints() : undefined;
    placed.push(world.order(`upgrade ${count}`, { points, promoCode: count % 5 === 0 }));
    await pause(BETWEEN_ORDERS_MS);
  }
  await Promise.all(placed);
}

/**
 * Counts jobs in the queue of those versions that kept no jobs of their own; a database created
 * later does not have that queue.
 */
async function jobsLeftBehind(world: World): Promise<number> {
  const [queue] = await world.query<{ name: string | null }>(
    "select to_regclass('graphile_worker._private_jobs') as name",
  );
  if (!queue?.name) return 0;
  const [row] = await world.query<{ left: number }>(
    "select count(*)::int as left from graphile_worker._private_jobs",
  );
  return row?.left ?? 0;
}

async function allAtRest(world: World): Promise<boolean> {
  return (await world.rows()).every(isAtRest);
}
