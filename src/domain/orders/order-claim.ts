/** A person is at an order, so that nobody else enters it into the till meanwhile. */
export interface OrderClaim {
  /** The API key that the person works with. */
  readonly keyId: string;
  /** How that key is labelled: the person's name. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** ISO 8601. It ends by itself then. */
  readonly until: string;
}

interface Claimable {
  readonly claim: OrderClaim | null;
}

/** null: nobody is at the order now. */
export function claimOf({ claim }: Claimable, now: Date): OrderClaim | null {
  return claim !== null && new Date(claim.until) > now ? claim : null;
}

/**
 * Somebody else's claim of the order, which keeps this person from acting on it; null: there is
 * none.
 */
export function claimAgainst(order: Claimable, keyId: string, now: Date): OrderClaim | null {
  const claim = claimOf(order, now);
  return claim?.keyId === keyId ? null : claim;
}
