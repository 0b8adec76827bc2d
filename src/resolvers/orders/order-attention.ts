import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { AttentionReason } from "../../domain/orders/order-attention";
import { DateTime } from "../schema/scalars";

registerEnumType(AttentionReason, {
  name: "AttentionReason",
  description:
    "Why an order needs a person, most serious first. Values may be added: treat an unknown value as something to look at.",
  valuesConfig: {
    NOBODY_HAS_IT: {
      description: "Neither the till nor the staff have the order (DEAD_LETTERED).",
    },
    WITH_PEOPLE: {
      description: "The order was handed over to the staff, and nobody has confirmed it yet.",
    },
    OUTCOME_UNKNOWN: {
      description:
        "The till may have the order, and the gateway has not been able to find out for longer than it should take.",
    },
    CANCEL_BY_HAND: {
      description:
        "The order should have been cancelled, but the till is still working on it: cancel it there.",
    },
    LATE_TO_TILL: {
      description:
        "The order has not reached the till in time; the staff have been alerted, and the gateway is still trying.",
    },
    APPROVAL_WANTED: {
      description: "The order is in the till and waits for the staff to confirm it.",
    },
    LATE: {
      description: "The order is more than five minutes later than promised to the guest.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    "States that an order needs a person. If there are several reasons, the most serious one is given.",
})
export class OrderAttention {
  @Field(() => AttentionReason, { description: "Why a person is needed." })
  reason!: AttentionReason;

  @Field(() => DateTime, { description: "Since when the order has been waiting for a person." })
  since!: Date;
}

@ObjectType({
  simpleResolvers: true,
  description: "The number of orders of one branch that need a person for the same reason.",
})
export class AttentionCount {
  @Field(() => ID, { description: "The branch that the orders belong to: Branch.id." })
  branchId!: string;

  @Field(() => AttentionReason, {
    description: "The most serious reason why each of these orders needs a person.",
  })
  reason!: AttentionReason;

  @Field(() => Int, {
    description: "Number of orders. Each order is counted under one reason only.",
  })
  count!: number;

  @Field(() => DateTime, { description: "Since when the longest-waiting order has been waiting." })
  oldestSince!: Date;

  @Field(() => ID, { description: "The order that has waited longest: Order.id." })
  oldestOrderId!: string;
}
