import { Field, InputType, Int, ObjectType } from "type-graphql";

import { MAX_PAUSES } from "../../services/branches/settings-limits";
import { AtMost } from "../schema/at-most";

@ObjectType({
  simpleResolvers: true,
  description:
    "How long and how often the gateway tries to put an order into the till before the staff are asked to.",
})
export class InjectionPolicy {
  @Field(() => [Int], {
    description: "The pause before each repeat; their number is the number of repeats.",
  })
  retryDelaysSeconds!: number[];

  @Field(() => Int, {
    description: "How long the POS may take to decide before the outcome counts as unknown.",
  })
  acceptTimeoutSeconds!: number;

  @Field(() => Int, {
    description: "When the staff are warned that an order is still not in the till; 0: never.",
  })
  alertIfNotAcceptedAfterSeconds!: number;

  @Field(() => Int, {
    description:
      "How late the sending of an order may begin, in minutes: past that, or past the time that the guest wants it, the staff are asked first.",
  })
  sendWithinMinutes!: number;
}

@InputType({
  description:
    "How long and how often the gateway tries to put an order into the till. What is left out stays; null is the standard.",
})
export class InjectionPolicyInput {
  @AtMost({ items: MAX_PAUSES, asUserError: true })
  @Field(() => [Int], { nullable: true, description: "Pauses of 0 to 3600 seconds." })
  retryDelaysSeconds?: number[] | null;

  @Field(() => Int, { nullable: true, description: "From 10 to 900." })
  acceptTimeoutSeconds?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "When the staff are warned that an order is still not in the till: from 30 to 86400, or 0 for never.",
  })
  alertIfNotAcceptedAfterSeconds?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How late the sending of an order may begin: from 1 to 1440.",
  })
  sendWithinMinutes?: number | null;
}
