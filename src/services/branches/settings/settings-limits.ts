/** Maximum lengths in characters of the texts of a branch or its settings, as stated in the API. */
export const LONGEST = {
  name: 100,
  timeZone: 64,
  /** Two letters, with room for artefacts of copying. */
  country: 10,
  publicAddress: 250,
  publicPoint: 60,
  externalMenuId: 100,
  /** Any part of a POS key. */
  credential: 500,
  posStatus: 50,
  /** 2026-12-31, with room for artefacts of copying. */
  date: 20,
  /** 10:00, with room for artefacts of copying. */
  timeOfDay: 10,
  /** An e-mail address; Telegram chat ids are shorter. */
  target: 254,
} as const;

/** More rows than any form has; bounds the cost of comparing every row with every other. */
export const MAX_ROWS = 100;
export const MAX_RECIPIENTS = 20;
export const MAX_PAUSES = 10;
