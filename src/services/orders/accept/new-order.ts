import { type Kopecks } from "../../../domain/money";
import { type Address, type Fulfilment } from "../../../domain/order-ticket";
import { type PaymentMethod } from "../../../domain/payment-method";
import { type PriceMismatchPolicy, type WantedLine } from "../../../domain/pricing";
import { type GivenDiscount } from "./price-order";

/** An order as a client asks for it, before anything is checked. */
export interface NewOrder {
  readonly idempotencyKey: string;
  readonly branchId: string;
  readonly fulfilment: Fulfilment;
  readonly lines: readonly WantedLine[];
  readonly customer: { readonly name: string; readonly phone: string; readonly joinsLoyalty: boolean };
  readonly address: Address | null;
  readonly wantedAt: Date | null;
  readonly payment: {
    readonly method: PaymentMethod;
    readonly paidOnline: boolean;
    readonly externalPaymentId: string | null;
    readonly changeFrom: Kopecks | null;
  };
  /** Result.Rest's own; empty or left out: none. */
  readonly discounts?: readonly GivenDiscount[];
  /** How many points are to pay; null or left out: none. */
  readonly bonusToSpend?: Kopecks | null;
  readonly expectedTotal: Kopecks | null;
  readonly onPriceMismatch: PriceMismatchPolicy;
  readonly comment: string | null;
}
