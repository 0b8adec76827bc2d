import { allowedRestrictions } from "./dictionaries/allowed-restrictions";
import { cities, streetsByCity } from "./dictionaries/cities";
import { deliveryRestrictions } from "./dictionaries/delivery-restrictions";
import { requestedOrganizations } from "./dictionaries/requested-organizations";
import { read, type ReadRoute } from "./read-route";

/** iiko's reads about where organizations deliver, by path. */
export const placeRoutes: Record<string, ReadRoute> = {
  "/api/1/delivery_restrictions": read((body, { restaurant }) =>
    deliveryRestrictions(restaurant, {
      organizationIds: requestedOrganizations(body.organizationIds, restaurant, "refuse"),
    }),
  ),
  "/api/1/delivery_restrictions/allowed": read((body, { restaurant, switches, now }) =>
    allowedRestrictions(restaurant, {
      organizationIds: requestedOrganizations(
        body.organizationIds ?? body.organizationId,
        restaurant,
        "refuse",
      ),
      body,
      switches,
      now: now(),
    }),
  ),
  "/api/1/cities": read((body, { restaurant }) =>
    cities(restaurant, {
      organizationIds: requestedOrganizations(body.organizationIds, restaurant, "refuse"),
      includeDeleted: body.includeDeleted === true,
    }),
  ),
  "/api/1/streets/by_city": read((body, { restaurant }) => {
    const [organizationId = ""] = requestedOrganizations(body.organizationId, restaurant, "refuse");
    return streetsByCity(restaurant, {
      organizationId,
      cityId: typeof body.cityId === "string" ? body.cityId : "",
      includeDeleted: body.includeDeleted === true,
    });
  }),
};
