import { createDataSource } from "../../ormconfig";
import { withDatabase } from "../bench-database";
import { type Bar, judge, printTable } from "../report";
import { median } from "../rounds";
import { type Acceptance, measureAcceptance, withCheckout } from "./acceptance";
import { measureInTurn } from "./in-turn";
import { OrderRestaurant, RATE_PER_SECOND } from "./order-restaurant";
import { type Drain, drainOrders, idleLatencies } from "./sending";

/** How many of the most interesting statements of a drain are shown. */
const SHOWN = 25;
/** 200 orders/s on a machine that does 1,623 bare inserts/s; a slower disk slows down both. */
const DRAIN_TO_INSERTS = 0.12;

/**
 * Measures how fast orders are accepted, reach iiko, and leave a queue. With `--drain`, only the
 * last; with `--against <folder>`, both in turn with another version of this repository.
 */
export async function benchOrders(options: readonly string[]): Promise<boolean> {
  const other = options.includes("--against") && options[options.indexOf("--against") + 1];
  if (other) return judge(await measureInTurn(other));
  return withDatabase(async (databaseUrl) => {
    const restaurant = await OrderRestaurant.open(databaseUrl);
    const db = await createDataSource(databaseUrl).initialize();
    try {
      if (options.includes("--drain")) {
        await restaurant.stop();
        return await withCheckout(db, databaseUrl, async ({ createOrder }) =>
          reportDrain(await drainOrders(restaurant, db, createOrder)),
        );
      }
      const idleMs = await idleLatencies(restaurant, db);
      await restaurant.stop();
      return await withCheckout(db, databaseUrl, async (checkout) => {
        const acceptance = await measureAcceptance(restaurant, db, checkout);
        return report(idleMs, acceptance, await drainOrders(restaurant, db, checkout.createOrder));
      });
    } finally {
      await db.destroy();
      await restaurant.close();
    }
  });
}

function reportDrain(drain: Drain): boolean {
  printTable([["drain of 1,000 orders, orders/s", drain.perSecond.toFixed(1)]]);
  return judge(barsOf(drain));
}

function report(
  idleMs: readonly number[],
  { gateway, bare, judged, options }: Acceptance,
  drain: Drain,
): boolean {
  printTable([
    ["", "median", "lowest", "highest"],
    row("orders/s, createOrder", gateway),
    row("orders/s, createOrder with hours, slots, zones, minimum", judged),
    row("orders/s, bare inserts", bare),
    row("questions/s, deliveryOptions over 200 zones", options),
    row("idle, accepted to first byte at iiko, ms", idleMs),
    row("drain of 1,000 orders, orders/s", [drain.perSecond]),
  ]);
  return judge([
    { name: "createOrder / bare inserts", reached: ratio(gateway, bare), atLeast: 0.4 },
    {
      name: "createOrder with all rules / without",
      reached: ratio(judged, gateway),
      atLeast: 0.85,
    },
    {
      name: "time of deliveryOptions / of createOrder",
      reached: ratio(judged, options),
      atMost: 0.2,
    },
    {
      name: "idle, accepted to first byte at iiko, median ms",
      reached: median(idleMs),
      atMost: 50,
    },
    {
      name: "drain of 1,000 orders / bare inserts",
      reached: drain.perSecond / median(bare),
      atLeast: DRAIN_TO_INSERTS,
    },
    ...barsOf(drain),
  ]);
}

/** The median, over all rounds, of the ratio within each round. */
function ratio(ones: readonly number[], others: readonly number[]): number {
  return median(ones.map((one, round) => one / (others[round] ?? NaN)));
}

function barsOf(drain: Drain): Bar[] {
  console.log();
  printTable([
    ["statements of the drain", "per order"],
    ...drain.causes.slice(0, SHOWN).map(([text, perOrder]) => [text, perOrder.toFixed(3)]),
  ]);
  return [
    { name: "statements per drained order", reached: drain.statements, atMost: 4.9 },
    { name: "sent more than once", reached: drain.repeated, atMost: 0 },
    {
      name: `calls beyond a budget of ${RATE_PER_SECOND}/s`,
      reached: drain.beyondBudget,
      atMost: 0,
    },
  ];
}

function row(name: string, values: readonly number[]): string[] {
  const figures = [median(values), Math.min(...values), Math.max(...values)];
  return [name, ...figures.map((figure) => figure.toFixed(1))];
}
