import { ApiRefusal } from "./api-refusal";
import { cancelCauses } from "./dictionaries/cancel-causes";
import { discounts } from "./dictionaries/discounts";
import { isAlive } from "./dictionaries/is-alive";
import { marketingSources } from "./dictionaries/marketing-sources";
import { orderTypes } from "./dictionaries/order-types";
import { organizations } from "./dictionaries/organizations";
import { organizationsSettings } from "./dictionaries/organizations-settings";
import { paymentTypes } from "./dictionaries/payment-types";
import { requestedOrganizations } from "./dictionaries/requested-organizations";
import { stopListCheck } from "./dictionaries/stop-list-check";
import { stopLists } from "./dictionaries/stop-lists";
import { stringsOf } from "./dictionaries/strings-of";
import { terminalGroups } from "./dictionaries/terminal-groups";
import { wantedProducts } from "./dictionaries/wanted-products";
import { externalMenuV2 } from "./menus/external-menu-v2";
import { externalMenuV3 } from "./menus/external-menu-v3";
import { externalMenuV4 } from "./menus/external-menu-v4";
import { menuList } from "./menus/menu-list";
import { type MenuRequest } from "./menus/menu-request";
import { menuV3Standalone } from "./menus/menu-v3-standalone";
import { nomenclature } from "./menus/nomenclature";
import { placeRoutes } from "./place-reads";
import { read, type ReadBody, type ReadContext, type ReadRoute } from "./read-route";
import { type Restaurant } from "./restaurant/model";

/**
 * Paths whose root is the document itself; for the others, the server adds a correlationId when the
 * body lacks one.
 */
export const withoutCorrelationId: ReadonlySet<string> = new Set([
  "/api/2/menu/by_id",
  "/api/menu/v3/by_id",
]);

const externalMenus = new Map<number, (restaurant: Restaurant, request: MenuRequest) => object>([
  [2, externalMenuV2],
  [3, externalMenuV3],
  [4, externalMenuV4],
]);

/**
 * iiko's reads, by path. The server handles authentication and the correlation id. They never
 * throw.
 */
export const readRoutes: Record<string, ReadRoute> = {
  "/api/1/organizations": read((body, { restaurant, switches }) =>
    organizations(restaurant, {
      switches,
      organizationIds: requestedOrganizations(body.organizationIds, restaurant, "all"),
      returnAdditionalInfo: body.returnAdditionalInfo === true,
    }),
  ),
  "/api/1/organizations/settings": read((body, { restaurant, switches }) => {
    const organizationIds = requestedOrganizations(body.organizationIds, restaurant, "all");
    // iiko documents `parameters` as optional but answers 500 without it.
    if (!Array.isArray(body.parameters)) throw new ApiRefusal(500, null, "Internal server error");
    return organizationsSettings(restaurant, {
      organizationIds,
      parameters: stringsOf(body.parameters),
      switches,
    });
  }),
  "/api/1/terminal_groups": read((body, { restaurant, now }) =>
    terminalGroups(restaurant, {
      organizationIds: requestedOrganizations(body.organizationIds, restaurant, "refuse"),
      includeDisabled: body.includeDisabled === true,
      now: now(),
    }),
  ),
  "/api/1/terminal_groups/is_alive": read((body, { restaurant }) =>
    isAlive(restaurant, {
      organizationIds: requestedOrganizations(
        body.organizationIds ?? body.organizationId,
        restaurant,
        "refuse",
      ),
      terminalGroupIds: stringsOf(body.terminalGroupIds),
    }),
  ),
  "/api/1/payment_types": read((body, { restaurant, now }) =>
    paymentTypes(restaurant, {
      organizationIds: requestedOrganizations(body.organizationIds, restaurant, "refuse"),
      now: now(),
    }),
  ),
  "/api/1/discounts": read((body, { restaurant }) =>
    discounts(restaurant, {
      organizationIds: requestedOrganizations(body.organizationIds, restaurant, "refuse"),
    }),
  ),
  "/api/1/deliveries/order_types": read((body, { restaurant }) =>
    orderTypes(restaurant, {
      organizationIds: requestedOrganizations(body.organizationIds, restaurant, "refuse"),
    }),
  ),
  "/api/1/marketing_sources": read((body, { restaurant }) =>
    marketingSources(restaurant, {
      organizationIds: requestedOrganizations(body.organizationIds, restaurant, "refuse"),
    }),
  ),
  ...placeRoutes,
  "/api/1/cancel_causes": read((body, { restaurant }) => {
    requestedOrganizations(body.organizationIds, restaurant, "refuse");
    return cancelCauses(restaurant);
  }),
  "/api/2/menu": read((_body, { restaurant }) => menuList(restaurant)),
  "/api/2/menu/by_id": read((body, sandbox) => {
    const request = menuRequest(body.organizationIds, body, sandbox);
    const write = externalMenus.get(typeof body.version === "number" ? body.version : 2);
    if (!write)
      throw new ApiRefusal(400, null, `Menu version ${String(body.version)} is not supported`);
    return write(sandbox.restaurant, request);
  }),
  "/api/menu/v3/by_id": read((body, sandbox) =>
    menuV3Standalone(sandbox.restaurant, menuRequest(body.organizationId, body, sandbox)),
  ),
  "/api/1/nomenclature": read((body, sandbox) =>
    nomenclature(sandbox.restaurant, {
      ...pricedFor(
        requestedOrganizations(body.organizationId, sandbox.restaurant, "refuse"),
        sandbox,
      ),
      startRevision: typeof body.startRevision === "number" ? body.startRevision : null,
    }),
  ),
  "/api/1/stop_lists": read((body, { restaurant, now }) =>
    stopLists(restaurant, {
      organizationIds: requestedOrganizations(body.organizationIds, restaurant, "refuse"),
      returnSize: body.returnSize === true,
      // iiko spells it this way; elsewhere it is terminalGroupIds.
      terminalGroupIds: stringsOf(body.terminalGroupsIds),
      now: now(),
    }),
  ),
  "/api/1/stop_lists/check": read((body, { restaurant, now }) => {
    requestedOrganizations(body.organizationId, restaurant, "refuse");
    return stopListCheck(restaurant, {
      terminalGroupId: typeof body.terminalGroupId === "string" ? body.terminalGroupId : "",
      wanted: wantedProducts(body.items),
      now: now(),
    });
  }),
};

function pricedFor(organizationIds: string[], { baseUrl, revision }: ReadContext): MenuRequest {
  return {
    organizationIds,
    revision,
    imageUrl: (article) => `${baseUrl}/_sandbox/images/${encodeURIComponent(article)}.png`,
  };
}

/**
 * Conditions specific to the external menu: it must be known, and a price category must be named
 * when the key works with them.
 */
function menuRequest(organizations: unknown, body: ReadBody, sandbox: ReadContext): MenuRequest {
  const { externalMenu, priceCategories } = sandbox.restaurant;
  const request = pricedFor(
    requestedOrganizations(organizations, sandbox.restaurant, "refuse"),
    sandbox,
  );
  // The help centre's own example sends the id as a number.
  const asked =
    typeof body.externalMenuId === "number" ? String(body.externalMenuId) : body.externalMenuId;
  if (asked !== externalMenu.id)
    throw new ApiRefusal(400, null, "External menu with the passed id is not found");
  if (
    priceCategories.length > 0 &&
    !priceCategories.some(({ id }) => id === body.priceCategoryId)
  ) {
    throw new ApiRefusal(400, null, "Price category must be specified");
  }
  return { ...request, soldIn: sandbox.restaurant.menuSoldIn };
}
