/** Characters that a text of a branch or its settings has at most, as the API states them. */
export const LONGEST = {
  name: 100,
  timeZone: 64,
  /** Two letters, and what a copy brings along. */
  country: 10,
  publicAddress: 250,
  publicPoint: 60,
  externalMenuId: 100,
  /** Any part of a key of the POS. */
  credential: 500,
  posStatus: 50,
  /** 2026-12-31, and what a copy brings along. */
  date: 20,
  /** 10:00, and what a copy brings along. */
  timeOfDay: 10,
  /** An e-mail address; a Telegram chat is shorter. */
  target: 254,
} as const;

/** More rows than any form has; bounds what a comparison of every row with every other costs. */
export const MAX_ROWS = 100;
export const MAX_RECIPIENTS = 20;
export const MAX_PAUSES = 10;
