/** Open orders of one phone at one branch, of guests whom nobody has proven. */
export interface OpenOrders {
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
