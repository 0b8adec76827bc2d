import { externalMenuV2 } from "../../sandbox/menus/external-menu-v2";
import { externalMenuV3 } from "../../sandbox/menus/external-menu-v3";
import { externalMenuV4 } from "../../sandbox/menus/external-menu-v4";
import { type MenuRequest } from "../../sandbox/menus/menu-request";
import { menuV3Standalone } from "../../sandbox/menus/menu-v3-standalone";
import { nomenclature } from "../../sandbox/menus/nomenclature";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import { ImportField } from "../../src/domain/catalogue/import-field";
import { type MenuSnapshot } from "../../src/domain/catalogue/menu-snapshot";
import { mergeProduct } from "../../src/services/catalogue/plans/merge-product";
import { aMenuSnapshot } from "./a-menu-snapshot";
import { type LighthouseFormat, lighthouseMenu } from "./menu-bodies";

export const FORMATS: readonly LighthouseFormat[] = [
  "v2",
  "v3",
  "v4",
  "standalone",
  "nomenclature",
];

const WRITERS = {
  v2: externalMenuV2,
  v3: externalMenuV3,
  v4: externalMenuV4,
  standalone: menuV3Standalone,
  nomenclature,
};

/** The sandbox's menu as iiko would send it in a format. */
export function demoBody(format: LighthouseFormat): unknown {
  const request: MenuRequest = {
    organizationIds: demoRestaurant.organizations.map(({ id }) => id),
    imageUrl: (article) => `http://sandbox/${article}.png`,
    revision: 7,
  };
  return JSON.parse(JSON.stringify(WRITERS[format](demoRestaurant, request)));
}

/** Every menu in the tests, by name. */
export const BODIES: readonly (readonly [string, LighthouseFormat, unknown])[] = FORMATS.flatMap(
  (format) => [
    [`the sandbox's, ${format}`, format, demoBody(format)] as const,
    [`the lighthouse's, ${format}`, format, lighthouseMenu(format)] as const,
  ],
);

/** The catalogue after everything in the body was imported. */
export function catalogueOf(body: unknown): MenuSnapshot {
  let last = 0;
  const newId = () => `id-${(last += 1)}`;
  const items = normaliseMenu(body).categories.flatMap((category) => category.items);
  const products = items.flatMap((item) => {
    const article = item.article ?? "";
    const fields = new Set(Object.values(ImportField));
    return article === ""
      ? []
      : [mergeProduct(undefined, { ...item, article }, { sectionId: "section", fields, newId })];
  });
  return aMenuSnapshot(products);
}
