import { setTimeout as pause } from "node:timers/promises";

import { type DataSource } from "typeorm";

import { type CreateOrder } from "../../src/services/checkout/create-order";
import { eventually } from "../../tests/support/eventually";
import { type OrderRestaurant, RATE_PER_SECOND } from "./order-restaurant";

const IDLE_ORDERS = 40;
const QUEUED = 1_000;
/** How many calls a key may make in a burst after a rest, according to the gateway's budgets. */
const BURST = RATE_PER_SECOND / 2;
const PATIENCE_MS = 120_000;

export interface Drain {
  /** From the moment iiko first sees an order to the end of the last attempt. */
  readonly perSecond: number;
  /** Everything that the gateway sends to the database meanwhile, per order. */
  readonly statements: number;
  /** How often each of them is sent per order, the most frequent first. */
  readonly causes: readonly (readonly [text: string, perOrder: number])[];
  readonly repeated: number;
  /** By how many calls the worst period exceeded the budget. */
  readonly beyondBudget: number;
}

/** From the time that each order carries to the moment iiko first sees it, in milliseconds. */
export async function idleLatencies(
  restaurant: OrderRestaurant,
  db: DataSource,
): Promise<number[]> {
  for (let count = 0; count < IDLE_ORDERS; count += 1) {
    await pause(100 + ((count * 17) % 60));
    const seen = restaurant.createCalls().length;
    await restaurant.storefront.order();
    await eventually(() => restaurant.createCalls().length > seen, 30_000);
  }
  const orders = await db.query<{ createdAt: Date }[]>(
    'select created_at as "createdAt" from orders order by created_at',
  );
  return restaurant
    .createCalls()
    .map((at, index) => at - (orders[index]?.createdAt.getTime() ?? NaN));
}

/** Queues orders while no gateway is running, and then starts one. */
export async function drainOrders(
  restaurant: OrderRestaurant,
  db: DataSource,
  createOrder: CreateOrder,
): Promise<Drain> {
  await forgetOrders(db);
  const earlier = restaurant.createCalls().length;
  for (let count = 0; count < QUEUED; count += 1)
    await createOrder.execute(restaurant.order(count));
  await restaurant.start();
  const deadline = performance.now() + PATIENCE_MS;
  while ((await unsent(db)) > 0 && performance.now() < deadline) await pause(100);
  const statements = await restaurant.statements();
  const calls = restaurant.createCalls().slice(earlier);
  const last = "select max(finished_at) as at from injection_attempts where outcome is not null";
  const end = (await db.query<{ at: Date | null }[]>(last))[0]?.at?.getTime() ?? NaN;
  const sent = QUEUED - (await unsent(db));
  const causes = [...statements].map(([text, count]) => [text, count / sent] as const);
  causes.sort(([, one], [, other]) => other - one);
  return {
    perSecond: (sent * 1_000) / (end - (calls[0] ?? NaN)),
    statements: causes.reduce((sum, [, perOrder]) => sum + perOrder, 0),
    causes,
    repeated: calls.length - sent,
    beyondBudget: beyondBudget(calls),
  };
}

async function forgetOrders(db: DataSource): Promise<void> {
  await db.query("truncate orders cascade");
  await db.query("delete from jobs where key like 'send:%'");
}

async function unsent(db: DataSource): Promise<number> {
  const left =
    "select count(*)::int as count from orders where not exists (select from injection_attempts where order_id = orders.id and finished_at is not null)";
  return (await db.query<{ count: number }[]>(left))[0]?.count ?? NaN;
}

/**
 * Over all periods from one call to a later one, how far the worst exceeds what a full bucket
 * provides in that time.
 */
function beyondBudget(calls: readonly number[]): number {
  let worst = 0;
  // The bucket's surplus as the calls drain it: an underflow means a call too many, whatever the
  // period.
  let left = BURST;
  calls.forEach((at, index) => {
    left = Math.min(BURST, left + ((at - (calls[index - 1] ?? at)) * RATE_PER_SECOND) / 1_000) - 1;
    worst = Math.max(worst, -left);
  });
  return Math.floor(worst);
}
