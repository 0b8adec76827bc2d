import { Field, ID, Int, ObjectType } from "type-graphql";

import { Availability } from "./availability";
import { Money } from "../schema/money";

@ObjectType({
  simpleResolvers: true,
  description: "What one unit of an option costs with one size of its product.",
})
export class OptionPrice {
  @Field(() => ID, { description: "One of the product's sizes." })
  sizeId!: string;

  @Field(() => Money, {
    nullable: true,
    description: "null: the option cannot be chosen with this size. 0: free.",
  })
  price!: Money | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "Something that a guest may add to a product («опция»).",
})
export class Option {
  @Field(() => ID, {
    description:
      "Id of the option within its product's menu. A basket names it where there is no article.",
  })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "The option's article in the POS; null: it has none, and is ordered by its id.",
  })
  article!: string | null;

  @Field(() => String, { description: "What guests call it." })
  name!: string;

  @Field(() => Money, {
    description:
      "One unit with the product's default size, or with the first one the option is sold with. " +
      "With another size it may cost something else: show the row of `prices` for the size that the guest has chosen.",
  })
  price!: Money;

  @Field(() => [OptionPrice], {
    description: "One unit with each of the product's sizes: what is charged.",
  })
  prices!: readonly OptionPrice[];

  @Field(() => Int, {
    description: "How many units of it must be chosen at least; 0: none has to be.",
  })
  min!: number;

  @Field(() => Int, { description: "How many units of it may be chosen at most." })
  max!: number;

  @Field(() => Int, {
    description: "This many units of the option cost nothing, before those of its group.",
  })
  freeAmount!: number;

  @Field(() => Int, { description: "How many are chosen before the guest changes anything." })
  byDefault!: number;

  @Field(() => Availability, { description: "Whether the option by itself can be ordered now." })
  availability!: Availability;
}

@ObjectType({
  simpleResolvers: true,
  description: "A choice: between min and max units of its options in all.",
})
export class OptionGroup {
  @Field(() => ID, { description: "Id of the group within its product's menu." })
  id!: string;

  @Field(() => String, { description: 'What guests choose here: "Sauce", for example.' })
  name!: string;

  @Field(() => Int, {
    description:
      "How many units must be chosen of the whole group at least; 0: the group may be left out.",
  })
  min!: number;

  @Field(() => Int, { description: "How many units may be chosen of the whole group at most." })
  max!: number;

  @Field(() => Int, {
    description:
      "This many units of the group cost nothing: the first ones, as the order lists its options.",
  })
  freeAmount!: number;

  @Field(() => [Option], { description: "What there is to choose from, in menu order." })
  options!: Option[];
}
