import { type Kopecks } from "../../domain/money/money";
import { type PaymentMethod } from "../../domain/ticket/payment-method";
import { type WantedOrder } from "./wanted-order";

/** An order as a client asks for it, before anything is checked. */
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
  /** For how many persons; null or left out: the guest did not say. */
  readonly guestCount?: number | null;
  /** The same as it was read before texts were cleaned; left out: there is no difference. */
  readonly asWritten?: NewOrder;
}
