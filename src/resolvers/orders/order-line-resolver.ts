import { FieldResolver, Resolver, Root } from "type-graphql";

import { type ShownMenus } from "../../services/catalogue/menu/shown-menus";
import { Product } from "../catalogue/product";
import { publicProductOf } from "../catalogue/public-menu";
import { OrderLineType } from "./order-parts";

const DESCRIPTION =
  "The product with this article in the current catalogue; null if there is none any more.";

@Resolver(() => OrderLineType)
export class OrderLineResolver {
  constructor(private readonly useCases: { readonly shownMenus: ShownMenus }) {}

  /**
   * Taken from the snapshot that all requests share, so that no number of lines needs a statement.
   */
  @FieldResolver(() => Product, { nullable: true, description: DESCRIPTION })
  async product(@Root() { branchId, article }: OrderLineType): Promise<Product | null> {
    const snapshot = await this.useCases.shownMenus.get(branchId);
    return snapshot ? publicProductOf(snapshot, article) : null;
  }
}
