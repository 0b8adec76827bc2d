import { Field, Float, Int, ObjectType } from "type-graphql";

import { notBetween } from "../../domain/errors/thrown-texts";
import { InvalidInput } from "../../errors";
import { DateTime } from "../schema/scalars";

const MAX_MINUTES = 180;

@ObjectType({
  simpleResolvers: true,
  description: "The orders accepted in one minute, and what has become of them.",
})
export class OrderFlowMinute {
  @Field(() => DateTime, { description: "Beginning of the minute." })
  minute!: Date;

  @Field(() => Int, { description: "Number of orders that the branch accepted in this minute." })
  accepted!: number;

  @Field(() => Int, { description: "Number of these orders that have reached the till." })
  inPos!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Median time from acceptance to the till, in seconds; null if none of them has reached it.",
  })
  secondsToPos!: number | null;
}

/** @throws {InvalidInput} if it is outside 1–180 */
export function minutesAsked(minutes: number): number {
  if (minutes < 1 || minutes > MAX_MINUTES)
    throw new InvalidInput(notBetween("minutes", 1, MAX_MINUTES));
  return minutes;
}
