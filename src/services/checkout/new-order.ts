import { type Kopecks } from "../../domain/money/money";
import { type PaymentMethod } from "../../domain/ticket/payment-method";
import { type WantedOrder } from "./wanted-order";

/** An order as requested by a client, before any checks. */
export interface NewOrder extends WantedOrder {
  readonly idempotencyKey: string;
  readonly customer: NonNullable<WantedOrder["customer"]>;
  readonly payment: {
    readonly method: PaymentMethod;
    readonly paidOnline: boolean;
    readonly externalPaymentId: string | null;
    readonly changeFrom: Kopecks | null;
  };
  readonly expectedTotal: Kopecks | null;
  readonly comment: string | null;
  /** Number of persons; null or omitted: the guest did not say. */
  readonly guestCount?: number | null;
  /** The same input as it was read before texts were cleaned; omitted if there is no difference. */
  readonly asWritten?: NewOrder;
}
