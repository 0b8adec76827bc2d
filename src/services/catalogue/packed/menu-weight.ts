import { type MenuSnapshot, type SnapshotProduct } from "../../../domain/catalogue/menu-snapshot";

/**
 * Heap bytes for each kind of thing, including what is built from it here and for clients but
 * excluding its texts, plus a tenth for gaps. A menu of 150 dishes with 250 sizes and 300 options
 * took 345 KB, and 290 KB more once all of it had been shown; this estimate gives 680.
 */
const OF_PRODUCT = 1_700;
const OF_SIZE = 400;
const OF_GROUP = 400;
const OF_OPTION = 650;
const OF_OPTION_PRICE = 60;
const OF_CHOICE = 500;
const OF_SECTION = 1_000;
/** Per letter: Cyrillic takes two bytes. */
const OF_LETTER = 2;

/** Memory in bytes that a catalogue takes once all of it has been requested. */
export function menuBytes({ sections }: MenuSnapshot): number {
  const products = sections.flatMap((section) => section.products);
  return sections.length * OF_SECTION + products.reduce((sum, one) => sum + productBytes(one), 0);
}

function productBytes(product: SnapshotProduct): number {
  const { sizes, optionGroups, comboGroups } = product;
  const options = optionGroups.reduce((sum, group) => sum + group.options.length, 0);
  const choices = comboGroups.reduce((sum, group) => sum + group.choices.length, 0);
  const objects =
    OF_PRODUCT +
    sizes.length * OF_SIZE +
    optionGroups.length * OF_GROUP +
    options * (OF_OPTION + sizes.length * OF_OPTION_PRICE) +
    choices * OF_CHOICE;
  return objects + sharedBytes(product);
}

/** Size of its texts, which branches with the same menu share. */
export function sharedBytes({
  name,
  description,
  imageUrls,
}: Pick<SnapshotProduct, "name" | "description" | "imageUrls">): number {
  const letters = name.length + (description?.length ?? 0) + imageUrls.join().length;
  return letters * OF_LETTER;
}
