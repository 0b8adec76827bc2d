import { type Kopecks } from "../../domain/money";

/** Hundredths divided once give the number nearest to the decimal, which JSON writes without a tail. */
export function toRoubles(amount: Kopecks): number {
  return amount / 100;
}

/** iiko's sums are doubles: 350.5 roubles, 0.1 + 0.2 roubles. */
export function toKopecks(roubles: number): Kopecks {
  return Math.round(roubles * 100);
}
