import { type Pool } from "pg";
import { type DataSource } from "typeorm";

import { PostgresEventFeed } from "../../src/adapters/postgres/postgres-event-feed";
import { createApp } from "../../src/app";
import { systemClock } from "../../src/ports/clock";
import { Keyring } from "../../src/security/keyring";
import { type CreateOrder } from "../../src/services/checkout/create-order";
import { type FindDeliveryOptions } from "../../src/services/checkout/find-delivery-options";
import { BareInserts } from "./bare-inserts";
import { perSecond } from "./guests";
import { type OrderRestaurant } from "./order-restaurant";

// Many short rounds: any other load on the machine affects everything in a round equally.
const ROUNDS = 15;
const ROUND_MS = 700;

/** Orders per second with durable commits, one figure per round. */
export interface Acceptance {
  readonly gateway: readonly number[];
  readonly bare: readonly number[];
  /** The gateway at branches with hours, slots, zones and minimums. */
  readonly judged: readonly number[];
  /** Queries per second for who delivers to a place, at the same branches. */
  readonly options: readonly number[];
}

/** The part of the product that is measured. */
interface Checkout {
  readonly createOrder: CreateOrder;
  readonly findDeliveryOptions: FindDeliveryOptions;
}

/**
 * Measures the gateway's createOrder with and without rules, bare inserts of the same rows, and
 * delivery queries, in turn on one pool.
 */
export async function measureAcceptance(
  restaurant: OrderRestaurant,
  db: DataSource,
  { createOrder, findDeliveryOptions }: Checkout,
): Promise<Acceptance> {
  const acceptance = {
    gateway: [] as number[],
    bare: [] as number[],
    judged: [] as number[],
    options: [] as number[],
  };
  let count = 0;
  const take = async () => (await createOrder.execute(restaurant.order((count += 1)))).order.id;
  const judged = () => createOrder.execute(restaurant.judgedOrder((count += 1)));
  const ask = () =>
    findDeliveryOptions.execute({ kind: "anonymous" }, restaurant.deliveryQuestion((count += 1)));
  const [option] = await ask();
  if (!option || option.reason) throw new Error("Nobody delivers there");
  const bare = await BareInserts.like(
    (db.driver as unknown as { master: Pool }).master,
    await take(),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    acceptance.bare.push(await perSecond(() => bare.insert(), ROUND_MS));
    acceptance.gateway.push(await perSecond(take, ROUND_MS));
    acceptance.judged.push(await perSecond(judged, ROUND_MS));
    acceptance.options.push(await perSecond(ask, ROUND_MS));
  }
  return acceptance;
}

/**
 * The use cases as the product builds them, but without workers, which would send the accepted
 * orders meanwhile.
 */
export async function withCheckout<T>(
  db: DataSource,
  databaseUrl: string,
  work: (checkout: Checkout) => Promise<T>,
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
    return await work(app);
  } finally {
    await app.shownMenus.close();
    await feed.close();
  }
}
