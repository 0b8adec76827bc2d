import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { GatewayClient } from "../../tests/support/gateway-client";
import { Storefront } from "../../tests/support/storefront";
import { randomFrom } from "../proof/random";
import { World } from "../proof/world";
import { Flood } from "./flood";
import { type SoakResult } from "./judge-soak";
import { RealGuests, type RealOrder } from "./real-guests";

export interface SoakOptions {
  readonly databaseUrl: string;
  readonly minutes: number;
  readonly seed: number;
  /** Flood requests in total; 0 means that the guests are alone. */
  readonly floodsPerSecond: number;
  readonly tell: (line: string) => void;
}

/** iiko's usual pace is two orders a second. */
const PER_SECOND = "2";
const BETWEEN_GUESTS_MS = 1_000;
/** After the last guest: an order that is not in the till by then will not arrive. */
const LAST_MS = 30_000;

const ARRIVALS = `
  select orders.id, extract(epoch from min(event.at) - orders.created_at)::float8 * 1000 as "sentMs"
  from orders join order_events event on event.order_id = orders.id
  where orders.id = any ($1) and event.detail ->> 'kind' = 'INJECTION' and event.detail ->> 'state' = 'IN_POS'
  group by orders.id`;

/** Real guests at one gateway with the usual limits, alone or alongside floods. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const folder = await mkdtemp(join(tmpdir(), "gateway-soak-"));
  const memoryFile = join(folder, "memory");
  const world = await World.start({
    databaseUrl: options.databaseUrl,
    processes: 1,
    retryDelaysSeconds: [15, 15, 15],
    acceptTimeoutSeconds: 60,
    env: {
      TRUST_PROXY: "true",
      PUBLIC_MUTATION_BURST: "20",
      IIKO_RATE_PER_SECOND: PER_SECOND,
      MEMORY_FILE: memoryFile,
      NODE_OPTIONS: `--expose-gc --require ${join(process.cwd(), "dist/scripts/soak/report-memory.js")}`,
    },
  });
  try {
    // The state of a branch until it is configured.
    await world.change({ guestOrders: null });
    const { orders, refused } = await letGuestsOrder(world, options);
    const toTillMs = await arrivalsOf(world, orders);
    const samples = (await readFile(memoryFile, "utf8").catch(() => ""))
      .split("\n")
      .filter(Boolean);
    const answeredMs = orders.map((order) => order.answeredMs);
    return {
      answeredMs,
      toTillMs,
      missing: orders.length - toTillMs.length,
      refused,
      memory: samples.map(Number),
    };
  } finally {
    await world.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function letGuestsOrder(
  world: World,
  { minutes, seed, floodsPerSecond, tell }: SoakOptions,
): Promise<RealGuests> {
  const [url = ""] = world.urls;
  const input = await new Storefront(new GatewayClient(url), world.branchId).input();
  const guests = new RealGuests(url, input);
  const flood = new Flood(
    url,
    { ...input, branchId: world.branchId },
    randomFrom(seed),
    floodsPerSecond,
  );
  if (floodsPerSecond > 0) flood.start();
  const ordering: Promise<void>[] = [];
  const end = performance.now() + minutes * 60_000;
  while (performance.now() < end) {
    ordering.push(guests.order());
    await pause(BETWEEN_GUESTS_MS);
  }
  await Promise.all(ordering);
  await waitForArrivals(world, guests.orders);
  await flood.stop();
  if (floodsPerSecond > 0) tell(`sent: ${JSON.stringify(flood.sent)}`);
  return guests;
}

/** The floods go on meanwhile. */
async function waitForArrivals(world: World, orders: readonly RealOrder[]): Promise<void> {
  const end = performance.now() + LAST_MS;
  while (performance.now() < end && (await arrivalsOf(world, orders)).length < orders.length)
    await pause(1_000);
}

/**
 * From the click to the till: the time to the answer, and everything after the order was accepted.
 */
async function arrivalsOf(world: World, orders: readonly RealOrder[]): Promise<number[]> {
  const rows = await world.query<{ id: string; sentMs: number }>(ARRIVALS, [
    orders.map(({ id }) => id),
  ]);
  const sent = new Map(rows.map(({ id, sentMs }) => [id, sentMs]));
  return orders.flatMap(({ id, answeredMs }) => {
    const sentMs = sent.get(id);
    return sentMs === undefined ? [] : [answeredMs + sentMs];
  });
}
