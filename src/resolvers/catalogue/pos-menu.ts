import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { type MenuSnapshot } from "../../domain/catalogue/menu-snapshot";
import { type PosMenuItem as Item, PosMenuSource } from "../../domain/catalogue/pos-menu";
import { type PosMenuRow } from "../../entities/catalogue/pos-menu-row";
import { type ShownMenu } from "../../services/catalogue/menu/shown-menu";
import { type CatalogueIssue as Issue } from "../../services/catalogue/pos-menu/catalogue-issues";
import { countedConnectionOf } from "../schema/connection";
import { DateTime } from "../schema/scalars";
import { UserError } from "../schema/user-error-types";
import { Image, Nutrition, Product, ProductSize } from "./product";
import { OptionGroup } from "./product-options";

registerEnumType(PosMenuSource, {
  name: "PosMenuSource",
  description:
    "The format of iiko that a menu was read from. If an external menu is set, the gateway tries the formats in turn until one works.",
  valuesConfig: {
    EXTERNAL_MENU_V2: { description: "The external menu in its second version." },
    EXTERNAL_MENU_V3: { description: "The external menu in its third version." },
    EXTERNAL_MENU_V4: { description: "The external menu in its fourth version." },
    MENU_V3_STANDALONE: {
      description: "The external menu from iiko's separate menu service, which is tried first.",
    },
    NOMENCLATURE: {
      description: "The nomenclature of the organization, read where no external menu is set.",
    },
    OWN_FORMAT: { description: "The only format of the branch's POS, which is not iiko." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "A category of the POS menu. It is unrelated to the sections of the catalogue.",
})
export class PosMenuCategory {
  @Field(() => ID, { description: "The POS's own id." })
  id!: string;

  @Field(() => String, { description: "The category's name in the POS." })
  name!: string;

  @Field(() => Int, { description: "Number of products in the category, including hidden ones." })
  itemCount!: number;

  @Field(() => Boolean, { description: "Whether the POS hides the category from guests." })
  hidden!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "A product of the POS menu; all ids are those of the POS.",
})
export class PosMenuItem {
  /** Looks up the issues of the whole menu, which are grouped once. */
  issuesOf!: (posProductId: string) => readonly Issue[];

  /** Compared by `changes`. */
  item!: Item;
  catalogue!: MenuSnapshot;

  @Field(() => ID, { description: "Id of the product in the POS." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "Article in the POS. It may be missing, not numeric or not unique.",
  })
  article!: string | null;

  @Field(() => String, { description: "The product's name in the POS." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Description of the product in the POS; null if there is none.",
  })
  description!: string | null;

  @Field(() => PosMenuCategory, {
    nullable: true,
    description: "The first category that lists the product.",
  })
  category!: PosMenuCategory | null;

  @Field(() => [ProductSize], { description: "Its sizes in the POS, at least one." })
  sizes!: ProductSize[];

  @Field(() => [OptionGroup], {
    description: "Option groups in the order of the POS, without options that are not sold.",
  })
  optionGroups!: OptionGroup[];

  @Field(() => [Image], { description: "Pictures of the product in the POS." })
  images!: Image[];

  @Field(() => Nutrition, {
    nullable: true,
    description: "Nutrition facts; null if the POS has none.",
  })
  nutrition!: Nutrition | null;

  @Field(() => Boolean, { description: "Whether the POS hides the product from guests." })
  hidden!: boolean;

  @Field(() => Product, {
    nullable: true,
    description: "«Наличие в CRM»: the product of the catalogue with this article, if any.",
  })
  catalogueProduct!: Product | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "A menu of the POS that lost more than half of its products and is therefore not used. Accept it by refreshPosMenu with acceptShrunken.",
})
export class HeldBackPosMenu {
  @Field(() => PosMenuSource, { description: "The format of the POS that it was read from." })
  source!: PosMenuSource;

  @Field(() => String, { description: "Hash of the content: it differs when the content differs." })
  contentHash!: string;

  @Field(() => Int, { description: "Number of products in it." })
  productCount!: number;

  @Field(() => Int, {
    description: "Number of products of the menu in use that are missing from it.",
  })
  lostCount!: number;

  @Field(() => DateTime, { description: "When the POS first returned it." })
  since!: Date;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "The unchanged answer of the POS. `npm run menu:inspect` reads it, compressed or not.",
})
export class PosMenuBody {
  @Field(() => DateTime, { description: "When the gateway received it." })
  receivedAt!: Date;

  @Field(() => Int, { description: "Size of the answer, compressed, in bytes." })
  gzipBytes!: number;

  @Field(() => String, {
    nullable: true,
    description:
      "The compressed answer in Base64; null if it is larger than 16 MB. In that case, ask the operator of the gateway.",
  })
  gzipBase64!: string | null;
}

export const PosMenuItemConnection = countedConnectionOf("PosMenuItem", PosMenuItem);

@ObjectType({
  simpleResolvers: true,
  description:
    "The POS menu as last refreshed, in whatever format. «Обновить данные» calls refreshPosMenu.",
})
export class PosMenu {
  /** Read by `items`. */
  row!: PosMenuRow;
  shown!: ShownMenu;

  @Field(() => PosMenuSource, { description: "The format of the POS that the menu was read from." })
  source!: PosMenuSource;

  @Field(() => String, {
    nullable: true,
    description:
      "Revision of the menu in the POS; it may change although the content does not. null if the POS gives none.",
  })
  revision!: string | null;

  @Field(() => DateTime, { description: "When the POS last returned this menu." })
  refreshedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "Since when refreshing has failed; null if the last refresh succeeded.",
  })
  failingSince!: Date | null;

  @Field(() => String, { nullable: true, description: "Why the last refresh failed." })
  lastError!: string | null;

  @Field(() => HeldBackPosMenu, {
    nullable: true,
    description: "A newer menu that waits to be accepted.",
  })
  heldBack!: HeldBackPosMenu | null;

  @Field(() => String, {
    description: "Changes when the content changes; `revision` may change without that.",
  })
  contentHash!: string;

  @Field(() => [PosMenuCategory], {
    description: "Categories of the menu, in the order of the POS.",
  })
  categories!: PosMenuCategory[];
}

@ObjectType({ simpleResolvers: true, description: "Result of refreshPosMenu." })
export class PosMenuPayload {
  @Field(() => PosMenu, {
    nullable: true,
    description: "The menu as it is now; null if `userErrors` explains why it was not refreshed.",
  })
  posMenu?: PosMenu | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
