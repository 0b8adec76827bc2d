/** What a caller who is known goes ahead of everybody else. */
const KNOWN_AHEAD_MS = 30 * 60_000;
/**
 * What each earlier order of a source puts the next one back: longer than a line of first orders
 * takes.
 */
const EACH_EARLIER_MS = 30_000;
/**
 * Nobody is put back for longer than it takes until people are asked whether an order is still
 * wanted.
 */
const MOST_EARLIER = 60;

/** From where an order came in the last hour. */
export interface EarlierOrders {
  /** Orders of the same phone from the same source. */
  readonly ofPhone: number;
  /** Other phones that orders of the same source had. */
  readonly otherPhones: number;
}

/**
 * The place of an order among those of its branch that wait to be sent: the earlier goes first.
 * Whoever sends many orders from one address stands behind everybody who sends one, and is not
 * forgotten: an hour later the place is long past.
 *
 * @param earlier null: the caller holds an API key or is signed in
 */
export function placeInLine(takenAt: Date, earlier: EarlierOrders | null): Date {
  if (!earlier) return new Date(takenAt.getTime() - KNOWN_AHEAD_MS);
  const count = Math.min(earlier.ofPhone + earlier.otherPhones, MOST_EARLIER);
  return new Date(takenAt.getTime() + count * EACH_EARLIER_MS);
}

/** Open orders of one phone at one branch, of guests whom nobody has proven. */
interface OpenOrders {
  readonly ofPhone: number;
  /** Of them, from where the next one comes. */
  readonly fromHere: number;
}

/**
 * How many times the limit the orders of strangers may come to, before a guest's own first one
 * counts, too.
 */
const STRANGERS = 10;

/**
 * May an unproven guest have one more open order? A phone is no proof: strangers who order under it
 * must not lock the guest out, so the first order from elsewhere is taken beyond the limit, until
 * there are ten times as many.
 *
 * @param limit 0: any number
 */
export function mayHaveOneMore({ ofPhone, fromHere }: OpenOrders, limit: number): boolean {
  if (limit === 0 || ofPhone < limit) return true;
  return fromHere === 0 && ofPhone < limit * STRANGERS;
}

/**
 * Whether an order stands behind others of its branch: its place in the line is still to come.
 *
 * @param placeAt left out or null: nobody stands before it
 */
export function standsBehind(placeAt: Date | null | undefined): boolean {
  return (placeAt?.getTime() ?? 0) > Date.now();
}
