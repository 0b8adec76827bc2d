import { Field, InputType } from "type-graphql";

import { LONGEST } from "../../services/checkout/order-limits";
import { AtMost } from "../schema/at-most";
import { PaymentMethod } from "../orders/payment-method";
import { Decimal } from "../schema/scalars";

@InputType({ description: "How an order is paid." })
export class PaymentInput {
  @Field(() => PaymentMethod, {
    description: "How the guest pays. BONUS is refused: points are spent by bonusToSpend.",
  })
  method!: PaymentMethod;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "The money was taken already; for ONLINE. Only with an API key of the branch, else FORBIDDEN.",
  })
  paidOnline!: boolean;

  @AtMost({ characters: LONGEST.externalPaymentId, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description:
      "The payment provider's id. Only with an API key of the branch, else FORBIDDEN. Pays one order of the branch, and no other when that is cancelled: CONFLICT.",
  })
  externalPaymentId?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "For CASH: the banknotes the guest has; the courier brings the change.",
  })
  changeFrom?: string | null;
}
