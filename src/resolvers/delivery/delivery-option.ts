import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { Branch } from "../../entities/branches/branch";
import { MOST_BRANCHES } from "../../services/checkout/find-delivery-options";
import { LONGEST_OF_ADDRESS } from "../../services/checkout/order-limits";
import { AtMost } from "../schema/at-most";
import { Money } from "../schema/money";
import { DateTime, Decimal } from "../schema/scalars";
import { UserError } from "../schema/user-error-types";

@InputType({
  description:
    "Where an order would be delivered: coordinates, the street's id and the house, or an address in words, which the POS is asked about. The more is given, the surer the answer.",
})
export class DeliveryPlaceInput {
  @Field(() => Decimal, {
    nullable: true,
    description: 'Degrees north, −90 to 90, as "55.7558"; only together with the longitude.',
  })
  latitude?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Degrees east, −180 to 180, as "37.6176"; only together with the latitude.',
  })
  longitude?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.city, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "Town. May be omitted where the restaurant serves only one town.",
  })
  city?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.street, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Name of the street, spelt as in the restaurant's POS if you know how it is spelt there. Without coordinates the POS is asked where the house is.",
  })
  street?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The POS's id of the street, if the site knows it.",
  })
  streetIdInPos?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.house, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: 'House number with its letter or fraction, if any, for example "12/2".',
  })
  house?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.building, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "Building or block of the house («корпус», «строение»), if it has one.",
  })
  building?: string | null;
}

@InputType({ description: "A delivery that a guest thinks of." })
export class DeliveryOptionsInput {
  @AtMost({ items: MOST_BRANCHES })
  @Field(() => [ID], { description: "The branches in question: Branch.id." })
  branchIds!: string[];

  @Field(() => DeliveryPlaceInput, { description: "Where the order would be delivered." })
  address!: DeliveryPlaceInput;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "Sum of the dishes before discounts. If omitted, no minimum is checked, and the fee is that of a small order.",
  })
  sum?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the guest would want the order. If omitted, as soon as possible.",
  })
  wantedAt?: Date | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "Whether a branch would deliver an order, and on which terms.",
})
export class DeliveryOption {
  @Field(() => Branch, { description: "The branch in question." })
  branch!: Branch;

  @Field(() => Boolean, { description: "Whether the branch would deliver the order." })
  served!: boolean;

  @Field(() => UserError, {
    nullable: true,
    description: "Why it would not; null if it would. The same that createOrder would answer.",
  })
  reason!: UserError | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Name of the zone that decides; null if the branch has no zones, or the place is in none.",
  })
  zone!: string | null;

  @Field(() => Money, { description: "Delivery fee for this sum; 0 for free delivery." })
  fee!: Money;

  @Field(() => Money, {
    nullable: true,
    description: "Delivery is free from this sum of dishes, before discounts; null means never.",
  })
  freeFrom!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: "Least sum of dishes, before discounts; null if there is no minimum.",
  })
  minimumSum!: Money | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many minutes an order placed now would take; null if neither the zone nor the branch says.",
  })
  minutes!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Lower bound, in minutes, of the interval to show to guests; null where `minutes` is.",
  })
  minutesFrom!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Upper bound, in minutes, of the interval to show to guests; null where `minutes` is.",
  })
  minutesTo!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When an order placed now could arrive at the earliest; null if that is not known: neither the zone nor the branch has minutes, or the branch does not say when it opens.",
  })
  earliestAt!: Date | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "Which branches would deliver, or why the question cannot be answered.",
})
export class DeliveryOptionsPayload {
  @Field(() => [DeliveryOption], {
    description: "One for each branch that exists and you may see, in the order of branchIds.",
  })
  options!: DeliveryOption[];

  @Field(() => [UserError])
  userErrors!: UserError[];
}
