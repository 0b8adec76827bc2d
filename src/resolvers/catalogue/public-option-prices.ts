import { type Kopecks } from "../../domain/money/money";
import { type Money } from "../schema/money";
import { type OptionPrice } from "./product-options";

interface PricedSize<Option> {
  readonly sizeId: string;
  /** null: not sold in this size. */
  readonly priceOf: (option: Option) => Kopecks | null;
}

/**
 * Returns what the options of one product cost with each of its sizes, as clients see it. Most
 * options of a dish cost the same with every size, and many cost the same as each other: those
 * share one list, so that a menu in memory hardly grows.
 */
export function optionPricesOf<Option>(
  sizes: readonly PricedSize<Option>[],
  money: (amount: Kopecks) => Money,
): (option: Option) => readonly OptionPrice[] {
  const written = new Map<string, readonly OptionPrice[]>();
  return (option) => {
    const prices = sizes.map(({ priceOf }) => priceOf(option));
    const key = prices.join();
    const known = written.get(key);
    if (known) return known;
    const list = sizes.map(({ sizeId }, index) => {
      const price = prices[index] ?? null;
      return { sizeId, price: price === null ? null : money(price) };
    });
    written.set(key, list);
    return list;
  };
}
