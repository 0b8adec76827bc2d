import { type ModifierGroup, type Product, type Size } from "./model";
import { stableId } from "./stable-id";

/** What a line of the menu says; everything else has a usual value. */
interface Dish {
  /** The digits Result.Rest knows the product by; "" is a card nobody finished. */
  article: string;
  /** Unique in the restaurant: the product's id is made from it. */
  name: string;
  about?: string;
  /** Roubles; null is "not sold here". Left out where `sizes` carry the prices. */
  price?: number | null;
  sizes?: Size[];
  grams?: number;
  /** Energy, proteins, fats, carbohydrates per 100 g. */
  nutrition?: [energy: number, proteins: number, fats: number, carbs: number];
  options?: ModifierGroup[];
  kind?: Partial<Pick<Product, "type" | "orderItemType" | "hidden" | "hasImage">>;
}

const oneSize = { id: null, code: null, name: null, isDefault: true };

/** A product of the menu. */
export function dish({
  article,
  name,
  about = "",
  price = null,
  sizes,
  grams = 0,
  nutrition,
  ...rest
}: Dish): Product {
  const [energy, proteins, fats, carbs] = nutrition ?? [];
  return {
    id: stableId("product", name),
    article,
    name,
    description: about,
    type: "DISH",
    orderItemType: "Product",
    weightGrams: grams,
    nutrition:
      energy === undefined
        ? null
        : { energy, proteins: proteins ?? 0, fats: fats ?? 0, carbs: carbs ?? 0 },
    hidden: false,
    hasImage: article !== "",
    sizes: sizes ?? [{ ...oneSize, price }],
    modifierGroups: rest.options ?? [],
    ...rest.kind,
  };
}
