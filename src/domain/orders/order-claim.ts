/** A person is working on an order, so that nobody else enters it into the POS meanwhile. */
export interface OrderClaim {
  /** The API key that the person uses. */
  readonly keyId: string;
  /** The label of that key: the person's name. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** ISO 8601. It expires automatically at that time. */
  readonly until: string;
}

interface Claimable {
  readonly claim: OrderClaim | null;
}

/** Returns null when nobody is working on the order now. */
export function claimOf({ claim }: Claimable, now: Date): OrderClaim | null {
  return claim !== null && new Date(claim.until) > now ? claim : null;
}

/**
 * Returns another person's claim to the order, which keeps this person from acting on it; null:
 * there is none.
 */
export function claimAgainst(order: Claimable, keyId: string, now: Date): OrderClaim | null {
  const claim = claimOf(order, now);
  return claim?.keyId === keyId ? null : claim;
}
