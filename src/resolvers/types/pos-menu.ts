import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { type MenuSnapshot } from "../../domain/menu-snapshot";
import { PosMenuSource } from "../../domain/pos-menu";
import { type PosMenuRow } from "../../entities/pos-menu-row";
import { countedConnectionOf } from "./connection";
import { Image, Nutrition, OptionGroup, Product, ProductSize } from "./product";
import { DateTime } from "./scalars";
import { UserError } from "./user-error";

registerEnumType(PosMenuSource, { name: "PosMenuSource" });

@ObjectType({ simpleResolvers: true })
export class PosMenuCategory {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int)
  itemCount!: number;

  @Field(() => Boolean)
  hidden!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A product as the POS has it; ids are the POS's own." })
export class PosMenuItem {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: "As the POS has it: may be missing, no number, or not unique." })
  article!: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => PosMenuCategory, { nullable: true, description: "The first one that lists the product." })
  category!: PosMenuCategory | null;

  @Field(() => [ProductSize])
  sizes!: ProductSize[];

  @Field(() => [OptionGroup])
  optionGroups!: OptionGroup[];

  @Field(() => [Image])
  images!: Image[];

  @Field(() => Nutrition, { nullable: true })
  nutrition!: Nutrition | null;

  @Field(() => Boolean)
  hidden!: boolean;

  @Field(() => Product, {
    nullable: true,
    description: "«Наличие в CRM»: the product of ours with this article, if any.",
  })
  catalogueProduct!: Product | null;
}

export const PosMenuItemConnection = countedConnectionOf("PosMenuItem", PosMenuItem);

@ObjectType({
  simpleResolvers: true,
  description: "The POS's menu as last refreshed, whatever its format. «Обновить данные» is refreshPosMenu.",
})
export class PosMenu {
  /** What `items` looks into. */
  row!: PosMenuRow;
  catalogue!: MenuSnapshot;

  @Field(() => PosMenuSource)
  source!: PosMenuSource;

  @Field(() => String, { nullable: true })
  revision!: string | null;

  @Field(() => DateTime)
  refreshedAt!: Date;

  @Field(() => String, { description: "Another one when the content changes; revision may move without that." })
  contentHash!: string;

  @Field(() => [PosMenuCategory])
  categories!: PosMenuCategory[];
}

@ObjectType({ simpleResolvers: true })
export class PosMenuPayload {
  @Field(() => PosMenu, { nullable: true })
  posMenu?: PosMenu | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
