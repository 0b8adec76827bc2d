import { Field, ID, InputType } from "type-graphql";

import { LONGEST, MOST } from "../../services/checkout/order-limits";
import { ARTICLE, AtMost } from "../schema/at-most";
import { Decimal } from "../schema/scalars";

@InputType({ description: "An option to a dish." })
export class OrderOptionInput {
  @AtMost(ARTICLE)
  @Field(() => String, { description: "The option's article, or its id where it has none." })
  article!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "See OptionGroup.id: which group is meant where several have the option. Left out: wherever something is missing " +
      "first, then wherever there is room.",
  })
  groupId?: string | null;

  @Field(() => Decimal, {
    defaultValue: "1",
    description: "How many units of it, per one unit of the line.",
  })
  quantity!: string;
}

@InputType({ description: "The dish on the second half; it has the line's size." })
export class SecondHalfInput {
  @AtMost(ARTICLE)
  @Field(() => String, { description: "The dish: Product.article." })
  article!: string;

  @AtMost({ items: MOST.options, asUserError: true })
  @Field(() => [OrderOptionInput], {
    nullable: true,
    defaultValue: [],
    description: "What the guest has chosen for this half.",
  })
  options?: OrderOptionInput[] | null;
}

@InputType({ description: "What one part of a combo is: a choice of its group." })
export class ComboPartInput {
  @Field(() => ID, { description: "See ComboGroup.id." })
  groupId!: string;

  @AtMost(ARTICLE)
  @Field(() => String, { description: "The dish: Product.article of one of the group's choices." })
  article!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Left out: the only size the group has, or the default one.",
  })
  sizeId?: string | null;

  @AtMost({ items: MOST.options, asUserError: true })
  @Field(() => [OrderOptionInput], {
    nullable: true,
    defaultValue: [],
    description: "What the guest has chosen for this part.",
  })
  options?: OrderOptionInput[] | null;
}

@InputType({ description: "One dish of a basket." })
export class OrderLineInput {
  @AtMost(ARTICLE)
  @Field(() => String, { description: "The dish: Product.article." })
  article!: string;

  @Field(() => ID, { nullable: true, description: "Left out: the default size." })
  sizeId?: string | null;

  @Field(() => Decimal, {
    defaultValue: "1",
    description:
      "Portions, above 0, with at most three decimals; halves and combos in whole portions only.",
  })
  quantity!: string;

  @AtMost({ items: MOST.options, asUserError: true })
  @Field(() => [OrderOptionInput], {
    nullable: true,
    defaultValue: [],
    description:
      "What the guest has chosen. A group that is left out gets its defaults, or its only option where one is required.",
  })
  options?: OrderOptionInput[] | null;

  @Field(() => SecondHalfInput, {
    nullable: true,
    description:
      "Makes the line two halves of one dish: `article` and `options` are the first half. Both dishes must be `halfAndHalf`.",
  })
  secondHalf?: SecondHalfInput | null;

  @AtMost({ items: MOST.parts, asUserError: true })
  @Field(() => [ComboPartInput], {
    nullable: true,
    defaultValue: [],
    description:
      "Of a combo: one part for each of its groups. A group with a single choice may be left out.",
  })
  combo?: ComboPartInput[] | null;

  @AtMost({ characters: LONGEST.lineComment, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "The guest's wish for this dish, for the kitchen.",
  })
  comment?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "What the guest was shown; PRICE_CHANGED when it is not so.",
  })
  expectedUnitPrice?: string | null;
}
