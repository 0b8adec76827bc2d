import { type Pool } from "pg";
import { type DataSource } from "typeorm";

import { PostgresEventFeed } from "../../src/adapters/postgres/postgres-event-feed";
import { createApp } from "../../src/app";
import { systemClock } from "../../src/ports/clock";
import { Keyring } from "../../src/security/keyring";
import { type CreateOrder } from "../../src/services/checkout/create-order";
import { BareInserts } from "./bare-inserts";
import { type OrderRestaurant } from "./order-restaurant";

const ROUNDS = 7;
const ROUND_MS = 1_500;
/** Guests that order at the same time; the pool has ten connections. */
const GUESTS = 20;

/** Orders per second with durable commits, a figure per round. */
export interface Acceptance {
  readonly gateway: readonly number[];
  readonly bare: readonly number[];
}

/** The gateway's createOrder and bare inserts of the same rows, in turn, on one pool. */
export async function measureAcceptance(
  restaurant: OrderRestaurant,
  db: DataSource,
  createOrder: CreateOrder,
): Promise<Acceptance> {
  const acceptance = { gateway: [] as number[], bare: [] as number[] };
  let count = 0;
  const take = async () => (await createOrder.execute(restaurant.order((count += 1)))).order.id;
  const bare = await BareInserts.like(
    (db.driver as unknown as { master: Pool }).master,
    await take(),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    acceptance.bare.push(await perSecond(() => bare.insert()));
    acceptance.gateway.push(await perSecond(take));
  }
  return acceptance;
}

/**
 * The use case as the product builds it, without workers: they would send what is taken meanwhile.
 */
export async function withCreateOrder<T>(
  db: DataSource,
  databaseUrl: string,
  work: (createOrder: CreateOrder) => Promise<T>,
): Promise<T> {
  const feed = new PostgresEventFeed(databaseUrl, console.error);
  await feed.start();
  const app = createApp({
    db,
    feed,
    clock: systemClock,
    secrets: new Keyring(["a-master-key-only-for-this-bench-0001"]),
    poses: {},
    webhookUrl: "http://127.0.0.1",
    channels: {},
  });
  app.shownMenus.start();
  try {
    return await work(app.createOrder);
  } finally {
    await app.shownMenus.close();
    await feed.close();
  }
}

async function perSecond(order: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  let orders = 0;
  const guest = async () => {
    for (; performance.now() - startedAt < ROUND_MS; orders += 1) await order();
  };
  await Promise.all(Array.from({ length: GUESTS }, guest));
  return (orders * 1_000) / (performance.now() - startedAt);
}
