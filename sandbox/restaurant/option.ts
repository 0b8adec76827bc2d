import { type Modifier, type Size } from "./model";
import { stableId } from "./stable-id";

/** Amounts of one option; they count only in a group whose children have their own limits. */
type OptionAmounts = Partial<Pick<Modifier, "min" | "max" | "byDefault">>;

/**
 * What a guest adds to a dish. The same option in several groups is one product, so its id is made
 * from its article.
 *
 * @param price roubles, or what it costs with each size; the default size's price holds wherever
 * else it is offered
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

/** Roubles for one unit with a size of the dish. */
export function priceWithSize({ price, priceBySize }: Modifier, sizeId: string | null): number {
  return priceBySize[sizeId ?? ""] ?? price;
}
