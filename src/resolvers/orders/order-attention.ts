import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { AttentionReason } from "../../domain/orders/order-attention";
import { DateTime } from "../schema/scalars";

registerEnumType(AttentionReason, {
  name: "AttentionReason",
  description:
    "Why an order needs a person, the gravest first. Values are only ever added: show one you do not know as something to look at.",
  valuesConfig: {
    NOBODY_HAS_IT: { description: "DEAD_LETTERED: neither the till nor the staff have the order." },
    WITH_PEOPLE: {
      description: "The order was given to the staff, and nobody has answered for it yet.",
    },
    OUTCOME_UNKNOWN: {
      description:
        "The till may have the order, and it takes longer than it can to learn whether it does.",
    },
    CANCEL_BY_HAND: {
      description:
        "The order was to be cancelled, and the till goes on with it: it has to be cancelled there.",
    },
    LATE_TO_TILL: {
      description:
        "The order is late on its way to the till; the staff were alerted, and the gateway is still trying.",
    },
    APPROVAL_WANTED: { description: "The till waits for somebody to confirm the order." },
    LATE: {
      description: "The order is more than five minutes past the time that the guest was promised.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "That an order needs a person. Where there are several reasons, the gravest.",
})
export class OrderAttention {
  @Field(() => AttentionReason, { description: "What the person is needed for." })
  reason!: AttentionReason;

  @Field(() => DateTime, { description: "Since when the order waits for a person." })
  since!: Date;
}

@ObjectType({
  simpleResolvers: true,
  description: "The orders of one branch that need a person for one reason.",
})
export class AttentionCount {
  @Field(() => ID, { description: "The branch that they belong to: Branch.id." })
  branchId!: string;

  @Field(() => AttentionReason, { description: "The gravest reason of each of them." })
  reason!: AttentionReason;

  @Field(() => Int, { description: "How many orders; each is counted under one reason." })
  count!: number;

  @Field(() => DateTime, { description: "Since when the one waits that has waited longest." })
  oldestSince!: Date;

  @Field(() => ID, { description: "That order: Order.id." })
  oldestOrderId!: string;
}
