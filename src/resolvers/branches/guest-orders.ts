import { Field, InputType, Int, ObjectType } from "type-graphql";

@ObjectType({
  simpleResolvers: true,
  description:
    "What the branch takes from guests whom nobody has proven: without an API key of the branch, and not signed in with the phone of the order.",
})
export class GuestOrders {
  @Field(() => Boolean, {
    description:
      "Orders are taken from signed-in guests and with an API key only, else SIGN_IN_REQUIRED; off until it is set.",
  })
  onlyProven!: boolean;

  @Field(() => Int, {
    description:
      "How many open orders of one phone unproven guests may have, else TOO_MANY_OPEN_ORDERS; 0: any number; 5 until it is set.",
  })
  mostOpenPerPhone!: number;

  @Field(() => Boolean, {
    description:
      "Promotions that count how often they are used are for signed-in guests and with an API key only, else SIGN_IN_REQUIRED; off until it is set.",
  })
  countedPromotionsOnlyProven!: boolean;

  @Field(() => Boolean, {
    description:
      "Each order of an unproven guest needs a solved challenge, else CHALLENGE_REQUIRED; off until it is set.",
  })
  challengeAlways!: boolean;

  @Field(() => Int, {
    description:
      "How hard challenges are, in bits: each doubles the work; 16 until it is set, some 65,000 hashes.",
  })
  challengeBits!: number;
}

@InputType({ description: "Left out stays; null is the standard." })
export class GuestOrdersInput {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "true: orders are taken from signed-in guests and with an API key only, else SIGN_IN_REQUIRED.",
  })
  onlyProven?: boolean | null;

  @Field(() => Int, { nullable: true, description: "From 0 to 1000; 0: any number." })
  mostOpenPerPhone?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "true: promotions that count their uses are for signed-in guests and API keys only, else SIGN_IN_REQUIRED.",
  })
  countedPromotionsOnlyProven?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "true: each order of an unproven guest needs a solved challenge, else CHALLENGE_REQUIRED.",
  })
  challengeAlways?: boolean | null;

  @Field(() => Int, { nullable: true, description: "From 8 to 24." })
  challengeBits?: number | null;
}
