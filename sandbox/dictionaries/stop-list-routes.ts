import { z } from "zod";

import { ApiRefusal } from "../api-refusal";
import { type LiveRestaurant } from "../live-restaurant";
import { parseRequest } from "../parse-request";
import { type Restaurant, type StopListEntry } from "../restaurant/model";
import { findProduct } from "../restaurant-index";
import { type ApiRoutes } from "../server/api-routes";
import { type WebHooks } from "../web-hooks/web-hooks";
import { requestedOrganizations } from "./requested-organizations";

const placeSchema = z.object({ organizationId: z.guid(), terminalGroupId: z.guid() });
const itemSchema = z.object({ productId: z.guid(), sizeId: z.guid().nullish() });
const removedSchema = placeSchema.extend({ items: z.array(itemSchema) });
const addedSchema = placeSchema.extend({
  items: z.array(itemSchema.extend({ balance: z.number() })),
});

type Place = z.infer<typeof placeSchema>;
type Item = z.infer<typeof itemSchema>;

/**
 * `/api/1/stop_lists/add`, `/remove`, `/clear`: change the stop list of one terminal group, and
 * report it as the till would.
 */
export function stopListRoutes(live: LiveRestaurant, webHooks: WebHooks): ApiRoutes {
  const change = (place: Place, edited: (entries: StopListEntry[]) => StopListEntry[]) => {
    const { restaurant } = live;
    requireGroup(restaurant, place);
    const entries = restaurant.stopList.filter(
      ({ terminalGroupId }) => terminalGroupId === place.terminalGroupId,
    );
    const concerned = live.setStopList(edited(entries), [place.terminalGroupId]);
    for (const [organizationId, ids] of concerned) webHooks.tellStopList(organizationId, ids);
    return {};
  };
  return {
    "/api/1/stop_lists/add": (body) => {
      const { items, ...place } = parseRequest(addedSchema, body);
      const added = items.map(({ productId, sizeId, balance }) => {
        const article = articleOf(live.restaurant, productId);
        return {
          terminalGroupId: place.terminalGroupId,
          productId,
          sizeId: sizeId ?? null,
          article,
          balance,
        };
      });
      return change(place, (entries) => [...without(entries, items), ...added]);
    },
    "/api/1/stop_lists/remove": (body) => {
      const { items, ...place } = parseRequest(removedSchema, body);
      return change(place, (entries) => without(entries, items));
    },
    "/api/1/stop_lists/clear": (body) => change(parseRequest(placeSchema, body), () => []),
  };
}

function requireGroup(restaurant: Restaurant, { organizationId, terminalGroupId }: Place): void {
  requestedOrganizations(organizationId, restaurant, "refuse");
  const group = restaurant.terminalGroups.find(({ id }) => id === terminalGroupId);
  if (group?.organizationId !== organizationId)
    throw new ApiRefusal(400, null, `No terminal group ${terminalGroupId}`);
}

function without(entries: StopListEntry[], items: readonly Item[]): StopListEntry[] {
  const isNamed = (entry: StopListEntry) =>
    items.some(
      ({ productId, sizeId }) => productId === entry.productId && (sizeId ?? null) === entry.sizeId,
    );
  return entries.filter((entry) => !isNamed(entry));
}

/** @throws {ApiRefusal} it is neither a product nor a modifier */
function articleOf(restaurant: Restaurant, productId: string): string {
  const modifiers = restaurant.categories
    .flatMap(({ products }) => products)
    .flatMap(({ modifierGroups }) => modifierGroups.flatMap((group) => group.modifiers));
  const found =
    findProduct(restaurant, productId)?.article ??
    modifiers.find((one) => one.productId === productId)?.article;
  if (found === undefined) throw new ApiRefusal(400, null, `Product ${productId} is not found`);
  return found;
}
