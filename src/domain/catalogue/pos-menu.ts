import { type Kopecks } from "../money/money";
import { type MenuIssue } from "./menu-issue";
import { type SaleHours } from "./sale-hours";

/** Which of the POS's menu formats a menu was read from. */
export enum PosMenuSource {
  EXTERNAL_MENU_V2 = "EXTERNAL_MENU_V2",
  EXTERNAL_MENU_V3 = "EXTERNAL_MENU_V3",
  EXTERNAL_MENU_V4 = "EXTERNAL_MENU_V4",
  MENU_V3_STANDALONE = "MENU_V3_STANDALONE",
  NOMENCLATURE = "NOMENCLATURE",
  /** That of a POS which has one only. */
  OWN_FORMAT = "OWN_FORMAT",
}

export interface PosMenuOption {
  readonly posProductId: string;
  /** As the POS has it: may be missing or not a number. */
  readonly article: string | null;
  readonly name: string;
  /** null: not sold here; 0: free. */
  readonly price: Kopecks | null;
  /** By POS size id, where it differs from `price`. */
  readonly priceBySize: Readonly<Record<string, Kopecks | null>>;
  readonly min: number;
  /** 0 in the POS's "no limit of its own" reads as the group's maximum here. */
  readonly max: number;
  readonly byDefault: number;
  /**
   * This many units of the option cost nothing, whatever its group gives away; none when absent.
   */
  readonly freeAmount?: number;
  readonly hidden: boolean;
}

/**
 * What one unit of an option costs in the POS with a size of its product; null: it is not sold with
 * it.
 */
export function posOptionPrice(
  { price, priceBySize }: PosMenuOption,
  posSizeId: string | null,
): Kopecks | null {
  const sizeId = posSizeId ?? "";
  // The POS's ids are any words, those that every object has among them.
  return Object.hasOwn(priceBySize, sizeId) ? (priceBySize[sizeId] ?? null) : price;
}

export interface PosMenuOptionGroup {
  /** null: simple modifiers, ordered without a group id. */
  readonly posGroupId: string | null;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** This many units of the group cost nothing. */
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

/** A product that a part of a combo may be. */
export interface PosMenuComboChoice {
  readonly posProductId: string;
  /** Of the product: null when the menu lists it without one, or not at all. */
  readonly article: string | null;
  /** The product's size; null: it has none. */
  readonly posSizeId: string | null;
  /** The combo's size it belongs to; null: any. */
  readonly posComboSizeId: string | null;
  /** What it adds to the price of the combo's size. null: not sold here. */
  readonly price: Kopecks | null;
  /** The POS ids of the product's options that the combo does not allow. */
  readonly forbiddenOptions: readonly string[];
}

/** One part of a combo: exactly one of the choices is ordered. */
export interface PosMenuComboGroup {
  readonly posGroupId: string;
  readonly name: string;
  readonly choices: readonly PosMenuComboChoice[];
}

/** Per 100 g, except the weight of one portion. */
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
  /** As the POS has it: may be missing, not a number, or not unique. */
  readonly article: string | null;
  readonly name: string;
  readonly description: string | null;
  readonly imageUrls: readonly string[];
  /** Half-and-half products, ordered in another shape. */
  readonly compound: boolean;
  /** Made of other products. Its sizes cost 0 when the parts make the price. */
  readonly combo: boolean;
  /** What a combo is made of; none when the menu does not tell. */
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

/** A restaurant's menu as its POS tells it, in one shape whatever the format. */
export interface PosMenu {
  readonly source: PosMenuSource;
  /** The POS's own counter. It moves without a change of content: compare `contentHash`. */
  readonly revision: string | null;
  /** SHA-256 of the normalised categories, hexadecimal. */
  readonly contentHash: string;
  readonly categories: readonly PosMenuCategory[];
}

/** A product of a POS menu by what both sides know it by. */
export interface PosMenuProduct {
  readonly posProductId: string;
  readonly article: string | null;
  readonly name: string;
}

/**
 * A menu on its way from the POS to the database. Its categories stay JSON text all the way: taking
 * ten thousand products apart in one go would hold up every request meanwhile.
 */
export interface PackedPosMenu extends Omit<PosMenu, "categories"> {
  /** Every product once, in menu order. */
  readonly products: readonly PosMenuProduct[];
  /** What is wrong with the menu by itself. */
  readonly issues: readonly MenuIssue[];
  readonly saleHours: SaleHours;
  /** The ids of products that are sold by weight, and so in any amount. */
  readonly weighed: readonly string[];
  /** UTF-8 text of `PosMenuCategory[]`. */
  readonly categoriesJson: Uint8Array;
  /** The POS's answer as it came, gzipped. */
  readonly rawBody: Uint8Array;
}
