/** Bars are stacked; lines pass through the middles of the columns. */
export interface Series {
  readonly name: string;
  readonly kind: "bar" | "line";
  /** A class of the style sheet that defines its look; red and amber are for failures only. */
  readonly look: "a" | "b" | "calm" | "warn" | "bad" | "light" | "dash";
  /** One value per column; null when unknown. */
  readonly values: readonly (number | null)[];
}

/** What a chart shows: one value per series and column. */
export interface Drawn {
  readonly columns: readonly string[];
  readonly series: readonly Series[];
  readonly written: (value: number) => string;
}

/** A value's height in the drawing: 0 at the top, 100 at the bottom. */
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
