import { Field, ID, ObjectType } from "type-graphql";

import { Node } from "../../entities/node";
import { Availability } from "./availability";
import { countedConnectionOf } from "../schema/connection";
import { Money } from "../schema/money";
import { Decimal } from "../schema/scalars";
import { OptionGroup } from "./product-options";

@ObjectType({ simpleResolvers: true, description: "A picture of a product." })
export class Image {
  @Field(() => String, {
    description: "Web address of the picture, as the POS tells it; the gateway keeps no copy.",
  })
  url!: string;
}

@ObjectType({ simpleResolvers: true, description: "Per 100 g, except the weight of one portion." })
export class Nutrition {
  @Field(() => Decimal, {
    nullable: true,
    description: "Kilocalories; null: the POS does not tell.",
  })
  energyKcal!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Grams of protein; null: the POS does not tell.",
  })
  proteins!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Grams of fat; null: the POS does not tell.",
  })
  fats!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Grams of carbohydrates; null: the POS does not tell.",
  })
  carbohydrates!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Grams of one portion; null: the POS does not tell.",
  })
  weightGrams!: string | null;

  @Field(() => [String], {
    description:
      "Names of allergens, as the POS lists them; empty: it lists none, which is no promise.",
  })
  allergens!: string[];
}

@ObjectType({ simpleResolvers: true, description: "One of a product's portions, with its price." })
export class ProductSize {
  @Field(() => ID, {
    description: "What a basket names as `sizeId`. In a PosMenuItem it is the POS's own id.",
  })
  id!: string;

  @Field(() => String, { nullable: true, description: "null: the product has no sizes." })
  name!: string | null;

  @Field(() => Money, { nullable: true, description: "null: not sold here. 0: free." })
  price!: Money | null;

  @Field(() => Boolean, { description: "true: the size that is ordered when a basket names none." })
  isDefault!: boolean;

  @Field(() => Availability, { description: "Whether this size can be ordered now." })
  availability!: Availability;
}

@ObjectType({
  simpleResolvers: true,
  description: "From the cheapest to the dearest way to order one unit.",
})
export class PriceRange {
  @Field(() => Money, { description: 'In the cheapest size: what a menu shows as "from".' })
  min!: Money;

  @Field(() => Money, { description: "In the dearest size." })
  max!: Money;
}

@ObjectType({ implements: Node, simpleResolvers: true, description: "A dish or drink («товар»)." })
export class Product extends Node {
  @Field(() => ID, {
    description:
      "The branch whose menu shows it: Branch.id. Together with the article it names the product, too.",
  })
  branchId!: string;

  @Field(() => String, {
    description: "The digits both systems know the product by («артикул»). Zeros in front matter.",
  })
  article!: string;

  @Field(() => String, { description: "What guests call it." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "What the menu says of the dish beneath its name; null: nothing.",
  })
  description!: string | null;

  @Field(() => [Image], {
    description: "Its pictures, in the order in which the POS lists them; may be empty.",
  })
  images!: Image[];

  @Field(() => [ProductSize], {
    description: "At least one; a product without sizes has one without a name.",
  })
  sizes!: ProductSize[];

  @Field(() => [OptionGroup], {
    description: "What a guest may add or has to choose, in menu order.",
  })
  optionGroups!: OptionGroup[];

  @Field(() => Boolean, {
    description: "May be one half of a dish: see OrderLineInput.secondHalf.",
  })
  halfAndHalf!: boolean;

  @Field(() => Nutrition, {
    nullable: true,
    description: "Energy and contents; null: the POS tells nothing of them.",
  })
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
  @Field(() => Product, { description: "The product, as the menu has it." })
  product!: Product;

  @Field(() => ID, { description: "The product's size." })
  sizeId!: string;

  @Field(() => ID, { description: "The combo's size that it comes with." })
  comboSizeId!: string;

  @Field(() => Money, {
    description: "What it adds to the price of the combo's size. Paid options come on top.",
  })
  price!: Money;

  @Field(() => [ID], { description: "The product's options that the combo does not allow." })
  forbiddenOptionIds!: string[];
}

@ObjectType({
  simpleResolvers: true,
  description: "One part of a combo: exactly one of its choices is ordered.",
})
export class ComboGroup {
  @Field(() => ID, { description: "What ComboPartInput.groupId names." })
  id!: string;

  @Field(() => String, { description: 'What guests choose here: "Drink", for example.' })
  name!: string;

  @Field(() => [ComboChoice], {
    description: "What the catalogue sells. Without any the combo cannot be ordered.",
  })
  choices!: readonly ComboChoice[];
}

export const ProductConnection = countedConnectionOf("Product", Product);
