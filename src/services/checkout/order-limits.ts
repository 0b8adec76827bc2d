/** Maximum number of characters in each text of an order, as documented in the API. */
export const LONGEST = {
  idempotencyKey: 200,
  customerName: 60,
  comment: 500,
  lineComment: 255,
  discountName: 100,
  externalPaymentId: 200,
  /** Applies to either part of an answered challenge. */
  challenge: 200,
} as const;

/** Maximum number of each. */
export const MOST = {
  lines: 100,
  /** Per dish, or per half or part of one. */
  options: 100,
  parts: 50,
  promoCodes: 5,
  /** Number of people an order is for. */
  guests: 99,
} as const;

/** Maximum characters a POS accepts; longer details go into the comment (docs/iiko.md#limits). */
export const LONGEST_OF_ADDRESS = {
  city: 60,
  street: 60,
  house: 100,
  building: 10,
  flat: 100,
  entrance: 10,
  floor: 10,
  doorphone: 10,
  comment: 300,
} as const;
