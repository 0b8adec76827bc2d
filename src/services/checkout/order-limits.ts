/** Characters that a text of an order has at most, as the API states them. */
export const LONGEST = {
  idempotencyKey: 200,
  customerName: 60,
  comment: 500,
  lineComment: 255,
  discountName: 100,
  externalPaymentId: 200,
  /** Either part of an answered challenge. */
  challenge: 200,
} as const;

/** How many there are of each at most. */
export const MOST = {
  lines: 100,
  /** Of one dish, or one half or part of it. */
  options: 100,
  parts: 50,
  promoCodes: 5,
  /** Persons that an order is for. */
  guests: 99,
} as const;

/** Characters a till takes; longer details go into the comment (docs/iiko.md#limits). */
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
