import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { NO_SUCH_BRANCH } from "../../domain/errors/thrown-texts";
import { keyOf } from "../../domain/texts/typed-text";
import { NotFound } from "../../errors";
import { LONGEST_SEARCH, MOST_WORDS } from "../../services/catalogue/menu/search-for";
import { type ShownMenus } from "../../services/catalogue/menu/shown-menus";
import { ARTICLE, AtMost, CURSOR } from "../schema/at-most";
import { type Connection, counted, pageOf } from "../schema/connection";
import { ComboGroup, Product, ProductConnection } from "./product";
import { comboGroupsOf, publicMenuOf, sectionOf } from "./public-menu";
import { Section } from "./section";

const SEARCH = `Up to ${MOST_WORDS} different words or parts of words of the name, in any order; case and ё/е do not matter.`;

@Resolver(() => Product)
export class ProductResolver {
  constructor(private readonly useCases: { readonly shownMenus: ShownMenus }) {}

  @Query(() => ProductConnection, { description: "Products of a branch's menu, in menu order." })
  async products(
    @Ctx() { viewer }: Context,
    @Arg("branchId", () => ID, {
      description:
        "The branch whose menu is read: Branch.id. NOT_FOUND if there is no such branch.",
    })
    branchId: string,
    @AtMost({ ...ARTICLE, items: 1000 })
    @Arg("articles", () => [String], {
      nullable: true,
      description: "Only products with one of these articles. If omitted, all.",
    })
    articles: string[] | null,
    @AtMost({ characters: LONGEST_SEARCH })
    @Arg("search", () => String, { nullable: true, description: SEARCH })
    search: string | null,
    @Arg("availableOnly", () => Boolean, {
      defaultValue: false,
      description: "Whether to omit products that cannot be ordered now.",
    })
    availableOnly: boolean,
    @Arg("unavailableOnly", () => Boolean, {
      defaultValue: false,
      description: "Only what cannot be ordered now.",
    })
    unavailableOnly: boolean,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<Product> & { totalCount: number }> {
    const shown = await this.useCases.shownMenus.shownTo(viewer, branchId);
    if (!shown) throw new NotFound(NO_SUCH_BRANCH);
    const { listing, present } = publicMenuOf(shown);
    const wanted = { search, availableOnly, unavailableOnly };
    const found = listing.find({ articles: articles?.map(keyOf) ?? null, ...wanted });
    return counted(found, pageOf(found, first, after, present));
  }

  @FieldResolver(() => Section, {
    nullable: true,
    description: "The section of the menu that shows it; null if none does.",
  })
  section(@Root() product: Product): Section | null {
    return sectionOf(product);
  }
  @FieldResolver(() => [ComboGroup], {
    description: "The groups of a combo; empty for all other products.",
  })
  comboGroups(@Root() product: Product): readonly ComboGroup[] {
    return comboGroupsOf(product);
  }
}
