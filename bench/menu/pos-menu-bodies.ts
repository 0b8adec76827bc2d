import { externalMenuV2 } from "../../sandbox/menus/external-menu-v2";
import { externalMenuV4 } from "../../sandbox/menus/external-menu-v4";
import { type MenuRequest } from "../../sandbox/menus/menu-request";
import { menuV3Standalone } from "../../sandbox/menus/menu-v3-standalone";
import { nomenclature } from "../../sandbox/menus/nomenclature";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { largeMenu } from "../../sandbox/restaurant/large-menu";
import { type Restaurant } from "../../sandbox/restaurant/model";

export interface PosMenuBody {
  readonly format: string;
  readonly organizationId: string;
  readonly text: string;
}

/** Large menus as iiko sends them, compact, each of 2 to 4 MB. */
export function posMenuBodies(): PosMenuBody[] {
  return [
    bodyOf("external menu, format 2", 500, externalMenuV2),
    bodyOf("external menu, format 4", 500, externalMenuV4),
    bodyOf("standalone menu", 1_000, menuV3Standalone),
    bodyOf("nomenclature", 1_200, nomenclature),
  ];
}

type Answer = (restaurant: Restaurant, request: MenuRequest) => object;

function bodyOf(format: string, products: number, answer: Answer): PosMenuBody {
  const categories = largeMenu(products, demoRestaurant.categories);
  const [organizationId = ""] = demoRestaurant.organizations.map(({ id }) => id);
  const request = {
    organizationIds: [organizationId],
    imageUrl: (article: string) => `https://images.example/${article}.png`,
    revision: 1,
  };
  const text = JSON.stringify(answer({ ...demoRestaurant, categories }, request));
  return { format, organizationId, text };
}
