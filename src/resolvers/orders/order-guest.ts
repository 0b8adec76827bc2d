import { Field, ObjectType, registerEnumType } from "type-graphql";

import { OrderStage } from "../../domain/orders/order-stage";
import { Money } from "../schema/money";
import { DateTime, Decimal } from "../schema/scalars";
import { OrderStatus } from "./order-status";
import { PaymentMethod } from "./payment-method";

registerEnumType(OrderStage, {
  name: "OrderStage",
  description:
    "Stage of an order for its guest, derived from `status` and `injection.state`. Values may be added: show `headline`.",
  valuesConfig: {
    ACCEPTED: { description: "The restaurant has accepted it." },
    WAITS_FOR_KITCHEN: { description: "It is in the queue of the kitchen, which has not begun." },
    COOKING: { description: "The kitchen is preparing it." },
    READY: { description: "Ready: it waits for the courier, or for the guest to collect it." },
    ON_THE_WAY: { description: "The courier is on the way." },
    DELIVERED: { description: "The guest has received it." },
    CLOSED: { description: "Finished: delivered or collected, and paid." },
    CANCELLED: {
      description: "The order is cancelled. `Order.cancellation` shows a request to cancel it.",
    },
    PLACED: { description: "Accepted by the gateway, and on its way to the till." },
    RECEIVED: { description: "The till has it; the restaurant has not reacted yet." },
    CONFIRMING: { description: "The restaurant is checking the order." },
    WITH_PEOPLE: {
      description:
        "The till did not accept it; the staff have it and will call the guest if necessary.",
    },
    UNREACHED: {
      description: "Possibly nobody at the restaurant has seen it: the guest should call.",
    },
    ACCEPTED_BY_HAND: {
      description: "The staff have entered it into the till; no further steps will be known.",
    },
  },
});

@ObjectType({ simpleResolvers: true, description: "The guest who ordered." })
export class OrderCustomer {
  @Field(() => String, { description: "Name as the guest gave it with this order." })
  name!: string;

  @Field(() => String, { description: "Phone number in E.164 form, for example +79001234567." })
  phone!: string;
}

@ObjectType({ simpleResolvers: true, description: "Delivery address of an order." })
export class OrderAddress {
  @Field(() => String, { description: "The complete address without the comment, in one line." })
  line!: string;

  @Field(() => String, {
    nullable: true,
    description: "Town; null if the guest gave none and the branch's town is meant.",
  })
  city!: string | null;

  @Field(() => String, {
    description: "Name of the street, as the guest wrote it or as listed in the POS.",
  })
  street!: string;

  @Field(() => String, { description: "House number, with its letter." })
  house!: string;

  @Field(() => String, {
    nullable: true,
    description: "Block of the house («корпус»); null if none was given.",
  })
  building!: string | null;

  @Field(() => String, { nullable: true, description: "Flat or office; null if none was given." })
  flat!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Entrance of the house; null if none was given.",
  })
  entrance!: string | null;

  @Field(() => String, { nullable: true, description: "Floor; null if none was given." })
  floor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Door code («домофон»); null if none was given.",
  })
  doorphone!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The guest's note for the courier; null if there is none.",
  })
  comment!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Latitude in degrees (WGS 84); null if the storefront sent no coordinates.",
  })
  latitude!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Longitude in degrees (WGS 84); null if the storefront sent no coordinates.",
  })
  longitude!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "What the guest still has to pay to the restaurant.",
})
export class OrderSettlement {
  @Field(() => PaymentMethod, {
    description: "Payment method for the part that is not paid by points.",
  })
  method!: PaymentMethod;

  @Field(() => Boolean, { description: "Whether it has been paid already." })
  paidOnline!: boolean;

  @Field(() => Money, {
    description: "Amount to pay on receipt, in money; 0 if it has been paid already.",
  })
  toTake!: Money;

  @Field(() => Money, {
    nullable: true,
    description:
      "The amount that the guest will pay with in banknotes; null if no change is needed.",
  })
  changeFrom!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: "Change that the courier brings: changeFrom − toTake.",
  })
  change!: Money | null;

  @Field(() => Money, {
    description: "Points that the guest wants to spend, deducted at the till.",
  })
  points!: Money;
}

@ObjectType({ simpleResolvers: true, description: "One step in the progress of an order." })
export class OrderStep {
  @Field(() => String, { description: "Name of the step, in the reader's language." })
  name!: string;

  @Field(() => [OrderStatus], { description: "The statuses that belong to the step." })
  statuses!: readonly OrderStatus[];

  @Field(() => DateTime, {
    nullable: true,
    description: "When the step began; null if it has not begun or the time was not recorded.",
  })
  at!: Date | null;

  @Field(() => Boolean, { description: "Whether the order has reached this step." })
  done!: boolean;

  @Field(() => Boolean, { description: "Whether the order is at this step now." })
  current!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "Progress of an order, in words for its guest (ru, en).",
})
export class OrderProgress {
  @Field(() => OrderStage, { description: "The stage, for programs; `headline` puts it in words." })
  stage!: OrderStage;

  @Field(() => String, { description: "What is happening now, as a headline." })
  headline!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the guest can expect the order: the time promised by the restaurant, otherwise the time that the guest asked for. null if neither is known, or if the order is finished.",
  })
  expectedAt!: Date | null;

  @Field(() => String, { description: "The same as Order.summary." })
  summary!: string;

  /**
   * The steps as far as the order itself shows them; the time at which each began is read along
   * with them.
   */
  stepsOf!: { readonly orderId: string; readonly steps: readonly Omit<OrderStep, "at">[] };
}
