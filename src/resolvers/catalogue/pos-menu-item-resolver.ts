import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { type FieldSourcesLoader } from "../../loaders/catalogue/field-sources-loader";
import { itemDifferences } from "../../services/catalogue/plans/item-differences";
import { FieldChange, toFieldChange } from "./catalogue-change";
import { CatalogueIssue, toCatalogueIssue } from "./catalogue-issue";
import { PosMenuItem } from "./pos-menu";

@Resolver(() => PosMenuItem)
export class PosMenuItemResolver {
  constructor(private readonly fieldSources: FieldSourcesLoader) {}

  @FieldResolver(() => [CatalogueIssue], { description: "Problems with this product." })
  issues(@Root() item: PosMenuItem, @Ctx() { locale }: Context): CatalogueIssue[] {
    return item.issuesOf(item.id).map((issue) => toCatalogueIssue(issue, locale));
  }

  @FieldResolver(() => [FieldChange], {
    description:
      "What an import of every field would change of our product. Empty: nothing, or we have none.",
  })
  async changes(@Root() root: PosMenuItem, @Ctx() context: Context): Promise<FieldChange[]> {
    const { item, catalogue, catalogueProduct } = root;
    if (!catalogueProduct) return [];
    const product = await this.fieldSources.load(context, catalogueProduct.id);
    const locked = new Set(product?.lockedFields);
    return itemDifferences(item, catalogue, locked).map(toFieldChange);
  }
}
