import { FieldResolver, Resolver, Root } from "type-graphql";

import { type MenuSnapshots } from "../services/catalogue/menu-snapshots";
import { publicMenuOf } from "./public-menu";
import { OrderLineType } from "./types/order-parts";
import { Product } from "./types/product";

const DESCRIPTION = "As the catalogue has it now, by its article. null: no longer there.";

@Resolver(() => OrderLineType)
export class OrderLineResolver {
  constructor(private readonly useCases: { readonly menuSnapshots: MenuSnapshots }) {}

  /** From the snapshot that all requests share, so that any number of lines needs no statement. */
  @FieldResolver(() => Product, { nullable: true, description: DESCRIPTION })
  async product(@Root() { branchId, article }: OrderLineType): Promise<Product | null> {
    const snapshot = await this.useCases.menuSnapshots.of(branchId);
    return (snapshot && publicMenuOf(snapshot).productByArticle.get(article)) ?? null;
  }
}
