import { Field, ID, Int, ObjectType } from "type-graphql";

import { Money } from "../schema/money";
import { Availability } from "./availability";

@ObjectType({
  simpleResolvers: true,
  description: "Price of one unit of an option with one size of its product.",
})
export class OptionPrice {
  @Field(() => ID, { description: "One of the product's sizes." })
  sizeId!: string;

  @Field(() => Money, {
    nullable: true,
    description: "The price; 0 means free. null if the option cannot be selected with this size.",
  })
  price!: Money | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "An option («опция») that a guest may add to a product.",
})
export class Option {
  @Field(() => ID, {
    description:
      "Id of the option within the menu of its product. Baskets use it if the option has no article.",
  })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "Article of the option in the POS; null if it has none and is ordered by its id.",
  })
  article!: string | null;

  @Field(() => String, { description: "Name shown to guests." })
  name!: string;

  @Field(() => Money, {
    description:
      "Price of one unit with the product's default size, or with the first size that the option is sold with. It may differ for other sizes: show the entry of `prices` for the size that the guest has selected.",
  })
  price!: Money;

  @Field(() => [OptionPrice], {
    description: "Price of one unit with each of the product's sizes. This is what is charged.",
  })
  prices!: readonly OptionPrice[];

  @Field(() => Int, {
    description: "Minimum number of units that must be selected; 0 means that it is optional.",
  })
  min!: number;

  @Field(() => Int, { description: "Maximum number of units that may be selected." })
  max!: number;

  @Field(() => Int, {
    description: "Number of free units of this option, counted before the free units of its group.",
  })
  freeAmount!: number;

  @Field(() => Int, { description: "Number of units selected by default." })
  byDefault!: number;

  @Field(() => Availability, { description: "Whether the option can be ordered now." })
  availability!: Availability;
}

@ObjectType({
  simpleResolvers: true,
  description: "A group of options, of which between min and max units must be selected in total.",
})
export class OptionGroup {
  @Field(() => ID, { description: "Id of the group within its product's menu." })
  id!: string;

  @Field(() => String, { description: 'What guests choose here, for example "Sauce".' })
  name!: string;

  @Field(() => Int, {
    description:
      "Minimum number of units that must be selected from the group; 0 means that the group is optional.",
  })
  min!: number;

  @Field(() => Int, { description: "Maximum number of units that may be selected from the group." })
  max!: number;

  @Field(() => Int, {
    description:
      "Number of free units of the group: the first ones, in the order in which the options are listed in the order.",
  })
  freeAmount!: number;

  @Field(() => [Option], { description: "The options of the group, in menu order." })
  options!: Option[];
}
