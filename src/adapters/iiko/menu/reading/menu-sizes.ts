import { type PosMenuSize } from "../../../../domain/catalogue/pos-menu";
import { type Fields } from "./menu-reading";

/**
 * A product has a handful. Each option has a price for each size, so a menu with endless sizes
 * would grow far faster than its own text: beyond this many, sizes are ignored.
 */
export const MOST_SIZES = 50;

/** A size together with the object from which it was read. */
export interface SizeRow {
  readonly size: PosMenuSize;
  readonly fields: Fields;
}

/**
 * Returns the sizes that a guest can tell apart: each id once, at most one default, and for a
 * product without sizes a single one without id and name. Empty only when there were no rows.
 */
export function distinctSizes(rows: readonly SizeRow[]): SizeRow[] {
  const withId = rows.filter(({ size }) => size.posSizeId !== null);
  if (withId.length === 0) {
    const only = mainSize(rows);
    return only ? [{ ...only, size: { ...only.size, name: null, isDefault: true } }] : [];
  }
  const byId = new Map<string | null, SizeRow>();
  for (const row of withId) if (!byId.has(row.size.posSizeId)) byId.set(row.size.posSizeId, row);

  const distinct = [...byId.values()].slice(0, MOST_SIZES);
  const main = distinct.length === 1 ? distinct[0] : distinct.find(({ size }) => size.isDefault);
  return distinct.map((row) => ({ ...row, size: { ...row.size, isDefault: row === main } }));
}

/** Returns the default size, or the first when there is no default. */
export function mainSize(rows: readonly SizeRow[]): SizeRow | undefined {
  return rows.find(({ size }) => size.isDefault) ?? rows[0];
}
