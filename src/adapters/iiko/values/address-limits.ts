/**
 * Maximum lengths of address parts in iiko's contract, in characters; it declares no limit for the
 * house.
 */
export const LONGEST_OF_ADDRESS = { street: 60, city: 60, house: 100, detail: 10 } as const;
