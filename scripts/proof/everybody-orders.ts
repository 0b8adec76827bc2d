import { setTimeout as pause } from "node:timers/promises";

import { type Placed, type Wish } from "./guests";
import { type HouseRules } from "./house-rules";
import { randomFrom } from "./random";
import { type RandomRunOptions } from "./random-run-options";
import { type World } from "./world";

type Guests = Pick<RandomRunOptions, "orders" | "ordersPerSecond" | "seed">;

/**
 * The guests of a random run: every third pays with points, every fourth has a promo code, and
 * every tenth places another order and changes their mind. Resolves when all have been answered.
 */
export async function everybodyOrders(
  world: World,
  rules: HouseRules,
  { orders, ordersPerSecond, seed }: Guests,
): Promise<void> {
  const order = (name: string, count: number, wish: Wish): Promise<Placed> =>
    world.order(`${name} ${seed} ${count}`, {
      points: count % 3 === 0 ? world.nextPoints() : undefined,
      promoCode: count % 4 === 0,
      ...wish,
    });
  const cancelledOrder = async (count: number) => {
    const random = randomFrom(seed + 2 + count);
    const placed = await order("cancelled", count, rules.givenUpWish(count));
    await pause(random.between(0, 3_000));
    await world.cancel(placed);
  };
  const placed: Promise<unknown>[] = [];
  for (let count = 0; count < orders; count += 1) {
    placed.push(order("random", count, rules.wishOf(count)));
    if (count % 10 === 2) placed.push(cancelledOrder(count));
    await pause(1000 / ordersPerSecond);
  }
  await Promise.all(placed);
}
