import { type Thousandths } from "../money/money";
import {
  optionPrice,
  type SnapshotOption,
  type SnapshotOptionGroup,
  type SnapshotProduct,
  type SnapshotSize,
} from "./menu-snapshot";
import { canBeChosen, soldOptions } from "./required-options";
import { soldChoices } from "./sold-choices";
import { type Limit, type StopList } from "./stop-list";

export enum UnavailableReason {
  STOP_LIST = "STOP_LIST",
  OUTSIDE_HOURS = "OUTSIDE_HOURS",
  NOT_PRICED = "NOT_PRICED",
  OPTIONS_MISSING = "OPTIONS_MISSING",
  NOT_IN_MENU = "NOT_IN_MENU",
  HIDDEN = "HIDDEN",
  DELETED = "DELETED",
}

/** Whether something can be ordered now, as far as is known. */
export interface Availability {
  readonly available: boolean;
  /** null: no known limit. Set only while it is available. */
  readonly remaining: Thousandths | null;
  /** Set if and only if it is not available. */
  readonly reason: UnavailableReason | null;
  /** Since when it has been unavailable or limited, ISO 8601; null when unknown. */
  readonly since: string | null;
  /** When it is sold again, ISO 8601; null: it is available, or the time is unknown. */
  readonly until: string | null;
}

const AVAILABLE: Availability = {
  available: true,
  remaining: null,
  reason: null,
  since: null,
  until: null,
};
export const NOT_PRICED: Availability = unavailable(UnavailableReason.NOT_PRICED);
const OPTIONS_MISSING: Availability = unavailable(UnavailableReason.OPTIONS_MISSING);
export const HIDDEN: Availability = unavailable(UnavailableReason.HIDDEN);

/**
 * A size is also unavailable when a group that requires a choice has too few options left, or when
 * a part of the combo has no choice left. @param products the whole catalogue by article
 */
export function sizeAvailability(
  product: SnapshotProduct,
  size: SnapshotSize,
  stopList: StopList,
  products: ReadonlyMap<string, SnapshotProduct>,
): Availability {
  const known = stockOfSize(product, size, stopList, products);
  return known.available || known.reason === UnavailableReason.STOP_LIST
    ? duringHours(known, product.posProductId, stopList)
    : known;
}

/** Returns what is known about a dish, unless the menu does not sell it at that time. */
function duringHours(known: Availability, posProductId: string, stopList: StopList): Availability {
  const opensAt = stopList.opensAt(posProductId);
  if (opensAt === undefined) return known;
  const until = opensAt?.toISOString() ?? null;
  return { ...unavailable(UnavailableReason.OUTSIDE_HOURS), until };
}

/** Ignores the time: a part is sold whenever its combo is. */
function stockOfSize(
  product: SnapshotProduct,
  size: SnapshotSize,
  stopList: StopList,
  products: ReadonlyMap<string, SnapshotProduct>,
): Availability {
  const parts = product.comboGroups.map((group) => soldChoices(products, group, size));
  if (size.price === null || parts.some((choices) => choices.length === 0)) return NOT_PRICED;
  if (!product.optionGroups.every((group) => canBeChosen(group, size))) return OPTIONS_MISSING;
  const choicesOf = parts.map((choices) =>
    choices.map((choice) => stockOfSize(choice.product, choice.size, stopList, products)),
  );
  if (choicesOf.some((choices) => choices.every((choice) => choice === OPTIONS_MISSING)))
    return OPTIONS_MISSING;
  if (stopList.isEmpty) return AVAILABLE;
  const own = stockLimits(product.posProductId, size.posSizeId, stopList);
  const lacking = product.optionGroups.flatMap((group) => lackOf(group, size, stopList));
  return limitedBy([...own, ...lacking, ...choicesOf.map(partLimit)]);
}

/**
 * Returns the limit of all choices for one part together; undefined when one of them has no limit.
 */
function partLimit(choices: readonly Availability[]): Limit | undefined {
  const left = choices.map(({ available, remaining }) => (available ? (remaining ?? Infinity) : 0));
  const balance = left.reduce((sum, each) => sum + each, 0);
  return balance === Infinity ? undefined : { balance, since: latest(choices) };
}

