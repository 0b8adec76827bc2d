import {
  Arg,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";

import { type Context } from "../../context";
import { operatesBranch, Scope } from "../../domain/access/viewer";
import { ImportField } from "../../domain/catalogue/import-field";
import { NO_SUCH_BRANCH } from "../../domain/errors/thrown-texts";
import { NotFound } from "../../errors";
import { type FieldSourcesLoader } from "../../loaders/catalogue/field-sources-loader";
import { type FindLockedArticles } from "../../services/catalogue/find-locked-articles";
import { type LockProductFields } from "../../services/catalogue/lock-product-fields";
import { type ShownMenus } from "../../services/catalogue/menu/shown-menus";
import { AtMost, CURSOR } from "../schema/at-most";
import { type Connection, counted, pageOf } from "../schema/connection";
import { payloadOf } from "../schema/user-error";
import { FieldSource, ProductPayload, toFieldSources } from "./field-source";
import { Product, ProductConnection } from "./product";
import { publicMenuOf, publicProductOf } from "./public-menu";

interface Parts {
  readonly fieldSources: FieldSourcesLoader;
  readonly lockProductFields: LockProductFields;
  readonly findLockedArticles: FindLockedArticles;
  readonly shownMenus: ShownMenus;
}

/** Where a product's fields come from, and which of them are locked. */
@Resolver(() => Product)
export class ProductFieldsResolver {
  constructor(private readonly parts: Parts) {}

  @Query(() => ProductConnection, {
    description:
      "Products of a branch with at least one locked field, in menu order. See setProductFieldLocks.",
  })
  @Authorized(Scope.OPERATOR)
  async lockedProducts(
    @Ctx() { viewer }: Context,
    @Arg("branchId", () => ID, { description: "The branch whose products they are: Branch.id." })
    branchId: string,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<Product> & { totalCount: number }> {
    const articles = await this.parts.findLockedArticles.execute(viewer, branchId);
    const shown = articles && (await this.parts.shownMenus.get(branchId));
    if (!articles || !shown) throw new NotFound(NO_SUCH_BRANCH);
    const { listing, present } = publicMenuOf(shown);
    const found = listing.find({ articles, availableOnly: false });
    return counted(found, pageOf(found, first, after, present));
  }

  @FieldResolver(() => [FieldSource], {
    description: "Origin of every field that was ever imported or locked.",
  })
  @Authorized(Scope.OPERATOR)
  async fieldSources(@Ctx() context: Context, @Root() { id }: Product): Promise<FieldSource[]> {
    const product = await this.parts.fieldSources.load(context, id);
    return product && operatesBranch(context.viewer, product.branchId)
      ? toFieldSources(product)
      : [];
  }

  @Mutation(() => ProductPayload, {
    description:
      "Locks or unlocks fields of a product. Imports and price syncs leave locked fields unchanged. Plans made before become stale. Safe to repeat.",
  })
  @Authorized(Scope.OPERATOR)
  setProductFieldLocks(
    @Ctx() context: Context,
    @Arg("productId", () => ID, { description: "The product whose fields they are: Product.id." })
    productId: string,
    @Arg("fields", () => [ImportField], { description: "The fields to lock or unlock." })
    fields: ImportField[],
    @Arg("locked", () => Boolean, { description: "true to lock the fields, false to unlock them." })
    locked: boolean,
  ): Promise<ProductPayload> {
    const { fieldSources, lockProductFields, shownMenus } = this.parts;
    return payloadOf(context.locale, async () => {
      const product = await lockProductFields.execute(context.viewer, productId, fields, locked);
      fieldSources.forget(context, productId);
      const snapshot = await shownMenus.get(product.branchId, product.catalogueVersion);
      return { product: snapshot ? publicProductOf(snapshot, product.article) : null };
    });
  }
}
