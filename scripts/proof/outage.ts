import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

import { type PlannedFault } from "../../sandbox/faults/fault";
import { type CrashStep } from "./crash-points";
import { World } from "./world";

const ORDERS = 100;
/**
 * Guests keep ordering for this long; an order placed later than 14 s into the outage is still
 * tried after it.
 */
const ORDERING_MS = 30_000;
const OUTAGE_MS = 60_000;
const STANDARD_POLICY = { retryDelaysSeconds: [15, 15, 15], acceptTimeoutSeconds: 60 };
/** Duration of the row with a till that never answers, plus some seconds. */
const LONGEST_ROW_MS = 150_000;
const CREATE_PATH = "/api/1/deliveries/create";

/** One row of the README's table, and the figures from the gateway's own records. */
export interface Figure {
  /** The beginning of the row in the README. */
  readonly row: string;
  readonly readme: string;
  /** Seconds from the guest's order to what the row promises. */
  readonly seconds: readonly number[];
  readonly within: readonly [from: number, to: number];
}

/**
 * Cuts every connection to iiko for 60 s while guests order under the standard policy, and then
 * tries the shorter rows.
 */
export async function runOutage(databaseUrl: string): Promise<{ world: World; figures: Figure[] }> {
  const world = await World.start({ databaseUrl, processes: 2, ...STANDARD_POLICY });
  const { faults } = world.sandbox;
  faults.plan({ times: 0, fault: { kind: "drop-before" } });
  const up = pause(OUTAGE_MS).then(() => faults.clear());
  for (let count = 0; count < ORDERS; count += 1) {
    await world.order(`outage ${count}`);
    await pause(ORDERING_MS / ORDERS);
  }
  await up;
  await world.settle(60_000);
  await tryOne(world, "lost answer", { path: CREATE_PATH, fault: { kind: "drop-after" } });
  const refusal = {
    kind: "creation-error",
    code: "ProductNotFound",
    message: "Product not found",
  } as const;
  await tryOne(world, "refusal", { fault: refusal });
  await tryOne(world, "killed", undefined, "request sent");
  await tryOne(world, "undecided", { fault: { kind: "stay-in-progress", ms: 600_000 } });
  await tryOne(world, "silent", { times: 0, fault: { kind: "hang" } });
  return { world, figures: await figuresOf(world) };
}

async function tryOne(
  world: World,
  key: string,
  fault?: PlannedFault,
  crash?: CrashStep,
): Promise<void> {
  if (fault) world.sandbox.faults.plan(fault);
  if (crash) await world.arm(crash);
  await world.order(key);
  await world.settle(LONGEST_ROW_MS);
  world.sandbox.faults.clear();
  await world.revive();
}

async function figuresOf(world: World): Promise<Figure[]> {
  const rows = await readmeRows();
  const figure = async (
    row: string,
    key: string,
    moment: string,
    within: Figure["within"],
  ): Promise<Figure> => ({
    row,
    within,
    readme: rows.find((cells) => cells[0]?.startsWith(row))?.[2] ?? "(no such row)",
    seconds: await secondsUntil(world, key, moment),
  });
  return [
    {
      row: "each repeat",
      readme: "15 s after each failure",
      within: [15, 15.5],
      seconds: await secondsToRepeat(world),
    },
    await figure("iiko refuses connections", "outage %", "with people", [44, 49]),
    await figure("iiko takes connections", "silent", "with people", [125, 133]),
    await figure("the answer is lost", "lost answer", "in till", [0, 4]),
    await figure("iiko has the order", "undecided", "with people", [60, 66]),
    await figure("iiko refuses for good", "refusal", "with people", [0, 4]),
    await figure("the gateway is killed", "killed", "in till", [0, 6]),
  ];
}

async function secondsToRepeat(world: World): Promise<number[]> {
  const rows = await world.query<{ seconds: number }>(
    `select extract(epoch from a.started_at - b.finished_at)::float8 as seconds
     from injection_attempts a join injection_attempts b on b.order_id = a.order_id and b.number = a.number - 1
     join orders o on o.id = a.order_id where o.idempotency_key like 'outage %' order by 1`,
  );
  return rows.map(({ seconds }) => seconds);
}

/** According to the gateway's own records. */
async function secondsUntil(world: World, key: string, moment: string): Promise<number[]> {
  const end =
    moment === "with people"
      ? "(select min(d.sent_at) from fallback_deliveries d where d.order_id = o.id)"
      : "(select min(e.at) from order_events e where e.order_id = o.id and e.detail ->> 'state' = 'IN_POS')";
  const rows = await world.query<{ seconds: number | null }>(
    `select extract(epoch from ${end} - o.created_at)::float8 as seconds from orders o where o.idempotency_key like '${key}'`,
  );
  return rows
    .flatMap(({ seconds }) => (seconds === null ? [] : [seconds]))
    .sort((one, other) => one - other);
}

async function readmeRows(): Promise<string[][]> {
  const lines = (await readFile("README.md", "utf8"))
    .split("\n")
    .filter((line) => line.startsWith("| "));
  return lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
