/** Bars stand on one another; lines go through the middles of the columns. */
export interface Series {
  readonly name: string;
  readonly kind: "bar" | "line";
  /** A class of the sheet: what it looks like; red and amber are for trouble alone. */
  readonly look: "a" | "b" | "calm" | "warn" | "bad" | "light" | "dash";
  /** One for each column; null: nothing is known. */
  readonly values: readonly (number | null)[];
}

/** What a chart shows: a value of each series for each column. */
export interface Drawn {
  readonly columns: readonly string[];
  readonly series: readonly Series[];
  readonly written: (value: number) => string;
}

/** A value's height in the drawing, 0 at its top, 100 at its foot. */
export type Scale = (value: number) => number;

export function columnText(
  series: readonly Series[],
  index: number,
  written: (value: number) => string,
) {
  return series.map(({ name, values }) => `${name} ${valueText(values[index], written)}`);
}

export function valueText(
  value: number | null | undefined,
  written: (value: number) => string,
): string {
  return value === null || value === undefined ? "–" : written(value);
}
