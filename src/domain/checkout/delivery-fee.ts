import { type Kopecks } from "../money/money";
import { Fulfilment } from "../ticket/order-ticket";

/** What a branch takes for bringing an order. */
export interface DeliveryTerms {
  readonly deliveryFee: Kopecks;
  /** Dishes for this much are brought for nothing; null: none are. */
  readonly freeDeliveryFrom: Kopecks | null;
}

/**
 * What a courier's way costs the guest. The dishes count before discounts, so that no discount
 * makes the way dearer.
 */
export function deliveryFeeOf(
  fulfilment: Fulfilment,
  subtotal: Kopecks,
  { deliveryFee, freeDeliveryFrom }: DeliveryTerms,
): Kopecks {
  if (fulfilment !== Fulfilment.DELIVERY) return 0;
  return freeDeliveryFrom !== null && subtotal >= freeDeliveryFrom ? 0 : deliveryFee;
}
