import { type PosMenuNutrition } from "../../domain/catalogue/pos-menu";
import { formatThousandths } from "../../domain/money/money";
import { type Nutrition } from "./product";

export function toNutrition(nutrition: PosMenuNutrition | null): Nutrition | null {
  if (!nutrition) return null;
  const { energyKcal, proteins, fats, carbohydrates, weightGrams, allergens } = nutrition;
  return {
    energyKcal: decimalOf(energyKcal),
    proteins: decimalOf(proteins),
    fats: decimalOf(fats),
    carbohydrates: decimalOf(carbohydrates),
    weightGrams: decimalOf(weightGrams),
    allergens: [...allergens],
  };
}

function decimalOf(value: number | null): string | null {
  return value === null ? null : formatThousandths(Math.round(value * 1000));
}
