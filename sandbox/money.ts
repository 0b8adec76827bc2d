/** Rounds roubles to whole kopecks, as iiko writes them; otherwise sums of fractions drift. */
export function roubles(sum: number): number {
  return Math.round(sum * 100) / 100;
}

export function sumOf(sums: readonly number[]): number {
  return roubles(sums.reduce((total, sum) => total + sum, 0));
}
