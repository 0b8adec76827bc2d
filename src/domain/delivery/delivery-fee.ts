import { type Kopecks } from "../money/money";
import { type DeliveryZone } from "./delivery-zone";

/** What a branch charges for delivering an order. */
export interface DeliveryTerms {
  readonly deliveryFee: Kopecks;
  /** Dishes for this sum are delivered free of charge; null: no sum is enough. */
  readonly freeDeliveryFrom: Kopecks | null;
}

/**
 * Returns the terms of a zone; without a zone, or for a zone without its own fee, those of the
 * branch.
 */
export function termsOfZone(zone: DeliveryZone | null, ofBranch: DeliveryTerms): DeliveryTerms {
  return zone === null || zone.fee === null
    ? ofBranch
    : { deliveryFee: zone.fee, freeDeliveryFrom: zone.freeFrom };
}

/**
 * Returns the delivery fee for the guest. The dishes count before discounts, so that no discount
 * makes delivery more expensive.
 */
export function deliveryFeeOf(
  subtotal: Kopecks,
  { deliveryFee, freeDeliveryFrom }: DeliveryTerms,
): Kopecks {
  return freeDeliveryFrom !== null && subtotal >= freeDeliveryFrom ? 0 : deliveryFee;
}
