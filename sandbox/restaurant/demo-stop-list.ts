import { type Category, type StopListEntry } from "./model";
import { stableId } from "./stable-id";

/**
 * What the live kitchens cannot make when the sandbox starts: sold-out products, some limited by
 * size, and an option that ran out.
 */
export function demoStopList(categories: Category[]): StopListEntry[] {
  const products = categories.flatMap((category) => category.products);
  const stopped = (
    terminalGroup: string,
    name: string,
    balance: number,
    sizeCode?: string,
  ): StopListEntry => {
    const product = products.find((one) => one.name === name);
    const size = product?.sizes.find(({ code }) => code === sizeCode);
    if (!product) throw new Error(`No "${name}" on the menu`);
    const terminalGroupId = stableId("terminal group", terminalGroup);
    return {
      terminalGroupId,
      productId: product.id,
      sizeId: size?.id ?? null,
      article: product.article,
      balance,
    };
  };
  const options = products
    .flatMap(({ modifierGroups }) => modifierGroups)
    .flatMap(({ modifiers }) => modifiers);
  const almond = options.filter(({ name }) => name === "Миндальное молоко").slice(0, 1);
  return [
    stopped("Кухня на Печной", "Том ям с креветками", 0),
    stopped("Кухня на Печной", "Медовик", 3),
    stopped("Кухня на Печной", "Прошутто и руккола", 2, "35"),
    ...almond.map(({ productId, article }) => ({
      terminalGroupId: stableId("terminal group", "Кухня на Печной"),
      productId,
      sizeId: null,
      article,
      balance: -1,
    })),
    stopped("Кухня на Жаровой", "Стейк рибай", 0),
  ];
}
