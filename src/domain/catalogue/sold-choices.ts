import { type Kopecks } from "../money/money";
import {
  type SnapshotComboChoice,
  type SnapshotComboGroup,
  type SnapshotProduct,
  type SnapshotSize,
} from "./menu-snapshot";

/** A choice that can be ordered. */
export interface SoldChoice {
  readonly choice: SnapshotComboChoice;
  /** Surcharge on the combo's price. */
  readonly price: Kopecks;
  /** Only with the options that the combo allows. */
  readonly product: SnapshotProduct;
  readonly size: SnapshotSize;
}

/** Returns whether a size of the combo offers the choice. */
export function soldWith(choice: SnapshotComboChoice, comboSize: SnapshotSize): boolean {
  return choice.posComboSizeId === null || choice.posComboSizeId === comboSize.posSizeId;
}

/**
 * Returns the choices for a part of a combo that can be ordered: those whose product the catalogue
 * sells. Combos inside combos are not supported.
 */
export function soldChoices(
  products: ReadonlyMap<string, SnapshotProduct>,
  group: SnapshotComboGroup,
  comboSize: SnapshotSize,
): SoldChoice[] {
  return group.choices.flatMap((choice) => {
    const product = products.get(choice.article);
    const size = product?.sizes.find(({ posSizeId }) => posSizeId === choice.posSizeId);
    const { price } = choice;
    if (!product || product.comboGroups.length > 0 || !size || size.price === null) return [];
    if (price === null || !soldWith(choice, comboSize)) return [];
    return [{ choice, price, product: allowed(product, choice.forbiddenOptions), size }];
  });
}

/** Returns our ids of the options that the combo does not allow for a choice's product. */
export function forbiddenOptionIds(
  { optionGroups }: SnapshotProduct,
  { forbiddenOptions }: SnapshotComboChoice,
): readonly string[] {
  if (forbiddenOptions.length === 0) return [];
  return optionGroups.flatMap(({ options }) =>
    options
      .filter(({ posProductId }) => forbiddenOptions.includes(posProductId))
      .map(({ id }) => id),
  );
}

function allowed(product: SnapshotProduct, forbidden: readonly string[]): SnapshotProduct {
  if (forbidden.length === 0) return product;
  const optionGroups = product.optionGroups.map((group) => ({
    ...group,
    options: group.options.filter(({ posProductId }) => !forbidden.includes(posProductId)),
  }));
  return { ...product, optionGroups };
}
