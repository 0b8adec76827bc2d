import { graphql, type GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";

import { type Context } from "../../src/context";
import { hasScope, Scope, type Viewer } from "../../src/domain/access/viewer";
import { FieldSourcesLoader } from "../../src/loaders/catalogue/field-sources-loader";
import { BranchCatalogueResolver } from "../../src/resolvers/catalogue/branch-catalogue-resolver";
import { CatalogueResolver } from "../../src/resolvers/catalogue/catalogue-resolver";
import { MenuResolver } from "../../src/resolvers/catalogue/menu-resolver";
import { PosMenuItemResolver } from "../../src/resolvers/catalogue/pos-menu-item-resolver";
import { PosMenuResolver } from "../../src/resolvers/catalogue/pos-menu-resolver";
import { ProductFieldsResolver } from "../../src/resolvers/catalogue/product-fields-resolver";
import { ProductResolver } from "../../src/resolvers/catalogue/product-resolver";
import { SectionResolver } from "../../src/resolvers/catalogue/section-resolver";
import { FindLockedArticles } from "../../src/services/catalogue/find-locked-articles";
import { DifferingItems } from "../../src/services/catalogue/plans/item-differences";
import { FindCatalogueWorks } from "../../src/services/catalogue/work/find-catalogue-works";
import { aPosCategory, aPosGroup, aPosItem, aPosOption, aPosSize } from "./a-pos-menu";
import { type CatalogueFixture } from "./catalogue-fixture";

export const ANYBODY: Viewer = { kind: "anonymous" };
export const OPERATOR = operatorOf(null);

export function operatorOf(branchIds: string[] | null): Viewer {
  return { kind: "key", keyId: "key", label: "Оператор", scope: Scope.OPERATOR, branchIds };
}

/** A pizza with sizes, sauces and nutrition, and a salad that is not sold. */
export const API_MENU = aPosCategory({
  items: [
    aPosItem({
      sizes: [
        aPosSize({ posSizeId: "s", name: "Малая", price: 40_000, isDefault: false }),
        aPosSize({ posSizeId: "l", name: "Большая", price: 60_000 }),
      ],
      optionGroups: [aPosGroup({ min: 1, max: 1, options: [aPosOption({ article: "соус-1" })] })],
      nutrition: {
        energyKcal: 245.5,
        proteins: 10,
        fats: null,
        carbohydrates: 30,
        weightGrams: 500,
        allergens: [],
      },
    }),
    aPosItem({ article: "00100", name: "Тёплый салат", sizes: [aPosSize({ price: null })] }),
  ],
});

/** The catalogue's part of the public API over a fixture, queried without a server. */
export class CatalogueApi {
  private constructor(readonly schema: GraphQLSchema) {}

  static async over(fixture: CatalogueFixture): Promise<CatalogueApi> {
    const { shownMenus, findBranch, createSection, lockProductFields } = fixture;
    const fieldSources = new FieldSourcesLoader(fixture.db);
    const findCatalogueWorks = new FindCatalogueWorks(fixture.db);
    const resolvers = new Map<unknown, unknown>([
      [MenuResolver, new MenuResolver({ shownMenus, findBranch })],
      [SectionResolver, new SectionResolver({ shownMenus, createSection })],
      [ProductResolver, new ProductResolver({ shownMenus })],
      [BranchCatalogueResolver, new BranchCatalogueResolver({ shownMenus, findCatalogueWorks })],
      [CatalogueResolver, new CatalogueResolver(fixture)],
      [
        ProductFieldsResolver,
        new ProductFieldsResolver({
          fieldSources,
          lockProductFields,
          findLockedArticles: new FindLockedArticles(fixture.db),
          shownMenus,
        }),
      ],
      [
        PosMenuResolver,
        new PosMenuResolver(Object.assign(fixture, { differingItems: new DifferingItems() })),
      ],
      [PosMenuItemResolver, new PosMenuItemResolver(fieldSources)],
    ]);
    const schema = await buildSchema({
      resolvers: [...resolvers.keys()] as [new () => object],
      container: { get: (type) => resolvers.get(type) },
      authChecker: ({ context }: { context: Context }, scopes: Scope[]) =>
        scopes.every((scope) => hasScope(context.viewer, scope)),
      validate: false,
    });
    return new CatalogueApi(schema);
  }

  /** Returns the answer as it would be transferred: plain JSON. */
  async ask(viewer: Viewer, source: string, variables: Record<string, unknown> = {}) {
    // No field of the catalogue reads more of the context than this.
    const contextValue: Pick<Context, "requestId" | "viewer" | "locale"> = {
      requestId: "request",
      viewer,
      locale: "ru",
    };
    const answer = await graphql({
      schema: this.schema,
      source,
      variableValues: variables,
      contextValue,
    });
    return JSON.parse(JSON.stringify(answer)) as {
      data?: Record<string, unknown>;
      errors?: { message: string }[];
    };
  }
}
