/** Organizations whose streets one job reads. */
export const MOST_ORGANIZATIONS = 5;
/** Of an organization. */
export const MOST_CITIES = 30;
export const MOST_STREETS = 100_000;
/** Characters of what a guest types. */
export const LONGEST_TEXT = 100;
/** Words of it that count, the longest ones. */
export const MOST_WORDS = 5;
/** Of an answer. */
export const MOST_FOUND = 100;
