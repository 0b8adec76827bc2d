import { type PosMenuOption, type PosMenuOptionGroup } from "../../../../domain/catalogue/pos-menu";
import { type Kopecks } from "../../../../domain/money/money";
import {
  type Fields,
  firstTold,
  isFields,
  readAmount,
  readFlag,
  readId,
  readList,
  readPrice,
} from "./menu-reading";
import { type SizeRow } from "./menu-sizes";
import { plainText } from "./menu-text";

/** iiko's own numbers: a maximum of 0 means that this level has no limit of its own. */
export interface RawLimits {
  readonly min: number;
  readonly max: number;
  readonly free: number;
  readonly byDefault: number;
}

export interface RawOption extends Pick<
  PosMenuOption,
  "posProductId" | "article" | "name" | "price" | "priceBySize"
> {
  readonly hidden: boolean;
  readonly limits: RawLimits;
}

export interface RawOptionGroup {
  readonly posGroupId: string | null;
  readonly name: string;
  readonly hidden: boolean;
  readonly limits: RawLimits;
  /** iiko's `childModifiersHaveMinMaxRestrictions`. */
  readonly optionsHaveLimits: boolean;
  readonly options: readonly RawOption[];
}

const NO_LIMITS: RawLimits = { min: 0, max: 0, free: 0, byDefault: 0 };

/**
 * Reads the `restrictions` of external menus; the default amount has a different name in format 2.
 */
export function readRestrictions(restrictions: unknown): RawLimits {
  if (!isFields(restrictions)) return NO_LIMITS;
  return {
    min: readAmount(restrictions.minQuantity),
    max: readAmount(restrictions.maxQuantity, 1),
    free: readAmount(restrictions.freeQuantity),
    byDefault: readAmount(firstTold(restrictions.defaultQuantity, restrictions.byDefault)),
  };
}

/**
 * Reads a group of an external menu of any format; returns an empty list when it offers and
 * requires nothing.
 */
export function readOptionGroup(
  group: Fields,
  posGroupId: string | null,
  options: readonly RawOption[],
): PosMenuOptionGroup[] {
  const read = toOptionGroup({
    posGroupId,
    name: plainText(group.name) ?? "",
    hidden: readFlag(group.isHidden),
    limits: readRestrictions(group.restrictions),
    optionsHaveLimits: readFlag(group.childModifiersHaveMinMaxRestrictions),
    options,
  });
  return isNeeded(read) ? [read] : [];
}

/**
 * A required group without options is kept: the POS refuses the product without it, and an operator
 * has to be able to see why.
 */
export function isNeeded(group: PosMenuOptionGroup): boolean {
  return group.options.length > 0 || group.min > 0;
}

/**
 * Determines how much of each option may be taken.
 *
 * Options usually read 0/0 while their group's flag is off: that means "no limits of their own",
 * not "forbidden" (all 2611 options of one production export). Simple modifiers, which have no
 * group id, are always limited individually.
 */
export function toOptionGroup(raw: RawOptionGroup): PosMenuOptionGroup {
  const rawOptions = eachOnce(raw.options);
  const ownLimits = raw.optionsHaveLimits || raw.posGroupId === null;
  const sharedMax = raw.limits.max || rawOptions.length;
  const options = rawOptions.map((option) => {
    const { limits } = option;
    const max = (ownLimits && limits.max) || sharedMax;
    return {
      posProductId: option.posProductId,
      article: option.article,
      name: option.name,
      price: option.price,
      priceBySize: option.priceBySize,
      min: ownLimits ? Math.min(limits.min, max) : 0,
      max,
      byDefault: limits.byDefault,
      freeAmount: limits.free,
      hidden: option.hidden || raw.hidden,
    };
  });
  const unlimited = ownLimits ? options.reduce((sum, option) => sum + option.max, 0) : sharedMax;
  return {
    posGroupId: raw.posGroupId,
    name: raw.name,
    min: raw.limits.min,
    max: Math.max(raw.limits.min, raw.limits.max || unlimited),
    freeAmount: raw.limits.free,
    options,
  };
}

/** Of options with the same id, the first is kept, at the position of the last. */
function eachOnce(options: readonly RawOption[]): readonly RawOption[] {
  const ids = new Set(options.map(({ posProductId }) => posProductId));
  if (ids.size === options.length) return options;
  const fromBehind = options.toReversed().map((option) => [option.posProductId, option] as const);
  return [...new Map(fromBehind).values()].reverse();
}

/** Most options cost the same for every size. */
const NO_OTHER_PRICES: RawOption["priceBySize"] = Object.freeze({});

/**
 * Returns an option's price for the main size, and for other sizes where it differs.
 *
 * @param priceWith returns undefined when the POS gives no price for this size
 */
export function optionPrices(
  main: SizeRow,
  sizes: readonly SizeRow[],
  priceWith: (row: SizeRow) => Kopecks | null | undefined,
): Pick<PosMenuOption, "price" | "priceBySize"> {
  const price = priceWith(main) ?? null;
  const differing: [string, Kopecks | null][] = [];
  for (const row of sizes) {
    const other = row === main ? undefined : priceWith(row);
    if (row.size.posSizeId !== null && other !== undefined && other !== price)
      differing.push([row.size.posSizeId, other]);
  }
  const priceBySize = differing.length === 0 ? NO_OTHER_PRICES : Object.fromEntries(differing);
  return { price, priceBySize };
}

/**
 * The rows of a list by size. Options that share a modifier share its list, which is looked up for
 * each size.
 */
const rowsBySize = new WeakMap<object, ReadonlyMap<string | null, Fields>>();

/**
 * Returns the row of `sizePrices` that applies to a product's size: the row of that size, otherwise
 * the one for every size.
 */
export function sizePriceRow(sizePrices: unknown, posSizeId: string | null): Fields | undefined {
  if (!Array.isArray(sizePrices)) return undefined;
  const rows = rowsBySize.get(sizePrices) ?? indexed(sizePrices);
  const only = rows.size === 1 ? [...rows.values()][0] : undefined;
  return rows.get(posSizeId) ?? rows.get(null) ?? only;
}

/** The first row of each size counts. */
function indexed(sizePrices: readonly unknown[]): ReadonlyMap<string | null, Fields> {
  const rows = new Map(
    readList(sizePrices)
      .toReversed()
      .map((row) => [readId(row.sizeId), row]),
  );
  rowsBySize.set(sizePrices, rows);
  return rows;
}

/**
 * Returns the price for an organization in either layout: `{organizationId, price}` or
 * `{organizations, price}`.
 */
export function priceOfOrganization(prices: unknown, organizationId: string): Kopecks | null {
  if (!Array.isArray(prices)) return null;
  const sought = organizationId.toLowerCase();
  for (const row of prices as readonly unknown[])
    if (isFields(row) && isOf(row, sought)) return readPrice(row.price);
  return null;
}

function isOf({ organizations, organizationId }: Fields, sought: string): boolean {
  if (!Array.isArray(organizations)) return readId(organizationId)?.toLowerCase() === sought;
  return organizations.some((id) => readId(id)?.toLowerCase() === sought);
}
