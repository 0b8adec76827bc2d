/** Maximum number of characters in each text of a promotion, as documented in the API. */
export const LONGEST = {
  name: 100,
  giftArticle: 40,
  /** As 2026-12-01. */
  day: 10,
  code: 40,
  prefix: 20,
} as const;

/** Maximum number of each. */
export const MOST = {
  branches: 100,
  codes: 20,
} as const;
