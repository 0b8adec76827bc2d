import { ApiRefusal } from "../api-refusal";
import { type City, type Restaurant } from "../restaurant/model";

const UNCLASSIFIED = { classifierId: null, externalRevision: 0 };

/** `/api/1/cities`: the cities of each organization, without their streets. */
export function cities(
  restaurant: Restaurant,
  request: { organizationIds: readonly string[]; includeDeleted: boolean },
) {
  return {
    cities: request.organizationIds.map((organizationId) => ({
      organizationId,
      items: shown(citiesOf(restaurant, organizationId), request.includeDeleted).map(
        ({ id, name, isDeleted }) => ({ id, name, isDeleted, ...UNCLASSIFIED }),
      ),
    })),
  };
}

/** `/api/1/streets/by_city`: all streets of a city in one body. */
export function streetsByCity(
  restaurant: Restaurant,
  request: { organizationId: string; cityId: string; includeDeleted: boolean },
) {
  const city = citiesOf(restaurant, request.organizationId).find(({ id }) => id === request.cityId);
  if (!city) throw new ApiRefusal(400, null, `City ${request.cityId} is not found`);
  return {
    streets: shown(city.streets, request.includeDeleted).map(({ id, name, isDeleted }) => ({
      id,
      name,
      isDeleted,
      ...UNCLASSIFIED,
    })),
  };
}

function citiesOf({ cities: known }: Restaurant, organizationId: string): City[] {
  return known[organizationId] ?? [];
}

function shown<Row extends { isDeleted: boolean }>(rows: Row[], includeDeleted: boolean): Row[] {
  return includeDeleted ? rows : rows.filter(({ isDeleted }) => !isDeleted);
}
