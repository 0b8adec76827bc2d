/**
 * How long the location of an address stays valid: houses do not move, but a POS may be corrected.
 */
export const LOCATION_DAYS = 30;
/**
 * How long an address counts as unknown to a POS: the street may have been added in the meantime.
 * What the POS says of its tills is valid for as long.
 */
export const REST_MS = 10 * 60_000;
/** Maximum number of addresses kept per organization, about 3 MB. */
export const MOST_OF_ORGANIZATION = 20_000;
/** A guest is waiting for the answer. */
export const DEADLINE_MS = 2_000;
/** How long a POS that did not respond is not asked about the same address again. */
export const UNANSWERED_MS = 30_000;
