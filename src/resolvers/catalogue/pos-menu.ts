import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { type MenuSnapshot } from "../../domain/catalogue/menu-snapshot";
import { type PosMenuItem as Item, PosMenuSource } from "../../domain/catalogue/pos-menu";
import { type PosMenuRow } from "../../entities/catalogue/pos-menu-row";
import { type CatalogIssue as Issue } from "../../services/catalogue/pos-menu/catalog-issues";
import { type ShownMenu } from "../../services/catalogue/menu/shown-menu";
import { countedConnectionOf } from "../schema/connection";
import { Image, Nutrition, Product, ProductSize } from "./product";
import { OptionGroup } from "./product-options";
import { DateTime } from "../schema/scalars";
import { UserError } from "../schema/user-error";

registerEnumType(PosMenuSource, {
  name: "PosMenuSource",
  description:
    "Which of iiko's menu formats a menu was read from. With an external menu set, the gateway tries them in turn until one gives a menu.",
  valuesConfig: {
    EXTERNAL_MENU_V2: { description: "The external menu in its second version." },
    EXTERNAL_MENU_V3: { description: "The external menu in its third version." },
    EXTERNAL_MENU_V4: { description: "The external menu in its fourth version." },
    MENU_V3_STANDALONE: {
      description: "The external menu from iiko's separate menu service, which is asked first.",
    },
    NOMENCLATURE: {
      description: "The nomenclature of the organization, read where no external menu is set.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    "A heading of the POS menu. It has nothing to do with the sections of the catalogue.",
})
export class PosMenuCategory {
  @Field(() => ID, { description: "The POS's own id." })
  id!: string;

  @Field(() => String, { description: "The category's name in the POS." })
  name!: string;

  @Field(() => Int, { description: "How many products it lists, hidden ones included." })
  itemCount!: number;

  @Field(() => Boolean, { description: "true: the POS does not show the category to guests." })
  hidden!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "A product as the POS has it; ids are the POS's own.",
})
export class PosMenuItem {
  /** Looks into the issues of the whole menu, which are sorted out once. */
  issuesOf!: (posProductId: string) => readonly Issue[];

  /** What `changes` compares. */
  item!: Item;
  catalogue!: MenuSnapshot;

  @Field(() => ID, { description: "The POS's own id of the product." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "As the POS has it: may be missing, no number, or not unique.",
  })
  article!: string | null;

  @Field(() => String, { description: "The product's name in the POS." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "What the POS says of the product; null: nothing.",
  })
  description!: string | null;

  @Field(() => PosMenuCategory, {
    nullable: true,
    description: "The first one that lists the product.",
  })
  category!: PosMenuCategory | null;

  @Field(() => [ProductSize], { description: "Its sizes in the POS, at least one." })
  sizes!: ProductSize[];

  @Field(() => [OptionGroup], {
    description: "What can be added to it, in the POS's order, without what is not sold.",
  })
  optionGroups!: OptionGroup[];

  @Field(() => [Image], { description: "The pictures that the POS has of it." })
  images!: Image[];

  @Field(() => Nutrition, {
    nullable: true,
    description: "What the POS tells of its energy and contents; null: nothing.",
  })
  nutrition!: Nutrition | null;

  @Field(() => Boolean, { description: "true: the POS does not show the product to guests." })
  hidden!: boolean;

  @Field(() => Product, {
    nullable: true,
    description: "«Наличие в CRM»: the product of ours with this article, if any.",
  })
  catalogueProduct!: Product | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "A menu that lost more than half of the products. refreshPosMenu with acceptShrunken takes it over.",
})
export class HeldBackPosMenu {
  @Field(() => PosMenuSource, { description: "Which of the POS's formats it was read from." })
  source!: PosMenuSource;

  @Field(() => String, { description: "Tells menus apart: another hash is another content." })
  contentHash!: string;

  @Field(() => Int, { description: "How many products it has." })
  productCount!: number;

  @Field(() => Int, { description: "Products of the menu in use that it has not." })
  lostCount!: number;

  @Field(() => DateTime, { description: "When the POS first gave it." })
  since!: Date;
}

@ObjectType({
  simpleResolvers: true,
  description: "The POS's own answer, as it came. `npm run menu:inspect` reads it, packed or not.",
})
export class PosMenuBody {
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Date;

  @Field(() => Int, { description: "Size of the answer, compressed, in bytes." })
  gzipBytes!: number;

  @Field(() => String, {
    nullable: true,
    description: "Base64. null: more than 16 MB; ask whoever runs the gateway.",
  })
  gzipBase64!: string | null;
}

export const PosMenuItemConnection = countedConnectionOf("PosMenuItem", PosMenuItem);

@ObjectType({
  simpleResolvers: true,
  description:
    "The POS's menu as last refreshed, whatever its format. «Обновить данные» is refreshPosMenu.",
})
export class PosMenu {
  /** What `items` looks into. */
  row!: PosMenuRow;
  shown!: ShownMenu;

  @Field(() => PosMenuSource, { description: "Which of the POS's formats the menu was read from." })
  source!: PosMenuSource;

  @Field(() => String, {
    nullable: true,
    description:
      "The POS's own counter of the menu; it may move without a change of content. null: it tells none.",
  })
  revision!: string | null;

  @Field(() => DateTime, { description: "When the POS last gave this menu." })
  refreshedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "Since when it could not be refreshed; null: it could.",
  })
  failingSince!: Date | null;

  @Field(() => String, { nullable: true, description: "Why it could not be refreshed last time." })
  lastError!: string | null;

  @Field(() => HeldBackPosMenu, {
    nullable: true,
    description: "A later menu that waits for your yes.",
  })
  heldBack!: HeldBackPosMenu | null;

  @Field(() => String, {
    description: "Another one when the content changes; revision may move without that.",
  })
  contentHash!: string;

  @Field(() => [PosMenuCategory], { description: "The menu's headings in the POS, in its order." })
  categories!: PosMenuCategory[];
}

@ObjectType({ simpleResolvers: true, description: "What refreshPosMenu answers." })
export class PosMenuPayload {
  @Field(() => PosMenu, {
    nullable: true,
    description: "The menu as it is now; null when `userErrors` says why it was not refreshed.",
  })
  posMenu?: PosMenu | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
