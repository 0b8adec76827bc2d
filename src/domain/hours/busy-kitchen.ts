import { intervalOf, type PromiseRecord } from "./promised-interval";

const MINUTE_MS = 60_000;

/** Why a kitchen takes longer than usual. */
export interface KitchenLoad {
  /** The delay that the staff have set, while it is in effect. */
  readonly byHand: number;
  /** Orders that it still has to make. */
  readonly orders: number;
  /** Every that many orders add `queueMinutes`; 0: the queue has no effect. */
  readonly queueOrders: number;
  readonly queueMinutes: number;
}

/** Nobody waits longer for an order as soon as possible. */
const MOST_MINUTES = 240;

/**
 * Returns how many minutes later than usual orders are ready. Anyone who has looked at the kitchen
 * has also seen its queue, so the two are not added up.
 */
export function extraMinutesOf({ byHand, orders, queueOrders, queueMinutes }: KitchenLoad): number {
  const byQueue = queueOrders === 0 ? 0 : Math.floor(orders / queueOrders) * queueMinutes;
  return Math.min(Math.max(byHand, byQueue), MOST_MINUTES);
}

/** When an order for as soon as possible is expected. */
export interface Promised {
  /** null: the usual time is unknown. */
  readonly promisedAt: Date | null;
  /** The interval shown to the guest instead of that moment. */
  readonly promisedFrom: Date | null;
  readonly promisedTo: Date | null;
  /** The same moment while it takes longer than usual: otherwise a POS promises its usual time. */
  readonly delayedTo: Date | null;
}

export const NO_PROMISE: Promised = {
  promisedAt: null,
  promisedFrom: null,
  promisedTo: null,
  delayedTo: null,
};

/**
 * @param usual minutes; null: unknown
 * @param record of the branch's earlier promises
 */
export function promiseOf(
  usual: number | null,
  extra: number,
  record: PromiseRecord,
  now: Date,
): Promised {
  if (usual === null) return NO_PROMISE;
  const after = (minutes: number) => new Date(now.getTime() + minutes * MINUTE_MS);
  const minutes = usual + extra;
  const { from, to } = intervalOf(minutes, record);
  const promisedAt = after(minutes);
  return {
    promisedAt,
    promisedFrom: after(from),
    promisedTo: after(to),
    delayedTo: extra > 0 ? promisedAt : null,
  };
}

/** Returns the minutes that are set for the delivery zone, or for the branch. */
export function usualMinutesOf(
  zone: { readonly minutes: number | null } | null,
  { usualMinutes }: { readonly usualMinutes: number },
): number | null {
  return zone?.minutes ?? (usualMinutes > 0 ? usualMinutes : null);
}
