import { createRequire } from "node:module";
import { join } from "node:path";

import type * as ormConfig from "../../ormconfig";
import type * as benchDatabase from "../bench-database";
import { settingsOfChild, tellParent } from "../child";
import type * as acceptance from "./acceptance";
import { perSecond } from "./guests";
import type * as orderRestaurant from "./order-restaurant";
import type * as sending from "./sending";

// One version of the product, with the bench that belongs to it: its own code takes and sends the
// orders. Everything is loaded from its checkout, which has to be built.

const ROUND_MS = 2_000;

export interface VersionSettings {
  /** The folder of a built checkout. */
  readonly checkout: string;
}

export interface VersionQuestion {
  readonly part: "createOrder" | "drain";
}

export interface VersionAnswer {
  readonly perSecond: number;
}

type CreateOrder = Parameters<typeof sending.drainOrders>[2];
type Work = (made: CreateOrder | { readonly createOrder: CreateOrder }) => Promise<void>;
/** Earlier versions build createOrder alone. */
type Building = (db: unknown, databaseUrl: string, work: Work) => Promise<void>;

async function main(): Promise<void> {
  const { checkout } = await settingsOfChild<VersionSettings>();
  process.chdir(checkout);
  const load = createRequire(join(checkout, "dist", "bench", "main.js"));
  const { withDatabase } = load("./bench-database") as typeof benchDatabase;
  const { OrderRestaurant } = load("./orders/order-restaurant") as typeof orderRestaurant;
  const { createDataSource } = load("../ormconfig") as typeof ormConfig;
  const { drainOrders } = load("./orders/sending") as typeof sending;
  const made = load("./orders/acceptance") as typeof acceptance & { withCreateOrder?: Building };
  const build = (made.withCreateOrder ?? made.withCheckout) as Building;
  await withDatabase(async (databaseUrl) => {
    const restaurant = await OrderRestaurant.open(databaseUrl);
    const db = await createDataSource(databaseUrl).initialize();
    await restaurant.stop();
    await build(db, databaseUrl, async (built) => {
      const createOrder = "createOrder" in built ? built.createOrder : built;
      let count = 0;
      const take = () => createOrder.execute(restaurant.order((count += 1)));
      const drain = async () => {
        const drained = await drainOrders(restaurant, db, createOrder);
        await restaurant.stop();
        return drained.perSecond;
      };
      const accept = () => perSecond(take, ROUND_MS);
      await accept();
      await answerUntilReleased({ createOrder: accept, drain });
    });
    await db.destroy();
    await restaurant.close();
  });
  process.exit(0);
}

function answerUntilReleased(
  parts: Readonly<Record<VersionQuestion["part"], () => Promise<number>>>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    process.once("disconnect", resolve);
    process.on("message", ({ part }: VersionQuestion) => {
      const tell = (rate: number) => tellParent({ perSecond: rate } satisfies VersionAnswer);
      parts[part]().then(tell, reject);
    });
    tellParent({});
  });
}

void main();
