import { Field, Int, ObjectType } from "type-graphql";

import { UserError } from "./user-error";

@ObjectType({
  simpleResolvers: true,
  description:
    "Solved by any answer for which SHA-256 of `token`, a full stop and the answer begins with `bits` zero bits. Goes with createOrder as `challenge`.",
})
export class OrderChallenge {
  @Field(() => String)
  token!: string;

  @Field(() => Int, { description: "Some 2 to the power of this many answers have to be tried." })
  bits!: number;

  @Field(() => Date, { description: "The order has to come before." })
  expiresAt!: Date;
}

@ObjectType({ simpleResolvers: true })
export class CreateOrderChallengePayload {
  @Field(() => OrderChallenge, { nullable: true })
  challenge?: OrderChallenge | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
