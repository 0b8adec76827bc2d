import { type PosCredential } from "./pos-branch";

/** A promo code of the POS itself. Only the POS knows what it gives. */
export interface PosCoupon {
  /** In the POS's spelling. */
  readonly code: string;
  /** The POS's name for all coupons of this kind. */
  readonly name: string;
  readonly used: boolean;
  readonly deleted: boolean;
}

/** The POS's own promo codes. Errors are those of {Pos}. */
export interface PosCoupons {
  /**
   * Returns the coupon with this code in the loyalty programme; null: there is none. Case may
   * matter.
   *
   * @param options `last`: the request comes from no one we know; when calls queue up, it goes
   *   after all others, and waits for 5 s at most
   * @throws {LoyaltyDisabled} if the organization has no loyalty programme
   */
  coupon(
    credential: PosCredential,
    organizationId: string,
    code: string,
    options?: { readonly last?: boolean },
  ): Promise<PosCoupon | null>;
}
