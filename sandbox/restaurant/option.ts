import { type Modifier } from "./model";
import { stableId } from "./stable-id";

/** Amounts of one option; they count only in a group whose children have their own limits. */
type OptionAmounts = Partial<Pick<Modifier, "min" | "max" | "byDefault">>;

/** What a guest adds to a dish. The same option in several groups is one product, so its id is made from its article. */
export function option(article: string, name: string, price: number, amounts: OptionAmounts = {}): Modifier {
  return { productId: stableId("option", article), article, name, price, min: 0, max: 0, byDefault: 0, ...amounts };
}
