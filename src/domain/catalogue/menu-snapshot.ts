import { type Kopecks } from "../money/money";
import { type PosMenuNutrition } from "./pos-menu";

export interface SnapshotOption {
  readonly id: string;
  readonly posProductId: string;
  readonly article: string | null;
  readonly name: string;
  readonly price: Kopecks;
  /** By our size id, where it differs from `price`; null: not sold with that size. */
  readonly priceBySize: Readonly<Record<string, Kopecks | null>>;
  /** This many units of the option are free, regardless of its group's free units. */
  readonly freeAmount: number;
  readonly min: number;
  readonly max: number;
  readonly byDefault: number;
}

export interface SnapshotOptionGroup {
  readonly id: string;
  readonly posGroupId: string | null;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly freeAmount: number;
  readonly options: readonly SnapshotOption[];
}

export interface SnapshotSize {
  readonly id: string;
  readonly posSizeId: string | null;
  readonly name: string | null;
  /** null: not sold. */
  readonly price: Kopecks | null;
  readonly isDefault: boolean;
}

/** A product that may serve as a part of a combo, if the catalogue has it. */
export interface SnapshotComboChoice {
  readonly article: string;
  /** The product's size in the POS; null: it has no sizes. */
  readonly posSizeId: string | null;
  /** The combo's size in the POS that the choice belongs to; null: any. */
  readonly posComboSizeId: string | null;
  /** Surcharge on the price of the combo's size. null: not sold with it. */
  readonly price: Kopecks | null;
  /** POS ids of the product's options that the combo does not allow. */
  readonly forbiddenOptions: readonly string[];
}

/** One part of a combo: exactly one of the choices is ordered. */
export interface SnapshotComboGroup {
  /** Id in the POS. */
  readonly id: string;
  readonly name: string;
  readonly choices: readonly SnapshotComboChoice[];
}

export interface SnapshotProduct {
  readonly id: string;
  readonly sectionId: string;
  readonly article: string;
  readonly name: string;
  readonly description: string | null;
  readonly imageUrls: readonly string[];
  readonly posProductId: string;
  readonly compound: boolean;
  readonly nutrition: PosMenuNutrition | null;
  /** In display order; at least one. */
  readonly sizes: readonly SnapshotSize[];
  readonly optionGroups: readonly SnapshotOptionGroup[];
  /** The parts of a combo; empty for every other product. */
  readonly comboGroups: readonly SnapshotComboGroup[];
}

export interface SnapshotSection {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly position: number;
  readonly products: readonly SnapshotProduct[];
}

/** One branch's catalogue at one moment, frozen: every request reads it, none changes it. */
export interface MenuSnapshot {
  readonly branchId: string;
  readonly currencyCode: string;
  /** Increases with every change of the catalogue. */
  readonly revision: number;
  readonly asOf: Date;
  readonly sections: readonly SnapshotSection[];
  readonly productByArticle: ReadonlyMap<string, SnapshotProduct>;
}

/**
 * Returns the price of one unit of an option with the default size, or with the first one if there
 * is no default; for an option that is not sold with that size, the price with the first size that
 * it is sold with.
 */
export function usualOptionPrice(option: SnapshotOption, sizes: readonly SnapshotSize[]): Kopecks {
  const usual = sizes.find(({ isDefault }) => isDefault) ?? sizes[0];
  const inOrder = usual ? [usual, ...sizes] : sizes;
  const prices = inOrder.map((size) => optionPrice(option, size));
  return prices.find((price) => price !== null) ?? option.price;
}

/** Returns the price of one unit of an option with a size; null: it is not sold with that size. */
export function optionPrice(option: SnapshotOption, size: SnapshotSize): Kopecks | null {
  const ofSize = option.priceBySize[size.id];
  return ofSize === undefined ? option.price : ofSize;
}
