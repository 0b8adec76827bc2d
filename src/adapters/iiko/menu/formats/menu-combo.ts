import {
  type PosMenuComboGroup,
  type PosMenuItem,
  type PosMenuSize,
} from "../../../../domain/catalogue/pos-menu";
import { type Kopecks } from "../../../../domain/money/money";
import { readImageUrls } from "../reading/menu-images";
import {
  type Fields,
  firstTold,
  readArticle,
  readFlag,
  readId,
  readList,
  readPrice,
  readWord,
} from "../reading/menu-reading";
import { distinctSizes } from "../reading/menu-sizes";
import { LONGEST_DESCRIPTION, plainText } from "../reading/menu-text";
import { readComboGroups } from "./menu-combo-groups";

/** Where a menu format keeps the parts of a combo. */
export interface ComboSource {
  readonly posProductId: string | null;
  readonly article: unknown;
  /** Contains name, description and sizes. */
  readonly fields: Fields;
  readonly priceStrategy: unknown;
  readonly groups: unknown;
  /** Price in roubles for a combo size; only used when the combo has its own price. */
  readonly priceOf: (posSizeId: string | null) => unknown;
}

/**
 * Converts a combo to an item of the menu; returns null when it has no id or name. Its price is
 * null when the menu does not state one.
 */
export function toComboItem(combo: ComboSource, organizationId: string): PosMenuItem | null {
  const { posProductId, fields } = combo;
  const name = plainText(fields.name);
  if (posProductId === null || name === null) return null;

  const sizes = readList(fields.sizes);
  const byComponent = readWord(combo.priceStrategy) === "BY_COMPONENT";
  const comboGroups = readComboGroups(combo.groups, byComponent, organizationId);
  const images = [
    fields.image,
    ...sizes.map((size) => firstTold(size.image, size.buttonImage, size.buttonImageUrl)),
  ].flat();
  return {
    posProductId,
    article: readArticle(combo.article),
    name,
    description: plainText(fields.description, LONGEST_DESCRIPTION),
    imageUrls: readImageUrls(images),
    compound: false,
    combo: true,
    comboGroups,
    hidden: readFlag(fields.isHidden),
    sizes: comboSizes(
      sizes,
      byComponent ? () => priceOfParts(comboGroups) : (sizeId) => fixedPrice(combo, sizeId),
    ),
    optionGroups: [],
    nutrition: null,
  };
}

function comboSizes(
  rows: readonly Fields[],
  priceOf: (posSizeId: string | null) => Kopecks | null,
): PosMenuSize[] {
  const sizes = (rows.length > 0 ? rows : [{}]).map((fields: Fields) => {
    const posSizeId = readId(firstTold(fields.sizeId, fields.id));
    const size: PosMenuSize = {
      posSizeId,
      name: plainText(fields.name),
      article: null,
      price: priceOf(posSizeId),
      isDefault: readFlag(fields.isDefault),
      hidden: readFlag(fields.isHidden),
    };
    return { size, fields };
  });
  return distinctSizes(sizes).map(({ size }) => size);
}

function priceOfParts(groups: readonly PosMenuComboGroup[]): Kopecks | null {
  return groups.length > 0 ? 0 : null;
}

function fixedPrice(combo: ComboSource, posSizeId: string | null): Kopecks | null {
  if (readWord(combo.priceStrategy) !== "FIXED") return null;
  // iiko writes 0 when a combo's price is not stated, so it does not mean free here.
  return readPrice(combo.priceOf(posSizeId)) || null;
}
