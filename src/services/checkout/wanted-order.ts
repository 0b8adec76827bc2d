import { type PriceMismatchPolicy, type WantedLine } from "../../domain/checkout/pricing";
import { type Kopecks } from "../../domain/money/money";
import { type Address, type Fulfilment } from "../../domain/ticket/order-ticket";
import { type GivenDiscount } from "./price-order";

/** What a guest wants, whether to know its price or to order it, before anything is checked. */
export interface WantedOrder {
  readonly branchId: string;
  readonly fulfilment: Fulfilment;
  readonly lines: readonly WantedLine[];
  /** null: the guest has not said yet. */
  readonly customer: {
    readonly name: string;
    readonly phone: string;
    readonly joinsLoyalty: boolean;
  } | null;
  readonly address: Address | null;
  readonly wantedAt: Date | null;
  /** Result.Rest's own; empty or left out: none. */
  readonly discounts?: readonly GivenDiscount[];
  /** As the guest typed them; empty or left out: none. */
  readonly promoCodes?: readonly string[];
  /** How many points are to pay; null or left out: none. */
  readonly bonusToSpend?: Kopecks | null;
  /** An earlier quote whose price is to hold; null or left out: none. */
  readonly quoteId?: string | null;
  readonly onPriceMismatch: PriceMismatchPolicy;
}
