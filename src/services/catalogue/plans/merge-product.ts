import { ImportField } from "../../../domain/catalogue/import-field";
import { type SnapshotProduct, type SnapshotSize } from "../../../domain/catalogue/menu-snapshot";
import {
  type PosMenuItem,
  type PosMenuNutrition,
  type PosMenuSize,
} from "../../../domain/catalogue/pos-menu";
import { newId } from "../../../domain/ids";
import { type Kopecks } from "../../../domain/money/money";
import { mergeComboGroups, repricedComboGroups } from "./merge-combo-groups";
import { mergeOptionGroups, type Taken } from "./merge-option-groups";

interface MergeOptions {
  readonly sectionId: string;
  readonly fields: ReadonlySet<ImportField>;
  readonly newId: () => string;
}

/**
 * The resulting product: the chosen fields come from the POS, the rest stays as it was. Sizes,
 * groups and options that both sides have keep their ids. A new product always gets name, sizes and
 * price from the POS; the identifiers that orders use for the product in the POS are always
 * imported, because an order with the old ones would be refused.
 */
export function mergeProduct(
  before: SnapshotProduct | undefined,
  item: PosMenuItem & { readonly article: string },
  { sectionId, fields, newId }: MergeOptions,
): SnapshotProduct {
  const isNew = before === undefined;
  const taken: Taken = {
    price: isNew || fields.has(ImportField.PRICE),
    sizes: isNew || fields.has(ImportField.SIZES),
    options: fields.has(ImportField.OPTIONS),
    availability: fields.has(ImportField.AVAILABILITY),
  };
  const sizes = mergeSizes(before?.sizes ?? [], item, taken, newId);
  return {
    id: before?.id ?? newId(),
    sectionId,
    article: item.article,
    name: isNew || fields.has(ImportField.NAME) ? item.name : before.name,
    description: fields.has(ImportField.DESCRIPTION)
      ? item.description
      : (before?.description ?? null),
    imageUrls: fields.has(ImportField.IMAGES) ? item.imageUrls : (before?.imageUrls ?? []),
    posProductId: item.posProductId,
    compound: item.compound,
    nutrition: mergeNutrition(before?.nutrition ?? null, item.nutrition, fields),
    sizes,
    optionGroups: mergeOptionGroups(before, item.optionGroups, { sizes, taken, newId }),
    comboGroups: mergeComboGroups(before, item.comboGroups ?? [], taken.price),
  };
}

/**
 * The product with the POS's prices for its sizes, options and parts; everything else stays as it
 * was.
 */
export function withPricesOf(item: PosMenuItem, before: SnapshotProduct): SnapshotProduct {
  const { article, sectionId } = before;
  const options = { sectionId, fields: new Set([ImportField.PRICE]), newId };
  const { sizes, optionGroups } = mergeProduct(before, { ...item, article }, options);
  return {
    ...before,
    sizes,
    optionGroups,
    comboGroups: repricedComboGroups(before.comboGroups, item.comboGroups ?? []),
  };
}

/** A size that the POS hides or no longer has is not sold. */
function mergeSizes(
  before: readonly SnapshotSize[],
  item: PosMenuItem,
  taken: Taken,
  newId: () => string,
): SnapshotSize[] {
  const shown = new Map<string | null, PosMenuSize>();
  for (const size of item.sizes)
    if (!size.hidden && !shown.has(size.posSizeId)) shown.set(size.posSizeId, size);

  if (!taken.sizes) {
    return before.map((size) => {
      const ofPos = shown.get(size.posSizeId)?.price ?? null;
      return { ...size, price: mergePrice(size.price, ofPos, item.hidden, taken) };
    });
  }

  const [first] = item.sizes;
  if (shown.size === 0 && first) shown.set(first.posSizeId, { ...first, price: null });
  const sizes = [...shown.values()];
  const defaultSize = sizes.find((size) => size.isDefault) ?? sizes[0];
  return sizes.map((size) => {
    const ours = before.find((candidate) => candidate.posSizeId === size.posSizeId);
    return {
      id: ours?.id ?? newId(),
      posSizeId: size.posSizeId,
      name: size.name,
      price: size.hidden ? null : mergePrice(ours?.price, size.price, item.hidden, taken),
      isDefault: size === defaultSize,
    };
  });
}

/**
 * null on either side means not sold. Importing AVAILABILITY takes off sale what the POS hides, and
 * a price alone does not bring it back.
 */
function mergePrice(
  ours: Kopecks | null | undefined,
  ofPos: Kopecks | null,
  isHidden: boolean,
  taken: Taken,
): Kopecks | null {
  if (isHidden && (taken.availability || ours === null)) return null;
  if (taken.price || ours === undefined) return ofPos;
  if (!taken.availability) return ours;
  return ofPos === null ? null : (ours ?? ofPos);
}

function mergeNutrition(
  before: PosMenuNutrition | null,
  ofPos: PosMenuNutrition | null,
  fields: ReadonlySet<ImportField>,
): PosMenuNutrition | null {
  const facts = fields.has(ImportField.NUTRITION) ? ofPos : before;
  const weight = fields.has(ImportField.WEIGHT) ? ofPos : before;
  const merged: PosMenuNutrition = {
    energyKcal: facts?.energyKcal ?? null,
    proteins: facts?.proteins ?? null,
    fats: facts?.fats ?? null,
    carbohydrates: facts?.carbohydrates ?? null,
    weightGrams: weight?.weightGrams ?? null,
    allergens: facts?.allergens ?? [],
  };
  const { allergens, ...numbers } = merged;
  return allergens.length === 0 && Object.values(numbers).every((value) => value === null)
    ? null
    : merged;
}
