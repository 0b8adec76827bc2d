import {
  optionPrice,
  type SnapshotComboGroup,
  type SnapshotOptionGroup,
  type SnapshotProduct,
  type SnapshotSize,
} from "../../../domain/catalogue/menu-snapshot";
import { soldChoices } from "../../../domain/catalogue/sold-choices";
import { type Kopecks } from "../../../domain/money/money";

/** Products by article. */
export type Catalogue = ReadonlyMap<string, SnapshotProduct>;

interface PriceRange {
  readonly min: Kopecks;
  readonly max: Kopecks;
}

/**
 * The minimum price of one unit of the product in its cheapest and in its dearest size: the size,
 * the cheapest way to satisfy the required option groups, and the cheapest parts of a combo.
 * undefined if no size is sold.
 */
export function priceRangeOf(
  product: SnapshotProduct,
  catalogue: Catalogue,
): PriceRange | undefined {
  const sold = product.sizes.filter(({ price }) => price !== null);
  const totals = sold.map((size) => unitPrice(product, size, catalogue)).filter(Number.isFinite);
  return totals.length === 0 ? undefined : { min: Math.min(...totals), max: Math.max(...totals) };
}

/**
 * The minimum price of one unit in a size that is sold: the size itself, the cheapest way to
 * satisfy the required groups, and the cheapest parts of a combo. Infinity if the catalogue has
 * nothing for one of the parts.
 */
export function unitPrice(
  product: SnapshotProduct,
  size: SnapshotSize,
  catalogue: Catalogue,
): Kopecks {
  const options = product.optionGroups.map((group) => cheapestChoice(group, size));
  const parts = product.comboGroups.map((group) => cheapestPart(group, size, catalogue));
  return [...options, ...parts].reduce((sum, price) => sum + price, size.price ?? 0);
}

function cheapestPart(
  group: SnapshotComboGroup,
  comboSize: SnapshotSize,
  catalogue: Catalogue,
): Kopecks {
  const prices = soldChoices(catalogue, group, comboSize).map(({ price, product, size }) =>
    unitPrice(product, { ...size, price }, catalogue),
  );
  return Math.min(...prices);
}

/**
 * A POS may not say which units of a group are free (docs/iiko.md#options), so the cheapest ones
 * are assumed.
 */
function cheapestChoice(group: SnapshotOptionGroup, size: SnapshotSize): Kopecks {
  const priced = group.options
    .flatMap((option) => {
      const price = optionPrice(option, size);
      return price === null ? [] : [{ option, price }];
    })
    .sort((one, other) => one.price - other.price);

  const chosen = priced.map(({ option, price }) => ({
    price,
    amount: option.min,
    // 0 means no limit (docs/iiko.md#options).
    left: option.max > 0 ? option.max - option.min : Infinity,
    free: option.freeAmount,
  }));
  let missing = group.min - chosen.reduce((sum, { amount }) => sum + amount, 0);
  const take = (choice: (typeof chosen)[number], most: number) => {
    const added = Math.max(0, Math.min(missing, choice.left, most));
    choice.amount += added;
    choice.left -= added;
    missing -= added;
  };
  // The free units of an expensive option cost less than the cheapest option.
  for (const choice of chosen) take(choice, choice.free - choice.amount);
  for (const choice of chosen) take(choice, Infinity);

  let free = group.freeAmount;
  let price = 0;
  for (const choice of chosen) {
    const paid = Math.max(0, choice.amount - choice.free);
    const given = Math.min(free, paid);
    free -= given;
    price += (paid - given) * choice.price;
  }
  return price;
}
