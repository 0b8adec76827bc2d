import { setTimeout as wait } from "node:timers/promises";

import { type DataSource, type EntityManager } from "typeorm";

import { type Order } from "../../entities/order";
import { isLockTimeout } from "../../errors";
import { lockOrders } from "./lock-order";

/** A second and a half in all: people wait for it. Most locks last some milliseconds. */
const PAUSES_MS = [50, 100, 200, 400, 750];

/** What came of it; "busy": somebody else has the order locked, and nothing was done. */
type FreeOutcome<T> = { readonly done: T } | "busy";

/**
 * Does something to an order, in a transaction that has it locked. While somebody else has it locked it is tried again
 * after each pause, and no connection is held meanwhile: however many wait for one order, others get theirs.
 *
 * @param pausesMs none: it is tried once
 */
export async function withFreeOrder<T>(
  db: DataSource,
  orderId: string,
  act: (tx: EntityManager, order: Order) => Promise<T>,
  pausesMs: readonly number[] = PAUSES_MS,
): Promise<FreeOutcome<T>> {
  for (let turn = 0; ; turn += 1) {
    const outcome = await once(db, orderId, act);
    const pauseMs = pausesMs[turn];
    if (outcome !== "busy" || pauseMs === undefined) return outcome;
    await wait(pauseMs);
  }
}

async function once<T>(
  db: DataSource,
  orderId: string,
  act: (tx: EntityManager, order: Order) => Promise<T>,
): Promise<FreeOutcome<T>> {
  try {
    return await db.transaction(async (tx) => {
      const [order] = await lockOrders(tx, [orderId], "skip");
      return order ? { done: await act(tx, order) } : "busy";
    });
  } catch (error) {
    if (isLockTimeout(error)) return "busy";
    throw error;
  }
}
