import { type Nutrition } from "../restaurant/model";

const none: Nutrition = { fats: 0, proteins: 0, carbs: 0, energy: 0 };

/** Nutrition per 100 g under the names that every menu format uses; unknown values become zeros. */
export function nutritionFacts(nutrition: Nutrition | null) {
  const { fats, proteins, carbs, energy } = nutrition ?? none;
  return { fats, proteins, carbs, energy, saturatedFattyAcid: null, salt: null, sugar: null };
}
