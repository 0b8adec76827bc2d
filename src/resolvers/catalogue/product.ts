import { Field, ID, ObjectType } from "type-graphql";

import { Node } from "../../entities/node";
import { countedConnectionOf } from "../schema/connection";
import { Money } from "../schema/money";
import { Decimal } from "../schema/scalars";
import { Availability } from "./availability";
import { OptionGroup } from "./product-options";

@ObjectType({ simpleResolvers: true, description: "A picture of a product." })
export class Image {
  @Field(() => String, {
    description: "URL of the picture as given by the POS; the gateway keeps no copy.",
  })
  url!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nutrition facts per 100 g, except the weight of one portion.",
})
export class Nutrition {
  @Field(() => Decimal, {
    nullable: true,
    description: "Energy in kilocalories; null if the POS does not report it.",
  })
  energyKcal!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Protein in grams; null if the POS does not report it.",
  })
  proteins!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Fat in grams; null if the POS does not report it.",
  })
  fats!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Carbohydrates in grams; null if the POS does not report it.",
  })
  carbohydrates!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Weight of one portion in grams; null if the POS does not report it.",
  })
  weightGrams!: string | null;

  @Field(() => [String], {
    description:
      "Names of allergens as listed in the POS. Empty if the POS lists none, which does not guarantee that there are none.",
  })
  allergens!: string[];
}

@ObjectType({ simpleResolvers: true, description: "One size of a product, with its price." })
export class ProductSize {
  @Field(() => ID, {
    description: "The id that baskets use as `sizeId`. In a PosMenuItem it is the id in the POS.",
  })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "Name of the size; null if the product has no sizes.",
  })
  name!: string | null;

  @Field(() => Money, {
    nullable: true,
    description: "Price of one unit; 0 means free, null means not sold here.",
  })
  price!: Money | null;

  @Field(() => Boolean, { description: "Whether this size is ordered if a basket names none." })
  isDefault!: boolean;

  @Field(() => Availability, { description: "Whether this size can be ordered now." })
  availability!: Availability;
}

@ObjectType({
  simpleResolvers: true,
  description: "Lowest and highest price at which one unit can be ordered.",
})
export class PriceRange {
  @Field(() => Money, { description: 'Price in the cheapest size, which a menu shows as "from".' })
  min!: Money;

  @Field(() => Money, { description: "Price in the most expensive size." })
  max!: Money;
}

@ObjectType({ implements: Node, simpleResolvers: true, description: "A dish or drink («товар»)." })
export class Product extends Node {
  @Field(() => ID, {
    description:
      "The branch whose menu shows it: Branch.id. Branch and article together also identify the product.",
  })
  branchId!: string;

  @Field(() => String, {
    description:
      "The digits by which both systems identify the product («артикул»). Leading zeros matter.",
  })
  article!: string;

  @Field(() => String, { description: "Name shown to guests." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "The text shown under the name of the dish; null if there is none.",
  })
  description!: string | null;

  @Field(() => [Image], {
    description: "Pictures in the order of the POS; may be empty.",
  })
  images!: Image[];

  @Field(() => [ProductSize], {
    description:
      "Sizes of the product, at least one. A product without sizes has one size without a name.",
  })
  sizes!: ProductSize[];

  @Field(() => [OptionGroup], {
    description: "Option groups from which a guest may or has to choose, in menu order.",
  })
  optionGroups!: OptionGroup[];

  @Field(() => Boolean, {
    description: "Whether it may be one half of a two-half dish: see OrderLineInput.secondHalf.",
  })
  halfAndHalf!: boolean;

  @Field(() => Nutrition, {
    nullable: true,
    description: "Nutrition facts; null if the POS has none.",
  })
  nutrition!: Nutrition | null;

  @Field(() => Availability, {
    description:
      "Whether the product can be ordered: it can if at least one size is available. A size needs enough available options in every required group.",
  })
  availability!: Availability;

  @Field(() => PriceRange, {
    nullable: true,
    description:
      "Price of one unit in the cheapest and the most expensive size, with the cheapest way to satisfy required option groups. null if no size is sold here.",
  })
  priceRange!: PriceRange | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "A product that may be chosen for one part of a combo.",
})
export class ComboChoice {
  @Field(() => Product, { description: "The product, as listed in the menu." })
  product!: Product;

  @Field(() => ID, { description: "The size of the product." })
  sizeId!: string;

  @Field(() => ID, { description: "The size of the combo for which it can be chosen." })
  comboSizeId!: string;

  @Field(() => Money, {
    description: "Surcharge on the price of the combo's size. Paid options are added to it.",
  })
  price!: Money;

  @Field(() => [ID], { description: "Options of the product that the combo does not allow." })
  forbiddenOptionIds!: string[];
}

@ObjectType({
  simpleResolvers: true,
  description: "One part of a combo: exactly one of its choices is ordered.",
})
export class ComboGroup {
  @Field(() => ID, { description: "The id that ComboPartInput.groupId takes." })
  id!: string;

  @Field(() => String, { description: 'What guests choose here, for example "Drink".' })
  name!: string;

  @Field(() => [ComboChoice], {
    description:
      "The choices that the catalogue offers. If there are none, the combo cannot be ordered.",
  })
  choices!: readonly ComboChoice[];
}

export const ProductConnection = countedConnectionOf("Product", Product);
