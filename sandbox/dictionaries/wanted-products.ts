import { type WantedProduct } from "./stop-list-check";

type Json = Readonly<Record<string, unknown>>;

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

function wanted(node: Json, sizeId: unknown, amount: number): WantedProduct[] {
  const { productId } = node;
  const own =
    typeof productId === "string"
      ? [{ productId, sizeId: typeof sizeId === "string" ? sizeId : null, amount }]
      : [];
  return [...own, ...modifiers(node.modifiers, amount)];
}

/** Modifier amounts are per portion of their product. */
function modifiers(value: unknown, portions: number): WantedProduct[] {
  return list(value).flatMap((modifier) => wanted(modifier, null, portions * amountOf(modifier)));
}

function amountOf({ amount }: Json): number {
  return typeof amount === "number" ? amount : 1;
}

/**
 * Returns everything that the items of an iiko order (`OrderItem[]`, Product or Compound) take from
 * the kitchen.
 */
export function wantedProducts(items: unknown): WantedProduct[] {
  return list(items).flatMap((item) => {
    const amount = amountOf(item);
    const halves = [item.primaryComponent, item.secondaryComponent].filter(isJson);
    return [
      ...wanted(item, item.productSizeId, amount),
      ...halves.flatMap((half) =>
        wanted(half, item.productSizeId, halves.length > 1 ? amount / 2 : amount),
      ),
      ...modifiers(item.commonModifiers, amount),
    ];
  });
}
