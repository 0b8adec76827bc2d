import { type Kopecks } from "../money/money";
import { type MenuIssue } from "./menu-issue";
import { type SaleHours } from "./sale-hours";

/** The POS menu format from which a menu was read. */
export enum PosMenuSource {
  EXTERNAL_MENU_V2 = "EXTERNAL_MENU_V2",
  EXTERNAL_MENU_V3 = "EXTERNAL_MENU_V3",
  EXTERNAL_MENU_V4 = "EXTERNAL_MENU_V4",
  MENU_V3_STANDALONE = "MENU_V3_STANDALONE",
  NOMENCLATURE = "NOMENCLATURE",
  /** The format of a POS that has only one. */
  OWN_FORMAT = "OWN_FORMAT",
}

export interface PosMenuOption {
  readonly posProductId: string;
  /** As in the POS: may be missing or not a number. */
  readonly article: string | null;
  readonly name: string;
  /** null: not sold here; 0: free. */
  readonly price: Kopecks | null;
  /** By POS size id, where it differs from `price`. */
  readonly priceBySize: Readonly<Record<string, Kopecks | null>>;
  readonly min: number;
  /** 0, the POS's "no limit of its own", is replaced by the group's maximum here. */
  readonly max: number;
  readonly byDefault: number;
  /**
   * This many units of the option are free, regardless of its group's free units; none when absent.
   */
  readonly freeAmount?: number;
  readonly hidden: boolean;
}

/**
 * Returns the price in the POS of one unit of an option with a size of its product; null: it is not
 * sold with that size.
 */
export function posOptionPrice(
  { price, priceBySize }: PosMenuOption,
  posSizeId: string | null,
): Kopecks | null {
  const sizeId = posSizeId ?? "";
  // The POS's ids may be any words, including property names that every object has.
  return Object.hasOwn(priceBySize, sizeId) ? (priceBySize[sizeId] ?? null) : price;
}

export interface PosMenuOptionGroup {
  /** null: simple modifiers, which are ordered without a group id. */
  readonly posGroupId: string | null;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** This many units of the group are free. */
  readonly freeAmount: number;
  readonly options: readonly PosMenuOption[];
}

export interface PosMenuSize {
  /** null: the product has no sizes. */
  readonly posSizeId: string | null;
  readonly name: string | null;
  /** The size's own article in the POS, often not a number ("00064-S"). */
  readonly article: string | null;
  /** null: not sold here; 0: free. */
  readonly price: Kopecks | null;
  readonly isDefault: boolean;
  readonly hidden: boolean;
}

/** A product that may serve as a part of a combo. */
export interface PosMenuComboChoice {
  readonly posProductId: string;
  /** Article of the product: null when the menu lists it without one, or not at all. */
  readonly article: string | null;
  /** The product's size; null: it has no sizes. */
  readonly posSizeId: string | null;
  /** The combo's size that the choice belongs to; null: any. */
  readonly posComboSizeId: string | null;
  /** Surcharge on the price of the combo's size. null: not sold here. */
  readonly price: Kopecks | null;
  /** POS ids of the product's options that the combo does not allow. */
  readonly forbiddenOptions: readonly string[];
}

/** One part of a combo: exactly one of the choices is ordered. */
export interface PosMenuComboGroup {
  readonly posGroupId: string;
  readonly name: string;
  readonly choices: readonly PosMenuComboChoice[];
}

/** Values per 100 g, except the weight of one portion. */
export interface PosMenuNutrition {
  readonly energyKcal: number | null;
  readonly proteins: number | null;
  readonly fats: number | null;
  readonly carbohydrates: number | null;
  readonly weightGrams: number | null;
  readonly allergens: readonly string[];
}

export interface PosMenuItem {
  readonly posProductId: string;
  /** As in the POS: may be missing, not a number, or not unique. */
  readonly article: string | null;
  readonly name: string;
  readonly description: string | null;
  readonly imageUrls: readonly string[];
  /** Half-and-half products, which are ordered in a different shape. */
  readonly compound: boolean;
  /** Made of other products. Its sizes cost 0 when the parts determine the price. */
  readonly combo: boolean;
  /** The parts of a combo; empty when the menu does not list them. */
  readonly comboGroups?: readonly PosMenuComboGroup[];
  readonly hidden: boolean;
  /** At least one. Products without sizes have a single one whose `posSizeId` is null. */
  readonly sizes: readonly PosMenuSize[];
  readonly optionGroups: readonly PosMenuOptionGroup[];
  readonly nutrition: PosMenuNutrition | null;
}

export interface PosMenuCategory {
  readonly posId: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly items: readonly PosMenuItem[];
}

/** A restaurant's menu as reported by its POS, in the same shape for every format. */
export interface PosMenu {
  readonly source: PosMenuSource;
  /**
   * The POS's own counter. It can change without a change of content: compare `contentHash`
   * instead.
   */
  readonly revision: string | null;
  /** SHA-256 of the normalised categories, in hexadecimal. */
  readonly contentHash: string;
  readonly categories: readonly PosMenuCategory[];
}

/** The identifiers by which both sides recognise a product of a POS menu. */
export interface PosMenuProduct {
  readonly posProductId: string;
  readonly article: string | null;
  readonly name: string;
}

/**
 * A menu on its way from the POS to the database. Its categories remain JSON text throughout:
 * processing ten thousand products in one go would block every request meanwhile.
 */
export interface PackedPosMenu extends Omit<PosMenu, "categories"> {
  /** Every product once, in menu order. */
  readonly products: readonly PosMenuProduct[];
  /** What is wrong with the menu in itself. */
  readonly issues: readonly MenuIssue[];
  readonly saleHours: SaleHours;
  /** Ids of products that are sold by weight, and therefore in any amount. */
  readonly weighed: readonly string[];
  /** UTF-8 text of `PosMenuCategory[]`. */
  readonly categoriesJson: Uint8Array;
  /** The POS's answer as received, gzipped. */
  readonly rawBody: Uint8Array;
}
