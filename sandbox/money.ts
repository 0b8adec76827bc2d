/** Roubles with whole kopecks, as iiko writes them; sums of fractions drift otherwise. */
export function roubles(sum: number): number {
  return Math.round(sum * 100) / 100;
}

export function sumOf(sums: readonly number[]): number {
  return roubles(sums.reduce((total, sum) => total + sum, 0));
}
