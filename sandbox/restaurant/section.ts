import { type Category, type Combo, type Product } from "./model";
import { stableId } from "./stable-id";

/** A menu section with its contents. */
export function section(
  name: string,
  products: Product[],
  rest: { hidden?: boolean; combos?: Combo[] } = {},
): Category {
  const { hidden = false, combos = [] } = rest;
  return { id: stableId("category", name), name, hidden, hours: [], products, combos };
}
