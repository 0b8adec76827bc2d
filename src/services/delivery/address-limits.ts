/** For how long it is known where an address is: houses do not move, but a POS may be mended. */
export const LOCATION_DAYS = 30;
/**
 * For how long a POS does not know an address: it may have been given the street meanwhile. What it
 * says of its tills holds for as long.
 */
export const REST_MS = 10 * 60_000;
/** Addresses of one organization that are kept, some 3 MB. */
export const MOST_OF_ORGANIZATION = 20_000;
/** A guest waits for the answer. */
export const DEADLINE_MS = 2_000;
/** For how long a POS that has not answered is left alone with the same address. */
export const UNANSWERED_MS = 30_000;
