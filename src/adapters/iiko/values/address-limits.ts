/**
 * How long parts of an address may be in iiko's contract, in characters; for the house it declares
 * no limit.
 */
export const LONGEST_OF_ADDRESS = { street: 60, city: 60, house: 100, detail: 10 } as const;
