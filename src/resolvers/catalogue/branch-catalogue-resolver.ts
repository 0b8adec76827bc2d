import { Arg, FieldResolver, Int, Resolver, Root } from "type-graphql";

import { keyOf } from "../../domain/texts/typed-text";
import { Branch } from "../../entities/branches/branch";
import { type ShownMenus } from "../../services/catalogue/menu/shown-menus";
import { ARTICLE, AtMost, CURSOR } from "../schema/at-most";
import { type Connection, pageOf } from "../schema/connection";
import { Product } from "./product";
import { publicMenuOf, publicProductOf } from "./public-menu";
import { type Section, SectionConnection } from "./section";

/** The fields of a branch that come from its catalogue. */
@Resolver(() => Branch)
export class BranchCatalogueResolver {
  constructor(private readonly useCases: { readonly shownMenus: ShownMenus }) {}

  @FieldResolver(() => SectionConnection, {
    description: "The sections of the branch's menu, in menu order.",
  })
  async sections(
    @Root() { id }: Branch,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<Section>> {
    const shown = await this.useCases.shownMenus.get(id);
    return pageOf(shown ? publicMenuOf(shown).sections : [], first, after);
  }

  @FieldResolver(() => Product, {
    nullable: true,
    description:
      "A product of the branch's menu by its article; null if the menu has no such product.",
  })
  async product(
    @Root() { id }: Branch,
    @AtMost(ARTICLE)
    @Arg("article", () => String, { description: "The product: Product.article." })
    article: string,
  ): Promise<Product | null> {
    const shown = await this.useCases.shownMenus.get(id);
    return shown ? publicProductOf(shown, keyOf(article)) : null;
  }
}
