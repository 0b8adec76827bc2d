import { Field, ObjectType, registerEnumType } from "type-graphql";

import { OrderStage } from "../../domain/orders/order-stage";
import { Money } from "../schema/money";
import { OrderStatus } from "./order-status";
import { PaymentMethod } from "./payment-method";
import { DateTime, Decimal } from "../schema/scalars";

registerEnumType(OrderStage, {
  name: "OrderStage",
  description:
    "What the guest is told of an order now, from `status` and `injection.state` together. More values may come: show `headline`.",
  valuesConfig: {
    ACCEPTED: { description: "The restaurant has accepted it." },
    WAITS_FOR_KITCHEN: { description: "The kitchen has it in its queue, and has not begun." },
    COOKING: { description: "The kitchen is at it." },
    READY: { description: "Cooked: it waits for the courier, or for the guest to fetch it." },
    ON_THE_WAY: { description: "The courier has it." },
    DELIVERED: { description: "The guest has it." },
    CLOSED: { description: "Over: delivered or fetched, and settled." },
    CANCELLED: {
      description: "Nothing comes any more; `Order.cancellation` tells of a wish to cancel it.",
    },
    PLACED: { description: "Taken, and on its way to the till." },
    RECEIVED: { description: "The till has it; the restaurant has not answered." },
    CONFIRMING: { description: "The restaurant is checking it." },
    WITH_PEOPLE: {
      description:
        "The till did not take it: the staff have it and call the guest if they need to.",
    },
    UNREACHED: {
      description: "Nobody at the restaurant is known to have it: the guest had better call.",
    },
    ACCEPTED_BY_HAND: {
      description: "The staff have entered it into the till: no further step becomes known.",
    },
  },
});

@ObjectType({ simpleResolvers: true, description: "Who an order is for." })
export class OrderCustomer {
  @Field(() => String, { description: "As the guest gave it with this order." })
  name!: string;

  @Field(() => String, { description: "As +79001234567." })
  phone!: string;
}

@ObjectType({ simpleResolvers: true, description: "Where an order goes." })
export class OrderAddress {
  @Field(() => String, { description: "All of it but the comment, in one line." })
  line!: string;

  @Field(() => String, {
    nullable: true,
    description: "null: the guest named none; the branch's own is meant.",
  })
  city!: string | null;

  @Field(() => String, { description: "As the guest wrote it, or as iiko's list has it." })
  street!: string;

  @Field(() => String, { description: "Number and letter of the house." })
  house!: string;

  @Field(() => String, {
    nullable: true,
    description: "Block of the house («корпус»); null: none was named.",
  })
  building!: string | null;

  @Field(() => String, { nullable: true, description: "Flat or office; null: none was named." })
  flat!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Which entrance of the house; null: none was named.",
  })
  entrance!: string | null;

  @Field(() => String, { nullable: true, description: "On which floor; null: none was named." })
  floor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Code of the door («домофон»); null: none was named.",
  })
  doorphone!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The guest's words for the courier; null: there are none.",
  })
  comment!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Degrees north (WGS 84); null: the storefront sent no point.",
  })
  latitude!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Degrees east (WGS 84); null: the storefront sent no point.",
  })
  longitude!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "What the restaurant still has to take from the guest.",
})
export class OrderSettlement {
  @Field(() => PaymentMethod, { description: "How the guest chose to pay what points do not." })
  method!: PaymentMethod;

  @Field(() => Boolean, { description: "Has it been paid already?" })
  paidOnline!: boolean;

  @Field(() => Money, { description: "In money, on receipt; 0 where it has been paid already." })
  toTake!: Money;

  @Field(() => Money, {
    nullable: true,
    description: "The banknotes the guest has; null: no change was asked for.",
  })
  changeFrom!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: "What the courier brings back: changeFrom − toTake.",
  })
  change!: Money | null;

  @Field(() => Money, {
    description: "What the guest wants to pay with points, taken at the till.",
  })
  points!: Money;
}

@ObjectType({ simpleResolvers: true, description: "One step of an order's way to its guest." })
export class OrderStep {
  @Field(() => String, { description: "What the step is called, in the reader's language." })
  name!: string;

  @Field(() => [OrderStatus], { description: "The statuses that belong to the step." })
  statuses!: readonly OrderStatus[];

  @Field(() => DateTime, {
    nullable: true,
    description: "When it began; null: it has not, or nobody noted when.",
  })
  at!: Date | null;

  @Field(() => Boolean, { description: "Is the order at the step, or past it?" })
  done!: boolean;

  @Field(() => Boolean, { description: "Is the order at this very step now?" })
  current!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "How far an order is, in words for its guest (ru, en).",
})
export class OrderProgress {
  @Field(() => OrderStage, { description: "The same as `headline`, for programs." })
  stage!: OrderStage;

  @Field(() => String, { description: "What happens now." })
  headline!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the guest gets it: the restaurant's promise, else what the guest asked for; null: nobody says so, or it is over.",
  })
  expectedAt!: Date | null;

  @Field(() => String, { description: "The same as Order.summary." })
  summary!: string;

  /** The steps as far as the order itself tells; when each began is asked for with them. */
  stepsOf!: { readonly orderId: string; readonly steps: readonly Omit<OrderStep, "at">[] };
}
