import { intervalOf, type PromiseRecord } from "./promised-interval";

const MINUTE_MS = 60_000;

/** Why a kitchen takes longer than usual. */
export interface KitchenLoad {
  /** What people said, while it holds. */
  readonly byHand: number;
  /** Orders that it still has to make. */
  readonly orders: number;
  /** For each so many of them it takes `queueMinutes` longer; 0: it does not matter. */
  readonly queueOrders: number;
  readonly queueMinutes: number;
}

/** Nobody waits longer for what is wanted as soon as possible. */
const MOST_MINUTES = 240;

/**
 * How many minutes later than usual orders are ready. Who has looked at the kitchen has seen its
 * queue as well: the two are not added up.
 */
export function extraMinutesOf({ byHand, orders, queueOrders, queueMinutes }: KitchenLoad): number {
  const byQueue = queueOrders === 0 ? 0 : Math.floor(orders / queueOrders) * queueMinutes;
  return Math.min(Math.max(byHand, byQueue), MOST_MINUTES);
}

/** When an order as soon as possible is to be there. */
export interface Promised {
  /** null: nobody said how long it usually takes. */
  readonly promisedAt: Date | null;
  /** What the guest is told instead of that moment. */
  readonly promisedFrom: Date | null;
  readonly promisedTo: Date | null;
  /** The same moment while it takes longer than usual: else a till promises its usual time. */
  readonly delayedTo: Date | null;
}

export const NO_PROMISE: Promised = {
  promisedAt: null,
  promisedFrom: null,
  promisedTo: null,
  delayedTo: null,
};

/**
 * @param usual minutes; null: nobody said
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

/** Minutes, as far as anybody said: the zone where it is brought, or the branch. */
export function usualMinutesOf(
  zone: { readonly minutes: number | null } | null,
  { usualMinutes }: { readonly usualMinutes: number },
): number | null {
  return zone?.minutes ?? (usualMinutes > 0 ? usualMinutes : null);
}
