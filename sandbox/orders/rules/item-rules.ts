import { type Product } from "../../restaurant/model";
import { findProduct } from "../../restaurant-index";
import { type RequestedItem, type RequestedModifier } from "../create-request";
import { type ErrorInfo, errorInfo } from "../error-info";
import { modifierRefusal } from "./modifier-rules";
import { firstOf, type OrderCase, type OrderRule } from "./order-case";

/** iiko's limit for an item comment; a longer one raises an error inside the till. */
const ITEM_COMMENT_LENGTH = 255;

/** Checks what is ordered: products, sizes, options and prices. */
export const itemRules: OrderRule = (orderCase) => {
  const { items } = orderCase.request.order;
  if (items.length === 0) return errorInfo("OrderItemsNotExists", "Order has no items");
  const positions = items.flatMap(positionsOf);
  if (new Set(positions).size < positions.length) {
    return errorInfo("NonUnqiueOrderItemPosition", "Order item position is not unique");
  }
  return firstOf(items.map((item) => itemRefusal(orderCase, item)));
};

export function positionsOf(item: RequestedItem): string[] {
  const parts = item.type === "Product" ? [item] : [item.primaryComponent, item.secondaryComponent];
  return parts.flatMap((part) => (part?.positionId ? [part.positionId] : []));
}

interface Part {
  productId: string;
  modifiers: readonly RequestedModifier[];
  price: number | null;
}

/**
 * A compound line is checked half by half; options common to both halves count towards the first.
 */
export function partsOf(item: RequestedItem): Part[] {
  if (item.type === "Product")
    return [{ productId: item.productId, modifiers: item.modifiers ?? [], price: item.price }];
  const { primaryComponent: first, secondaryComponent: second } = item;
  const common = item.commonModifiers ?? [];
  const parts = [
    { productId: first.productId, modifiers: [...(first.modifiers ?? []), ...common], price: null },
  ];
  if (second)
    parts.push({
      productId: second.productId,
      modifiers: [...(second.modifiers ?? []), ...common],
      price: null,
    });
  return parts;
}

function itemRefusal(orderCase: OrderCase, item: RequestedItem): ErrorInfo | undefined {
  if ((item.comment?.length ?? 0) > ITEM_COMMENT_LENGTH) {
    return errorInfo(
      "Common",
      "System.ArgumentOutOfRangeException: comment length must not exceed 255",
    );
  }
  if (item.comment && !orderCase.switches.lineComments)
    return errorInfo("Common", "Comments are not allowed");
  if (item.amount === 0) return errorInfo("Common", "Item amount must be positive");
  return firstOf(partsOf(item).map((part) => partRefusal(orderCase, item, part)));
}

function partRefusal(
  { restaurant, switches }: OrderCase,
  item: RequestedItem,
  part: Part,
): ErrorInfo | undefined {
  const product = findProduct(restaurant, part.productId);
  if (!product) return errorInfo("ProductNotFound", `Product ${part.productId} is not found`);
  return (
    sizeRefusal(product, item.productSizeId ?? null) ??
    modifierRefusal(product, part.modifiers) ??
    (switches.checkPrices && !item.comboInformation ? priceRefusal(product, item, part) : undefined)
  );
}

function sizeRefusal(product: Product, sizeId: string | null): ErrorInfo | undefined {
  const name = product.name.trim();
  if (sizeId === null && product.sizes.length > 1) {
    return errorInfo("Common", `Product ${name}: product size must be specified`);
  }
  const size = sizeId === null ? product.sizes[0] : product.sizes.find(({ id }) => id === sizeId);
  if (!size)
    return errorInfo("ProductSizeNotFound", `Size ${sizeId ?? ""} is not found in ${name}`);
  return size.price === null
    ? errorInfo("Common", `Product ${name} is excluded from menu`)
    : undefined;
}

function priceRefusal(product: Product, item: RequestedItem, part: Part): ErrorInfo | undefined {
  const size = product.sizes.find(
    ({ id }) => id === (item.productSizeId ?? product.sizes[0]?.id ?? null),
  );
  if (part.price === null || size?.price === part.price) return undefined;
  return errorInfo("RequestProductPriceIsNotEqualToFrontPrice", null);
}
