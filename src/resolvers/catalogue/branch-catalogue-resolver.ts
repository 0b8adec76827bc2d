import { Arg, Authorized, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { operatesBranch, Scope } from "../../domain/access/viewer";
import { NOT_ALLOWED } from "../../domain/errors/thrown-texts";
import { keyOf } from "../../domain/texts/typed-text";
import { Branch } from "../../entities/branches/branch";
import { Forbidden } from "../../errors";
import { type ShownMenus } from "../../services/catalogue/menu/shown-menus";
import { type FindCatalogueWorks } from "../../services/catalogue/work/find-catalogue-works";
import { ARTICLE, AtMost, CURSOR } from "../schema/at-most";
import { type Connection, pageOf } from "../schema/connection";
import { CatalogueWork } from "./catalogue-work";
import { Product } from "./product";
import { publicMenuOf, publicProductOf } from "./public-menu";
import { type Section, SectionConnection } from "./section";

/** The fields of a branch that come from its catalogue. */
@Resolver(() => Branch)
export class BranchCatalogueResolver {
  constructor(
    private readonly useCases: {
      readonly shownMenus: ShownMenus;
      readonly findCatalogueWorks: FindCatalogueWorks;
    },
  ) {}

  @FieldResolver(() => [CatalogueWork], {
    description:
      "The last long work of each kind on the branch's catalogue, newest first; work that takes less than half a second is left out. For operators of the branch; others get FORBIDDEN.",
  })
  @Authorized(Scope.OPERATOR)
  async catalogueWorks(
    @Ctx() { viewer }: Context,
    @Root() { id }: Branch,
  ): Promise<CatalogueWork[]> {
    if (!operatesBranch(viewer, id)) throw new Forbidden(NOT_ALLOWED);
    const found = await this.useCases.findCatalogueWorks.execute(id);
    return found.map(({ row, state }) => {
      const { kind, step, done, total, begunAt, endedAt } = row;
      return { kind, state, step, done, total, begunAt, endedAt };
    });
  }

  @FieldResolver(() => SectionConnection, {
    description: "The sections of the branch's menu, in menu order.",
  })
  async sections(
    @Ctx() { viewer }: Context,
    @Root() { id }: Branch,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<Section>> {
    const shown = await this.useCases.shownMenus.shownTo(viewer, id);
    return pageOf(shown ? publicMenuOf(shown).sections : [], first, after);
  }

  @FieldResolver(() => Product, {
    nullable: true,
    description:
      "A product of the branch's menu by its article; null if the menu has no such product.",
  })
  async product(
    @Ctx() { viewer }: Context,
    @Root() { id }: Branch,
    @AtMost(ARTICLE)
    @Arg("article", () => String, { description: "The product: Product.article." })
    article: string,
  ): Promise<Product | null> {
    const shown = await this.useCases.shownMenus.shownTo(viewer, id);
    return shown ? publicProductOf(shown, keyOf(article)) : null;
  }
}
