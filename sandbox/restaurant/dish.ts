import { type ModifierGroup, type Product, type Size } from "./model";
import { stableId } from "./stable-id";

/** What a menu line specifies; everything else has a default. */
interface Dish {
  /**
   * The digits by which Result.Rest identifies the product; "" is a card that was never finished.
   */
  article: string;
  /** Unique in the restaurant because the product's id is derived from it. */
  name: string;
  about?: string;
  /** In roubles; null means "not sold here". Omitted where `sizes` carry the prices. */
  price?: number | null;
  sizes?: Size[];
  grams?: number;
  /** Energy, proteins, fats and carbohydrates per 100 g. */
  nutrition?: [energy: number, proteins: number, fats: number, carbs: number];
  options?: ModifierGroup[];
  kind?: Partial<Pick<Product, "type" | "orderItemType" | "hidden" | "hasImage">>;
}

const oneSize = { id: null, code: null, name: null, isDefault: true };

/** Creates a product of the menu. */
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
