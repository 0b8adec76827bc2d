import { Field, InputType } from "type-graphql";

import { LONGEST } from "../../services/checkout/order-limits";
import { PaymentMethod } from "../orders/payment-method";
import { AtMost } from "../schema/at-most";
import { Decimal } from "../schema/scalars";

@InputType({ description: "How an order is paid." })
export class PaymentInput {
  @Field(() => PaymentMethod, {
    description: "Payment method. BONUS is refused: points are spent by pointsToSpend.",
  })
  method!: PaymentMethod;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "For ONLINE: whether it has already been paid. Only with an API key of the branch; others get FORBIDDEN.",
  })
  paidOnline!: boolean;

  @AtMost({ characters: LONGEST.externalPaymentId, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Id of the payment with the payment provider. Only with an API key of the branch; others get FORBIDDEN. A payment pays for one order of the branch, and for no other even if that is cancelled: CONFLICT.",
  })
  externalPaymentId?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "For CASH: the amount that the guest will pay with in banknotes; the courier brings the change.",
  })
  changeFrom?: string | null;
}
