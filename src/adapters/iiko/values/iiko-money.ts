import { type Kopecks } from "../../../domain/money/money";

/**
 * A single division of hundredths yields the number nearest to the decimal, which JSON writes
 * without a tail.
 */
export function toRoubles(amount: Kopecks): number {
  return amount / 100;
}

/** iiko's sums are doubles: 350.5 roubles, 0.1 + 0.2 roubles. */
export function toKopecks(roubles: number): Kopecks {
  return Math.round(roubles * 100);
}

/**
 * The same for points that may be spent: with 10.006 roubles, nobody may spend 10.01. A double may
 * be slightly below its decimal.
 */
export function toSpendableKopecks(roubles: number): Kopecks {
  return Math.floor(roubles * 100 + 1e-4);
}
