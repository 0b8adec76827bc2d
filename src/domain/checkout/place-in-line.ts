/** How far known callers go ahead of everyone else. */
const KNOWN_AHEAD_MS = 30 * 60_000;
/**
 * How far each earlier order of a source moves the next one back: longer than a line of first
 * orders takes.
 */
const EACH_EARLIER_MS = 30_000;
/**
 * No order is moved back for longer than it takes until the staff are asked whether it is still
 * wanted.
 */
const MOST_EARLIER = 60;

/** Orders from one source within the last hour. */
export interface EarlierOrders {
  /** Orders with the same phone from the same source. */
  readonly ofPhone: number;
  /** Other phones used in orders from the same source. */
  readonly otherPhones: number;
}

/**
 * Returns the place of an order among those of its branch that wait to be sent: the earliest goes
 * first. Anyone who sends many orders from one address stands behind everyone who sends one, but is
 * not forgotten: an hour later the place has long been reached.
 *
 * @param earlier null: the caller holds an API key or is signed in
 */
export function placeInLine(takenAt: Date, earlier: EarlierOrders | null): Date {
  if (!earlier) return new Date(takenAt.getTime() - KNOWN_AHEAD_MS);
  const count = Math.min(earlier.ofPhone + earlier.otherPhones, MOST_EARLIER);
  return new Date(takenAt.getTime() + count * EACH_EARLIER_MS);
}

/** Open orders of one phone at one branch, from unverified guests. */
interface OpenOrders {
  readonly ofPhone: number;
  /** Those from the same source as the next one. */
  readonly fromHere: number;
}

/**
 * Multiple of the limit that strangers' orders may reach before a guest's own first order is
 * refused too.
 */
const STRANGERS = 10;

/**
 * Returns whether an unverified guest may have one more open order. A phone is no proof: strangers
 * who order under it must not lock the guest out, so the first order from another source is
 * accepted beyond the limit, until there are ten times as many.
 *
 * @param limit 0: no limit
 */
export function mayHaveOneMore({ ofPhone, fromHere }: OpenOrders, limit: number): boolean {
  if (limit === 0 || ofPhone < limit) return true;
  return fromHere === 0 && ofPhone < limit * STRANGERS;
}

/**
 * Returns whether an order stands behind others of its branch, because its turn in the line has not
 * come yet.
 *
 * @param placeAt left out or null: no order stands before it
 */
export function standsBehind(placeAt: Date | null | undefined): boolean {
  return (placeAt?.getTime() ?? 0) > Date.now();
}
