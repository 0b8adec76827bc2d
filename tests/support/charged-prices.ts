import { type Product } from "../../src/resolvers/catalogue/product";
import { type OptionGroup } from "../../src/resolvers/catalogue/product-options";

export const SIZES = ["s", "m", "l"] as const;

/**
 * The sum that a page computes from what it reads: the free units of options and groups are
 * deducted in the order in which they were chosen.
 */
export function shownSum(
  groups: readonly OptionGroup[],
  prices: ReadonlyMap<string, number>,
  counts: Map<string, number>,
) {
  return groups.reduce((sum, group) => {
    let free = group.freeAmount;
    return [...counts].reduce((sumOfGroup, [id, count]) => {
      const option = group.options.find((each) => each.id === id);
      const owed = option ? Math.max(0, count - option.freeAmount) : 0;
      const paid = Math.max(0, owed - free);
      free -= owed - paid;
      return sumOfGroup + paid * (prices.get(id) ?? 0);
    }, sum);
  }, 0);
}

/**
 * A selection with which a size can be ordered: what each group needs, and one more of each group
 * that allows it.
 */
export function choiceOf(
  product: Product,
  prices: ReadonlyMap<string, number>,
  from: number,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { min, max, options } of product.optionGroups) {
    const sold = options.filter(({ id }) => prices.has(id));
    const turned = [...sold.slice(from), ...sold.slice(0, from)];
    let left =
      Math.max(min, Math.min(max, min + 1)) - sold.reduce((sum, option) => sum + option.min, 0);
    for (const option of turned) {
      const more = Math.max(0, Math.min(left, (option.max || left + option.min) - option.min));
      left -= more;
      if (option.min + more > 0) counts.set(option.id, option.min + more);
    }
  }
  return counts;
}

export const wanted = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([article, count]) => ({ article, quantity: count * 1000 }));
