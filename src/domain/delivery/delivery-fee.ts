import { type Kopecks } from "../money/money";
import { type DeliveryZone } from "./delivery-zone";

/** What a branch takes for bringing an order. */
export interface DeliveryTerms {
  readonly deliveryFee: Kopecks;
  /** Dishes for this much are brought for nothing; null: none are. */
  readonly freeDeliveryFrom: Kopecks | null;
}

/** Those of a zone; null, and a zone without a fee of its own, has the branch's. */
export function termsOfZone(zone: DeliveryZone | null, ofBranch: DeliveryTerms): DeliveryTerms {
  return zone === null || zone.fee === null
    ? ofBranch
    : { deliveryFee: zone.fee, freeDeliveryFrom: zone.freeFrom };
}

/**
 * What a courier's way costs the guest. The dishes count before discounts, so that no discount
 * makes the way dearer.
 */
export function deliveryFeeOf(
  subtotal: Kopecks,
  { deliveryFee, freeDeliveryFrom }: DeliveryTerms,
): Kopecks {
  return freeDeliveryFrom !== null && subtotal >= freeDeliveryFrom ? 0 : deliveryFee;
}
