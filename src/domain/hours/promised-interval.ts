/** Minimum and maximum minutes that an order takes, as shown to its guest. */
export interface MinutesInterval {
  readonly from: number;
  readonly to: number;
}

/** How a branch's orders arrived compared with what their guests had been promised. */
export interface PromiseRecord {
  /** Completed orders for as soon as possible whose guests were shown an interval. */
  readonly orders: number;
  /** Those within the interval, before it, and after it. */
  readonly kept: number;
  readonly early: number;
  readonly late: number;
  /** Median of the minutes by which late orders missed the interval; null: none was late. */
  readonly minutesLate: number | null;
  /**
   * By how many minutes they came after the usual time: at most this many for one in ten, and for
   * nine in ten. Below 0: before it. null: none has arrived.
   */
  readonly spread: MinutesInterval | null;
}

export const NO_RECORD: PromiseRecord = {
  orders: 0,
  kept: 0,
  early: 0,
  late: 0,
  minutesLate: null,
  spread: null,
};

/** Fewer orders say more about the day than about the branch. */
export const ENOUGH_ORDERS = 20;
/** Until then: this share of the time, in both directions. */
const USUAL_SHARE = 0.2;
const LEAST_MINUTES = 5;
/** Nobody believes 37 to 52 minutes. */
const STEP_MINUTES = 5;

/**
 * Returns the interval that a guest is shown instead of a single moment. Once enough orders have
 * arrived, it is the one within which eight in ten of them would have arrived. It always includes
 * the usual time, which alerts and the POS rely on.
 *
 * @param minutes how long an order takes now, including any additions
 */
export function intervalOf(minutes: number, record: PromiseRecord): MinutesInterval {
  const { from, to } = spreadOf(minutes, record);
  const down = Math.floor((minutes + Math.min(from, 0)) / STEP_MINUTES) * STEP_MINUTES;
  const up = Math.ceil((minutes + Math.max(to, 0)) / STEP_MINUTES) * STEP_MINUTES;
  return { from: Math.max(down, 0), to: Math.max(up, down + STEP_MINUTES) };
}

function spreadOf(minutes: number, { orders, spread }: PromiseRecord): MinutesInterval {
  if (spread !== null && orders >= ENOUGH_ORDERS) return spread;
  const usual = Math.max(minutes * USUAL_SHARE, LEAST_MINUTES);
  return { from: -usual, to: usual };
}
