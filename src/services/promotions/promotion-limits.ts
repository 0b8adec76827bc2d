/** Characters that a text of a promotion has at most, as the API states them. */
export const LONGEST = {
  name: 100,
  giftArticle: 40,
  /** As 2026-12-01. */
  day: 10,
  code: 40,
  prefix: 20,
} as const;

/** How many there are of each at most. */
export const MOST = {
  branches: 100,
  codes: 20,
} as const;
