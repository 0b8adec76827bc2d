import { Field, ObjectType } from "type-graphql";

import { Order } from "../../entities/order";
import { Job } from "./job";
import { UserError } from "./user-error";

@ObjectType({ simpleResolvers: true })
export class OrderPayload {
  @Field(() => Order, { nullable: true })
  order?: Order | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class RetryOrdersPayload {
  @Field(() => [Order], { description: "The orders that are on their way again." })
  orders!: Order[];

  @Field(() => [Job], { description: "The jobs that send them, as they were added. See `jobChanged`." })
  jobs!: Job[];

  @Field(() => [UserError])
  userErrors!: UserError[];
}
