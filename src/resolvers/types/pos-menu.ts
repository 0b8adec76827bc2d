import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { PosMenuSource } from "../../domain/pos-menu";
import { type PosMenuRow } from "../../entities/pos-menu-row";
import { type CatalogIssue as Issue } from "../../services/catalogue/pos-menu/catalog-issues";
import { type ShownMenu } from "../../services/catalogue/menu/shown-menu";
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
  /** Looks into the issues of the whole menu, which are sorted out once. */
  issuesOf!: (posProductId: string) => readonly Issue[];

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

@ObjectType({
  simpleResolvers: true,
  description: "A menu that lost more than half of the products. refreshPosMenu with acceptShrunken takes it over.",
})
export class HeldBackPosMenu {
  @Field(() => PosMenuSource)
  source!: PosMenuSource;

  @Field(() => String)
  contentHash!: string;

  @Field(() => Int)
  productCount!: number;

  @Field(() => Int, { description: "Products of the menu in use that it has not." })
  lostCount!: number;

  @Field(() => DateTime)
  since!: Date;
}

@ObjectType({
  simpleResolvers: true,
  description: "The POS's own answer, as it came. `npm run menu:inspect` reads it, packed or not.",
})
export class PosMenuBody {
  @Field(() => DateTime)
  receivedAt!: Date;

  @Field(() => Int)
  gzipBytes!: number;

  @Field(() => String, { nullable: true, description: "Base64. null: more than 16 MB; ask whoever runs the gateway." })
  gzipBase64!: string | null;
}

export const PosMenuItemConnection = countedConnectionOf("PosMenuItem", PosMenuItem);

@ObjectType({
  simpleResolvers: true,
  description: "The POS's menu as last refreshed, whatever its format. «Обновить данные» is refreshPosMenu.",
})
export class PosMenu {
  /** What `items` looks into. */
  row!: PosMenuRow;
  shown!: ShownMenu;

  @Field(() => PosMenuSource)
  source!: PosMenuSource;

  @Field(() => String, { nullable: true })
  revision!: string | null;

  @Field(() => DateTime, { description: "When the POS last gave this menu." })
  refreshedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "Since when it could not be refreshed; null: it could." })
  failingSince!: Date | null;

  @Field(() => String, { nullable: true, description: "Why it could not be refreshed last time." })
  lastError!: string | null;

  @Field(() => HeldBackPosMenu, { nullable: true, description: "A later menu that waits for your yes." })
  heldBack!: HeldBackPosMenu | null;

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
