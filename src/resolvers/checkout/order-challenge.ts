import { Field, InputType, Int, ObjectType } from "type-graphql";

import { LONGEST } from "../../services/checkout/order-limits";
import { AtMost } from "../schema/at-most";
import { UserError } from "../schema/user-error-types";

@ObjectType({
  simpleResolvers: true,
  description:
    "A proof-of-work challenge. It is solved by any answer for which the SHA-256 hash of `token`, a full stop and the answer begins with `bits` zero bits. Pass it to createOrder as `challenge`.",
})
export class OrderChallenge {
  @Field(() => String, {
    description: "The challenge itself. Pass it back unchanged with the answer.",
  })
  token!: string;

  @Field(() => Int, {
    description: "Number of zero bits. On average, 2 to this power answers have to be tried.",
  })
  bits!: number;

  @Field(() => Date, { description: "The order has to be created before this time." })
  expiresAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: "Result of createOrderChallenge." })
export class CreateOrderChallengePayload {
  @Field(() => OrderChallenge, {
    nullable: true,
    description: "The challenge to solve; null if `userErrors` explains why there is none.",
  })
  challenge?: OrderChallenge | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@InputType({ description: "A solved challenge from createOrderChallenge." })
export class ChallengeAnswerInput {
  @AtMost({ characters: LONGEST.challenge })
  @Field(() => String, { description: "The token that came with the challenge, unchanged." })
  token!: string;

  @AtMost({ characters: LONGEST.challenge })
  @Field(() => String, { description: "The answer that solves the challenge." })
  answer!: string;
}
