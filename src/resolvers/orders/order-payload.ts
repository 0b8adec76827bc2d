import { Field, ObjectType } from "type-graphql";

import { Order } from "../../entities/orders/order";
import { Job } from "../jobs/job";
import { GenericUserError, UserError } from "../schema/user-error-types";

@ObjectType({
  simpleResolvers: true,
  description: "Result of createOrder: the order, or the reasons why there is none.",
})
export class CreateOrderPayload {
  @Field(() => Order, {
    nullable: true,
    description:
      "The order that was accepted, now or by an earlier call with the same key; null if `userErrors` explains why there is none.",
  })
  order?: Order | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Bearer secret for tracking by the guest. Returned only to the caller who created the order, and again on a repeat.",
  })
  trackingToken?: string | null;

  @Field(() => Boolean, {
    description:
      "Whether the order was created by an earlier call with the same key; if so, this call created nothing.",
  })
  replayed!: boolean;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({
  simpleResolvers: true,
  description: "The order after the operation, or the reasons why nothing was done.",
})
export class OrderPayload {
  @Field(() => Order, {
    nullable: true,
    description: "The order as it is now; null if `userErrors` explains why nothing was done.",
  })
  order?: Order | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "Result of renewTrackingToken." })
export class TrackingTokenPayload {
  @Field(() => Order, {
    nullable: true,
    description:
      "The order that the token belongs to; null if `userErrors` explains why there is none.",
  })
  order?: Order | null;

  @Field(() => String, {
    nullable: true,
    description: "Bearer secret for tracking by the guest; the previous one is no longer valid.",
  })
  trackingToken?: string | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "Result of retryDeadLetters." })
export class RetryOrdersPayload {
  @Field(() => [Order], { description: "The orders that are sent again, at most 100." })
  orders!: Order[];

  @Field(() => [Job], {
    description:
      "The jobs that send the orders, in the order in which they were enqueued, at most 100. See `jobChanged`.",
  })
  jobs!: Job[];

  @Field(() => [GenericUserError], {
    description:
      "Why other matching orders were left as they are, each with its number: FALLBACK_SENT orders are left to the staff, and others have been dealt with meanwhile. At most 100, oldest first.",
  })
  skipped!: GenericUserError[];

  @Field(() => [UserError])
  userErrors!: UserError[];
}
