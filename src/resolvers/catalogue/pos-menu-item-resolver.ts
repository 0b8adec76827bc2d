import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { CatalogIssue, toCatalogIssue } from "./catalog-issue";
import { PosMenuItem } from "./pos-menu";

@Resolver(() => PosMenuItem)
export class PosMenuItemResolver {
  @FieldResolver(() => [CatalogIssue], { description: "What is odd about this product." })
  issues(@Root() item: PosMenuItem, @Ctx() { locale }: Context): CatalogIssue[] {
    return item.issuesOf(item.id).map((issue) => toCatalogIssue(issue, locale));
  }
}
