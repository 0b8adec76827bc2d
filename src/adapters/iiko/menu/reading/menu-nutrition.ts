import { type PosMenuNutrition } from "../../../../domain/catalogue/pos-menu";
import { type Fields, isFields, readId, readList, readNumber, readWord } from "./menu-reading";
import { plainText } from "./menu-text";

type PerHundredGrams = Pick<PosMenuNutrition, "energyKcal" | "proteins" | "fats" | "carbohydrates">;

const UNKNOWN: PerHundredGrams = {
  energyKcal: null,
  proteins: null,
  fats: null,
  carbohydrates: null,
};

/**
 * Returns null when nothing is known. Four zeros are iiko's way of showing a card that nobody has
 * filled in.
 */
export function toNutrition(
  perHundredGrams: PerHundredGrams,
  weightGrams: number | null,
  allergens: readonly string[],
): PosMenuNutrition | null {
  const filledIn = isFilledIn(perHundredGrams);
  const weight = weightGrams !== null && weightGrams > 0 ? weightGrams : null;
  if (!filledIn && weight === null && allergens.length === 0) return null;
  const { energyKcal, proteins, fats, carbohydrates } = filledIn ? perHundredGrams : UNKNOWN;
  return { energyKcal, proteins, fats, carbohydrates, weightGrams: weight, allergens };
}

function isFilledIn({ energyKcal, proteins, fats, carbohydrates }: PerHundredGrams): boolean {
  return Boolean(energyKcal) || Boolean(proteins) || Boolean(fats) || Boolean(carbohydrates);
}

/** External menus provide one object, or a list with one row per set of organizations. */
export function readNutrition(value: unknown, organizationId: string): PerHundredGrams {
  const rows = isFields(value) ? [value] : readList(value);
  const row =
    rows.find(
      ({ organizations }) => Array.isArray(organizations) && organizations.includes(organizationId),
    ) ?? rows[0];
  return row
    ? {
        energyKcal: readNumber(row.energy),
        proteins: readNumber(row.proteins),
        fats: readNumber(row.fats),
        carbohydrates: readNumber(row.carbs),
      }
    : UNKNOWN;
}

/** Millilitres and litres say nothing about grams. */
export function readWeightGrams(weight: unknown, measureUnitType: unknown): number | null {
  const amount = readNumber(weight);
  const unit = readWord(measureUnitType);
  if (amount === null || unit === "MILLILITER" || unit === "LITER") return null;
  return unit === "KILOGRAM" ? kilogramsToGrams(amount) : amount;
}

/** Rounds to the milligram: 0.35 * 1000 is exact, 0.29 * 1000 is not. */
export function kilogramsToGrams(kilograms: number): number {
  return Math.round(kilograms * 1_000_000) / 1000;
}

/** Returns the names from the menu's own list of allergen groups, by id. */
export function allergenNamesById(root: Fields): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const group of readList(root.allergenGroups)) {
    const id = readId(group.id);
    const name = plainText(group.name);
    if (id !== null && name !== null) names.set(id, name);
  }
  return names;
}

/** Format 2 puts the allergens into the item; later formats refer to the menu's list. */
export function readAllergens(item: Fields, namesById: ReadonlyMap<string, string>): string[] {
  const ids: unknown[] = Array.isArray(item.allergenGroupIds) ? item.allergenGroupIds : [];
  const names = [
    ...readList(item.allergens).map(({ name }) => plainText(name)),
    ...readList(item.allergenGroups).map(({ name }) => plainText(name)),
    ...ids.map((id) => namesById.get(readId(id) ?? "") ?? null),
  ];
  return [...new Set(names.filter((name) => name !== null))];
}
