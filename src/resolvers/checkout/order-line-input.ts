import { Field, ID, InputType } from "type-graphql";

import { LONGEST, MOST } from "../../services/checkout/order-limits";
import { ARTICLE, AtMost } from "../schema/at-most";
import { Decimal } from "../schema/scalars";

@InputType({ description: "An option selected for a dish." })
export class OrderOptionInput {
  @AtMost(ARTICLE)
  @Field(() => String, { description: "Article of the option, or its id if it has no article." })
  article!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "Id of the group that is meant, if several groups contain the option: OptionGroup.id. If omitted, the option first fills groups below their minimum, then groups with room left.",
  })
  groupId?: string | null;

  @Field(() => Decimal, {
    defaultValue: "1",
    description: "Number of units per unit of the line.",
  })
  quantity!: string;
}

@InputType({ description: "The dish on the second half, in the size of the line." })
export class SecondHalfInput {
  @AtMost(ARTICLE)
  @Field(() => String, { description: "The dish: Product.article." })
  article!: string;

  @AtMost({ items: MOST.options, asUserError: true })
  @Field(() => [OrderOptionInput], {
    nullable: true,
    defaultValue: [],
    description: "Options that the guest has selected for this half.",
  })
  options?: OrderOptionInput[] | null;
}

@InputType({ description: "The choice for one part of a combo." })
export class ComboPartInput {
  @Field(() => ID, { description: "The part that is chosen: ComboGroup.id." })
  groupId!: string;

  @AtMost(ARTICLE)
  @Field(() => String, {
    description: "Article of the dish: Product.article of one of the group's choices.",
  })
  article!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The size. If omitted, the only size of the group or the default size.",
  })
  sizeId?: string | null;

  @AtMost({ items: MOST.options, asUserError: true })
  @Field(() => [OrderOptionInput], {
    nullable: true,
    defaultValue: [],
    description: "Options that the guest has selected for this part.",
  })
  options?: OrderOptionInput[] | null;
}

@InputType({ description: "One dish of a basket." })
export class OrderLineInput {
  @AtMost(ARTICLE)
  @Field(() => String, { description: "The dish: Product.article." })
  article!: string;

  @Field(() => ID, { nullable: true, description: "The size. If omitted, the default size." })
  sizeId?: string | null;

  @Field(() => Decimal, {
    defaultValue: "1",
    description:
      "Number of portions, greater than 0, with at most three decimals. Two-half dishes and combos are sold in whole portions only.",
  })
  quantity!: string;

  @AtMost({ items: MOST.options, asUserError: true })
  @Field(() => [OrderOptionInput], {
    nullable: true,
    defaultValue: [],
    description:
      "Options that the guest has selected. An omitted group gets its defaults, or its only option if one is required.",
  })
  options?: OrderOptionInput[] | null;

  @Field(() => SecondHalfInput, {
    nullable: true,
    description:
      "The second half of a two-half dish; `article` and `options` describe the first half. Both dishes must be `halfAndHalf`.",
  })
  secondHalf?: SecondHalfInput | null;

  @AtMost({ items: MOST.parts, asUserError: true })
  @Field(() => [ComboPartInput], {
    nullable: true,
    defaultValue: [],
    description:
      "The parts of a combo: one for each of its groups. A group with only one choice may be omitted.",
  })
  combo?: ComboPartInput[] | null;

  @AtMost({ characters: LONGEST.lineComment, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "The guest's note on this dish, for the kitchen.",
  })
  comment?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "The unit price that the guest was shown. If it differs, the order is refused with PRICE_CHANGED.",
  })
  expectedUnitPrice?: string | null;
}
