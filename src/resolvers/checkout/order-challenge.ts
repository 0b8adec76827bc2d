import { Field, InputType, Int, ObjectType } from "type-graphql";

import { LONGEST } from "../../services/checkout/order-limits";
import { AtMost } from "../schema/at-most";
import { UserError } from "../schema/user-error";

@ObjectType({
  simpleResolvers: true,
  description:
    "Solved by any answer for which SHA-256 of `token`, a full stop and the answer begins with `bits` zero bits. Goes with createOrder as `challenge`.",
})
export class OrderChallenge {
  @Field(() => String, {
    description: "The challenge itself. Hand it back unchanged with the answer.",
  })
  token!: string;

  @Field(() => Int, { description: "Some 2 to the power of this many answers have to be tried." })
  bits!: number;

  @Field(() => Date, { description: "The order has to come before." })
  expiresAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: "What createOrderChallenge answers." })
export class CreateOrderChallengePayload {
  @Field(() => OrderChallenge, {
    nullable: true,
    description: "The challenge to solve; null when `userErrors` says why there is none.",
  })
  challenge?: OrderChallenge | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@InputType({ description: "A challenge from createOrderChallenge, solved." })
export class ChallengeAnswerInput {
  @AtMost({ characters: LONGEST.challenge })
  @Field(() => String, { description: "As it came with the challenge." })
  token!: string;

  @AtMost({ characters: LONGEST.challenge })
  @Field(() => String, { description: "The text that was found to solve the challenge." })
  answer!: string;
}
