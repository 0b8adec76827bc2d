import { type PriceMismatchPolicy, type WantedLine } from "../../domain/checkout/pricing";
import { type Kopecks } from "../../domain/money/money";
import { type Address, type Fulfilment } from "../../domain/ticket/order-ticket";
import { type GivenDiscount } from "./price-order";

/** What a guest wants, either to learn its price or to order it, before anything is checked. */
export interface WantedOrder {
  readonly branchId: string;
  readonly fulfilment: Fulfilment;
  readonly lines: readonly WantedLine[];
  /** null if the guest has not given it yet. */
  readonly customer: {
    readonly name: string;
    readonly phone: string;
    readonly joinsLoyalty: boolean;
  } | null;
  readonly address: Address | null;
  readonly wantedAt: Date | null;
  /** Discounts granted by Result.Rest itself; none if empty or omitted. */
  readonly discounts?: readonly GivenDiscount[];
  /** As the guest typed them; none if empty or omitted. */
  readonly promoCodes?: readonly string[];
  /** How many points to spend; none if null or omitted. */
  readonly bonusToSpend?: Kopecks | null;
  /** An earlier quote whose price should be honoured; none if null or omitted. */
  readonly quoteId?: string | null;
  readonly onPriceMismatch: PriceMismatchPolicy;
}
