/** From how many to how many minutes an order takes, as its guest is told. */
export interface MinutesInterval {
  readonly from: number;
  readonly to: number;
}

/** How orders of a branch have come by what their guests had been promised. */
export interface PromiseRecord {
  /** Orders as soon as possible whose guests were told an interval, and that have come. */
  readonly orders: number;
  /** Of those: within the interval, before it, and after it. */
  readonly kept: number;
  readonly early: number;
  readonly late: number;
  /** The median of the minutes after the interval, of those that were late; null: none was. */
  readonly minutesLate: number | null;
  /**
   * By how many minutes they came after the usual time: so many at most for one of ten, and for
   * nine of ten. Below 0: before it. null: none has come.
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

/** Fewer orders say more of the day than of the branch. */
export const ENOUGH_ORDERS = 20;
/** Until then: so much of the time, to both sides. */
const USUAL_SHARE = 0.2;
const LEAST_MINUTES = 5;
/** Nobody believes 37 to 52 minutes. */
const STEP_MINUTES = 5;

/**
 * What a guest is told instead of one moment. As soon as enough orders have come, eight of ten of
 * them would have come within it. The usual time always is: alerts and the till go by that.
 *
 * @param minutes that an order takes now, whatever comes on top included
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
