import { median, type Results } from "./rounds";

export interface Bar {
  readonly name: string;
  readonly reached: number;
  /** The same by processor time, for comparison. */
  readonly byCpu?: number;
  /** The lower or upper limit. */
  readonly atLeast?: number;
  readonly atMost?: number;
}

export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(cells.join("  "));
  }
}

export function printResults(results: Results): void {
  const rows = [...results].map(([name, rounds]) => [
    name,
    median(rounds.map(({ perSecond }) => perSecond)).toFixed(1),
    median(rounds.map(({ p50 }) => p50)).toFixed(2),
    median(rounds.map(({ p99 }) => p99)).toFixed(2),
    median(rounds.map(({ cpuMs }) => cpuMs)).toFixed(2),
  ]);
  printTable([["contestant", "requests/s", "p50 ms", "p99 ms", "cpu ms/request"], ...rows]);
}

/** Prints whether each bar was reached; returns true when all were. */
export function judge(bars: readonly Bar[]): boolean {
  const verdicts = bars.map(({ name, reached, byCpu, atLeast = -Infinity, atMost = Infinity }) => {
    const passed = reached >= atLeast && reached <= atMost;
    const bar = atLeast === -Infinity ? `≤ ${atMost}` : `≥ ${atLeast}`;
    return {
      passed,
      row: [name, reached.toFixed(2), byCpu?.toFixed(2) ?? "", bar, passed ? "PASS" : "FAIL"],
    };
  });
  console.log();
  printTable([["bar", "reached", "by cpu", "asked", ""], ...verdicts.map(({ row }) => row)]);
  return verdicts.every(({ passed }) => passed);
}
