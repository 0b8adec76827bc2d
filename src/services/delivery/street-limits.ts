/** Number of organizations whose streets one job reads. */
export const MOST_ORGANIZATIONS = 5;
/** Limits per organization. */
export const MOST_CITIES = 30;
export const MOST_STREETS = 100_000;
/** Maximum characters of what a guest types. */
export const LONGEST_TEXT = 100;
/** How many of its words count; the longest ones are used. */
export const MOST_WORDS = 5;
/** Limit per response. */
export const MOST_FOUND = 100;
