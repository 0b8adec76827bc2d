import { type Difference, type ImportField } from "./operations";

export const IMPORT_FIELDS = [
  "NAME",
  "PRICE",
  "SIZES",
  "DESCRIPTION",
  "IMAGES",
  "OPTIONS",
  "WEIGHT",
  "NUTRITION",
  "AVAILABILITY",
] as const satisfies readonly ImportField[];

const BY_DIFFERENCE: Readonly<Record<string, ImportField>> = {
  name: "NAME",
  price: "PRICE",
  sizes: "SIZES",
  description: "DESCRIPTION",
  images: "IMAGES",
  options: "OPTIONS",
  weight: "WEIGHT",
  nutrition: "NUTRITION",
};

export interface FieldDifferences {
  readonly field: ImportField;
  readonly isLocked: boolean;
}

/** Which of a product's differences an import can include or leave out; each field appears once. */
export function fieldsOf(differences: readonly Difference[]): FieldDifferences[] {
  return IMPORT_FIELDS.flatMap((field) => {
    const ofField = differences.filter(({ field: path }) => fieldOf(path) === field);
    return ofField.length === 0 ? [] : [{ field, isLocked: ofField.every(({ locked }) => locked) }];
  });
}

/** `price.30 см` is a price. */
function fieldOf(path: string): ImportField | undefined {
  return BY_DIFFERENCE[path.split(".", 1)[0] ?? ""];
}

export function pricesOf(differences: readonly Difference[]): Difference[] {
  return differences.filter(({ field }) => fieldOf(field) === "PRICE");
}
