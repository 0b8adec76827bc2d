import { type Restaurant } from "../restaurant/model";

/** `/api/1/cancel_causes`: a flat list. */
export function cancelCauses(restaurant: Restaurant) {
  return {
    cancelCauses: restaurant.cancelCauses.map(({ id, name }) => ({ id, name, isDeleted: false })),
  };
}
