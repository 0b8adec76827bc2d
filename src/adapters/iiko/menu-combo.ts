import { type Kopecks } from "../../domain/money";
import { type PosMenuItem, type PosMenuSize } from "../../domain/pos-menu";
import { readImageUrls } from "./menu-images";
import { type Fields, readArticle, readFlag, readId, readList, readPrice, readWord } from "./menu-reading";
import { distinctSizes } from "./menu-sizes";
import { plainText } from "./menu-text";

/** Where a menu format keeps what makes a combo. */
export interface ComboSource {
  readonly posProductId: string | null;
  readonly article: unknown;
  /** Holds name, description and sizes. */
  readonly fields: Fields;
  readonly priceStrategy: unknown;
  /** Roubles, for a combo size; used only when the combo has a price of its own. */
  readonly priceOf: (posSizeId: string | null) => unknown;
}

/** A combo as an item of the menu, or null when it has no id or name. Its price is null when the components make it. */
export function toComboItem(combo: ComboSource): PosMenuItem | null {
  const { posProductId, fields } = combo;
  const name = plainText(fields.name);
  if (posProductId === null || name === null) return null;

  const sizes = readList(fields.sizes);
  const images = [fields.image, ...sizes.map((size) => size.image ?? size.buttonImage ?? size.buttonImageUrl)].flat();
  return {
    posProductId,
    article: readArticle(combo.article),
    name,
    description: plainText(fields.description),
    imageUrls: readImageUrls(images),
    compound: false,
    combo: true,
    hidden: readFlag(fields.isHidden),
    sizes: comboSizes(combo, sizes),
    optionGroups: [],
    nutrition: null,
  };
}

function comboSizes(combo: ComboSource, rows: readonly Fields[]): PosMenuSize[] {
  const sizes = (rows.length > 0 ? rows : [{}]).map((fields: Fields) => {
    const posSizeId = readId(fields.sizeId ?? fields.id);
    const size: PosMenuSize = {
      posSizeId,
      name: plainText(fields.name),
      article: null,
      price: ownPrice(combo, posSizeId),
      isDefault: readFlag(fields.isDefault),
      hidden: readFlag(fields.isHidden),
    };
    return { size, fields };
  });
  return distinctSizes(sizes).map(({ size }) => size);
}

function ownPrice(combo: ComboSource, posSizeId: string | null): Kopecks | null {
  if (readWord(combo.priceStrategy) !== "FIXED") return null;
  // 0 is what iiko writes when a combo's price is not told, so it does not mean free here.
  return readPrice(combo.priceOf(posSizeId)) || null;
}