/**
 * An option that no size on sale has cannot be ordered; its prices determine which sizes it can be
 * ordered with.
 */
export function optionAvailability(
  { sizes }: SnapshotProduct,
  option: SnapshotOption,
  stopList: StopList,
): Availability {
  const isSold = sizes.some((size) => size.price !== null && optionPrice(option, size) !== null);
  return isSold ? stockOf(option.posProductId, null, stopList) : NOT_PRICED;
}

/**
 * Returns what is left of a dish, of one of its sizes or of an option, regardless of what has to be
 * chosen with it.
 */
export function stockOf(
  posProductId: string,
  posSizeId: string | null,
  stopList: StopList,
): Availability {
  return limitedBy(stockLimits(posProductId, posSizeId, stopList));
}

/** The same for a dish of the POS's menu, which may be outside its sale hours. */
export function dishAvailability(
  posProductId: string,
  posSizeId: string | null,
  stopList: StopList,
): Availability {
  return duringHours(stockOf(posProductId, posSizeId, stopList), posProductId, stopList);
}

/**
 * A product is available when at least one of its sizes is. @param sizes the availability of each
 */
export function productAvailability(
  product: SnapshotProduct,
  sizes: readonly Availability[],
  stopList: StopList,
): Availability {
  const available = sizes.filter((size) => size.available);
  if (available.length === 0) return whyNone(sizes);
  if (available.every((size) => size === AVAILABLE)) return AVAILABLE;
  const left = available.reduce((sum, { remaining }) => sum + (remaining ?? Infinity), 0);
  const remaining = Math.min(left, stopList.ofProduct(product.posProductId)?.balance ?? Infinity);
  return remaining === Infinity ? AVAILABLE : { ...AVAILABLE, remaining, since: latest(available) };
}

/** Sizes that will be sold again matter more to a guest than sizes that were never sold. */
function whyNone(sizes: readonly Availability[]): Availability {
  const later = sizes.find(({ reason }) => reason === UnavailableReason.OUTSIDE_HOURS);
  if (later) return later;
  const stopped = sizes.filter(({ reason }) => reason === UnavailableReason.STOP_LIST);
  if (stopped.length > 0) return unavailable(UnavailableReason.STOP_LIST, latest(stopped));
  return sizes.includes(OPTIONS_MISSING) ? OPTIONS_MISSING : NOT_PRICED;
}

function stockLimits(
  posProductId: string,
  posSizeId: string | null,
  stopList: StopList,
): (Limit | undefined)[] {
  return [
    stopList.ofProduct(posProductId),
    posSizeId === null ? undefined : stopList.ofSize(posProductId, posSizeId),
  ];
}

/**
 * Returns what in a group keeps a size from being ordered: the options with too little left, or
 * nothing when enough is left.
 */
function lackOf(group: SnapshotOptionGroup, size: SnapshotSize, stopList: StopList): Limit[] {
  const unitsLeft = ({ posProductId }: SnapshotOption) => {
    const limit = stopList.ofProduct(posProductId);
    return limit ? Math.max(0, Math.floor(limit.balance / 1000)) : Infinity;
  };
  if (canBeChosen(group, size, unitsLeft)) return [];
  const limits = soldOptions(group, size).flatMap(
    ({ posProductId }) => stopList.ofProduct(posProductId) ?? [],
  );
  return limits.map(({ since }) => ({ balance: 0, since }));
}

function limitedBy(limits: readonly (Limit | undefined)[]): Availability {
  const known = limits.flatMap((limit) => limit ?? []);
  if (known.length === 0) return AVAILABLE;
  const out = known.filter(({ balance }) => balance <= 0);
  if (out.length > 0) return unavailable(UnavailableReason.STOP_LIST, latest(out));
  return {
    ...AVAILABLE,
    remaining: Math.min(...known.map(({ balance }) => balance)),
    since: latest(known),
  };
}

function unavailable(reason: UnavailableReason, since: string | null = null): Availability {
  return { available: false, remaining: null, reason, since, until: null };
}

function latest(those: readonly { readonly since: string | null }[]): string | null {
  return those.reduce<string | null>(
    (last, { since }) => (since !== null && since > (last ?? "") ? since : last),
    null,
  );
}
