import { type Modifier, type Size } from "./model";
import { stableId } from "./stable-id";

/** Amounts of one option; they apply only in a group whose children have their own limits. */
type OptionAmounts = Partial<Pick<Modifier, "min" | "max" | "byDefault">>;

/**
 * Something that a guest adds to a dish. The same option in several groups is one product, so its
 * id is derived from its article.
 *
 * @param price roubles, or the price for each size; the default size's price applies wherever else
 *   the option is offered
 */
export function option(
  article: string,
  name: string,
  price: number | readonly Size[],
  amounts: OptionAmounts = {},
): Modifier {
  const identity = { productId: stableId("option", article), article, name };
  return { ...identity, ...pricesOf(price), min: 0, max: 0, byDefault: 0, ...amounts };
}

function pricesOf(price: number | readonly Size[]): Pick<Modifier, "price" | "priceBySize"> {
  if (typeof price === "number") return { price, priceBySize: {} };
  const usual = price.find(({ isDefault }) => isDefault)?.price ?? 0;
  const differing = price.flatMap(({ id, price: own }) =>
    id && own !== null && own !== usual ? [[id, own]] : [],
  );
  return { price: usual, priceBySize: Object.fromEntries(differing) as Record<string, number> };
}

/** The price of one unit with a given size of the dish, in roubles. */
export function priceWithSize({ price, priceBySize }: Modifier, sizeId: string | null): number {
  return priceBySize[sizeId ?? ""] ?? price;
}
