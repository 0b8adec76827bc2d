import { Field, ObjectType } from "type-graphql";

import { Order } from "../../entities/order";
import { Job } from "./job";
import { GenericUserError, UserError } from "./user-error";

@ObjectType({ simpleResolvers: true })
export class OrderPayload {
  @Field(() => Order, { nullable: true })
  order?: Order | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class TrackingTokenPayload {
  @Field(() => Order, { nullable: true })
  order?: Order | null;

  @Field(() => String, {
    nullable: true,
    description: "Bearer secret for guest tracking; the one before opens nothing.",
  })
  trackingToken?: string | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class RetryOrdersPayload {
  @Field(() => [Order], { description: "The orders that are on their way again." })
  orders!: Order[];

  @Field(() => [Job], { description: "The jobs that send them, as they were added. See `jobChanged`." })
  jobs!: Job[];

  @Field(() => [GenericUserError], {
    description:
      "Why other stuck orders that fit were left as they are, each with its number: FALLBACK_SENT is left to people, and " +
      "what somebody dealt with meanwhile to them. At most 100 of the oldest.",
  })
  skipped!: GenericUserError[];

  @Field(() => [UserError])
  userErrors!: UserError[];
}
