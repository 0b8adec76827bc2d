import { Field, ID, Int, ObjectType } from "type-graphql";

import { Node } from "../../entities/node";
import { Availability } from "./availability";
import { connectionOf } from "./connection";
import { Money } from "./money";
import { Decimal } from "./scalars";

@ObjectType({ simpleResolvers: true })
export class Image {
  @Field(() => String)
  url!: string;
}

@ObjectType({ simpleResolvers: true, description: "Per 100 g, except the weight of one portion." })
export class Nutrition {
  @Field(() => Decimal, { nullable: true })
  energyKcal!: string | null;

  @Field(() => Decimal, { nullable: true })
  proteins!: string | null;

  @Field(() => Decimal, { nullable: true })
  fats!: string | null;

  @Field(() => Decimal, { nullable: true })
  carbohydrates!: string | null;

  @Field(() => Decimal, { nullable: true })
  weightGrams!: string | null;

  @Field(() => [String])
  allergens!: string[];
}

@ObjectType({ simpleResolvers: true })
export class ProductSize {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: "null: the product has no sizes." })
  name!: string | null;

  @Field(() => Money, { nullable: true, description: "null: not sold here. 0: free." })
  price!: Money | null;

  @Field(() => Boolean)
  isDefault!: boolean;

  @Field(() => Availability)
  availability!: Availability;
}

@ObjectType({ simpleResolvers: true, description: "What one unit of an option costs with one size of its product." })
export class OptionPrice {
  @Field(() => ID, { description: "One of the product's sizes." })
  sizeId!: string;

  @Field(() => Money, { nullable: true, description: "null: the option cannot be chosen with this size. 0: free." })
  price!: Money | null;
}

@ObjectType({ simpleResolvers: true })
export class Option {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  article!: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => Money, {
    description:
      "One unit with the product's default size, or with the first one the option is sold with. " +
      "With another size it may cost something else: show the row of `prices` for the size that the guest has chosen.",
  })
  price!: Money;

  @Field(() => [OptionPrice], { description: "One unit with each of the product's sizes: what is charged." })
  prices!: readonly OptionPrice[];

  @Field(() => Int)
  min!: number;

  @Field(() => Int)
  max!: number;

  @Field(() => Int, { description: "This many units of the option cost nothing, before those of its group." })
  freeAmount!: number;

  @Field(() => Int, { description: "How many are chosen before the guest changes anything." })
  byDefault!: number;

  @Field(() => Availability)
  availability!: Availability;
}

@ObjectType({ simpleResolvers: true, description: "A choice: between min and max units of its options in all." })
export class OptionGroup {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int)
  min!: number;

  @Field(() => Int)
  max!: number;

  @Field(() => Int, {
    description: "This many units of the group cost nothing: the first ones, as the order lists its options.",
  })
  freeAmount!: number;

  @Field(() => [Option])
  options!: Option[];
}

@ObjectType({ simpleResolvers: true })
export class PriceRange {
  @Field(() => Money)
  min!: Money;

  @Field(() => Money)
  max!: Money;
}

@ObjectType({ implements: Node, simpleResolvers: true, description: "A dish or drink («товар»)." })
export class Product extends Node {
  @Field(() => String, {
    description: "The digits both systems know the product by («артикул»). Zeros in front matter.",
  })
  article!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => [Image])
  images!: Image[];

  @Field(() => [ProductSize], { description: "At least one; a product without sizes has one without a name." })
  sizes!: ProductSize[];

  @Field(() => [OptionGroup])
  optionGroups!: OptionGroup[];

  @Field(() => Boolean, { description: "May be one half of a dish: see OrderLineInput.secondHalf." })
  halfAndHalf!: boolean;

  @Field(() => Nutrition, { nullable: true })
  nutrition!: Nutrition | null;

  @Field(() => Availability, {
    description:
      "Available when a size of it is. A size needs enough options left in every group that a choice must be made of.",
  })
  availability!: Availability;

  @Field(() => PriceRange, {
    nullable: true,
    description:
      "One unit in the cheapest and in the dearest size, with the cheapest way to satisfy required option groups. " +
      "null: no size is sold here.",
  })
  priceRange!: PriceRange | null;
}

@ObjectType({ simpleResolvers: true, description: "What one part of a combo may be." })
export class ComboChoice {
  @Field(() => Product)
  product!: Product;

  @Field(() => ID, { description: "The product's size." })
  sizeId!: string;

  @Field(() => ID, { description: "The combo's size that it comes with." })
  comboSizeId!: string;

  @Field(() => Money, { description: "What it adds to the price of the combo's size. Paid options come on top." })
  price!: Money;

  @Field(() => [ID], { description: "The product's options that the combo does not allow." })
  forbiddenOptionIds!: string[];
}

@ObjectType({ simpleResolvers: true, description: "One part of a combo: exactly one of its choices is ordered." })
export class ComboGroup {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [ComboChoice], { description: "What the catalogue sells. Without any the combo cannot be ordered." })
  choices!: readonly ComboChoice[];
}

export const ProductConnection = connectionOf("Product", Product);
