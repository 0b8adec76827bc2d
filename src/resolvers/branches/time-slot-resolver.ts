import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { type FindTimeSlots, type FoundSlot } from "../../services/checkout/find-time-slots";
import { Fulfilment } from "../orders/order-enums";
import { AtMost } from "../schema/at-most";
import { DateTime } from "../schema/scalars";

@ObjectType({
  simpleResolvers: true,
  description: "A time for which a branch takes orders.",
})
export class TimeSlot {
  @Field(() => DateTime, { description: "When it begins; pass it as `wantedAt` of the order." })
  startsAt!: Date;

  @Field(() => DateTime, { description: "When the next one begins." })
  endsAt!: Date;

  @Field(() => Boolean, { description: "Whether it takes one more order; if not, it is full." })
  available!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many orders it has, delivery and pick-up together; null for those who do not work at the branch.",
  })
  orders!: number | null;
}

/** The times for which a branch takes orders, for everyone. */
@Resolver()
export class TimeSlotResolver {
  constructor(private readonly useCases: { readonly findTimeSlots: FindTimeSlots }) {}

  @Query(() => [TimeSlot], {
    description:
      "The time slots of a day for which an order can be placed now, in order: within the opening hours and the pre-order limits. An hour that the clock skips has none, an hour that it repeats has them twice.",
  })
  async timeSlots(
    @Ctx() { viewer }: Context,
    @Arg("branchId", () => ID, { description: "The branch that makes the order: Branch.id." })
    branchId: string,
    @AtMost({ characters: 10 })
    @Arg("day", () => String, {
      description: "Day of the branch's calendar, for example 2026-12-31.",
    })
    day: string,
    @Arg("fulfilment", () => Fulfilment, {
      defaultValue: Fulfilment.DELIVERY,
      description: "How the order would be received: DELIVERY or PICKUP.",
    })
    fulfilment: Fulfilment,
  ): Promise<TimeSlot[]> {
    const received = fulfilment === Fulfilment.PICKUP ? fulfilment : Fulfilment.DELIVERY;
    const slots = await this.useCases.findTimeSlots.execute(viewer, branchId, day, received);
    return slots.map(toTimeSlot);
  }
}

function toTimeSlot({ from, to, isFree, orders }: FoundSlot): TimeSlot {
  return { startsAt: from, endsAt: to, available: isFree, orders };
}
