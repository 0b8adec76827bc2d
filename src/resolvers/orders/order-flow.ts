import { Field, Float, Int, ObjectType } from "type-graphql";

import { notBetween } from "../../domain/faults/thrown-texts";
import { InvalidInput } from "../../errors";
import { DateTime } from "../schema/scalars";

const MAX_MINUTES = 180;

@ObjectType({
  simpleResolvers: true,
  description: "The orders that were taken in one minute, and what has become of them since.",
})
export class OrderFlowMinute {
  @Field(() => DateTime, { description: "When it began." })
  minute!: Date;

  @Field(() => Int, { description: "How many orders the branch took in this minute." })
  accepted!: number;

  @Field(() => Int, { description: "Of those, how many the till has got." })
  inPos!: number;

  @Field(() => Float, {
    nullable: true,
    description: "The median from acceptance to the till; null: none of them has got there.",
  })
  secondsToPos!: number | null;
}

/** @throws {InvalidInput} it is outside 1–180 */
export function minutesAsked(minutes: number): number {
  if (minutes < 1 || minutes > MAX_MINUTES)
    throw new InvalidInput(notBetween("minutes", 1, MAX_MINUTES));
  return minutes;
}
