import { type Category } from "./model";
import { stableId } from "./stable-id";

const PER_CATEGORY = 100;
const FIRST_ARTICLE = 1_000_000;

/**
 * A menu with as many products as a chain may have: repeats the given dishes, each under its own
 * name and article.
 */
export function largeMenu(count: number, [pattern, ...others]: readonly Category[]): Category[] {
  if (!pattern) return [];
  const dishes = [pattern, ...others].flatMap(({ products }) => products);
  const products = Array.from({ length: count }, (_, index) => {
    const dish = dishes[index % dishes.length];
    if (!dish) throw new Error("There is no dish to repeat");
    const name = `${dish.name} № ${index + 1}`;
    return {
      ...structuredClone(dish),
      id: stableId("product", name),
      article: String(FIRST_ARTICLE + index),
      name,
    };
  });
  return Array.from({ length: Math.ceil(count / PER_CATEGORY) }, (_, index) => {
    const name = `Раздел ${index + 1}`;
    const own = products.slice(index * PER_CATEGORY, (index + 1) * PER_CATEGORY);
    return {
      ...pattern,
      id: stableId("category", name),
      name,
      hidden: false,
      hours: [],
      products: own,
      combos: [],
    };
  });
}
