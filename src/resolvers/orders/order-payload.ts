import { Field, ObjectType } from "type-graphql";

import { Order } from "../../entities/orders/order";
import { Job } from "../jobs/job";
import { GenericUserError, UserError } from "../schema/user-error";

@ObjectType({
  simpleResolvers: true,
  description: "What createOrder answers: the order, or why there is none.",
})
export class CreateOrderPayload {
  @Field(() => Order, {
    nullable: true,
    description:
      "The order that was taken, now or by an earlier call with the same key; null when `userErrors` says why none was.",
  })
  order?: Order | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Bearer secret for guest tracking; returned to the creator only, and again on a repeat.",
  })
  trackingToken?: string | null;

  @Field(() => Boolean, {
    description:
      "true: the order is the one that an earlier call with the same key has made; this call made none.",
  })
  replayed!: boolean;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({
  simpleResolvers: true,
  description: "The order after what was asked of it, or why nothing was done.",
})
export class OrderPayload {
  @Field(() => Order, {
    nullable: true,
    description: "The order as it is now; null when `userErrors` says why nothing was done.",
  })
  order?: Order | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "What renewTrackingToken answers." })
export class TrackingTokenPayload {
  @Field(() => Order, {
    nullable: true,
    description: "The order that the token opens; null when `userErrors` says why there is none.",
  })
  order?: Order | null;

  @Field(() => String, {
    nullable: true,
    description: "Bearer secret for guest tracking; the one before opens nothing.",
  })
  trackingToken?: string | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "What retryDeadLetters answers." })
export class RetryOrdersPayload {
  @Field(() => [Order], { description: "The orders that are on their way again." })
  orders!: Order[];

  @Field(() => [Job], {
    description: "The jobs that send them, as they were added. See `jobChanged`.",
  })
  jobs!: Job[];

  @Field(() => [GenericUserError], {
    description:
      "Why other stuck orders that fit were left as they are, each with its number: FALLBACK_SENT is left to the staff, and " +
      "what somebody dealt with meanwhile to them. At most 100 of the oldest.",
  })
  skipped!: GenericUserError[];

  @Field(() => [UserError])
  userErrors!: UserError[];
}
