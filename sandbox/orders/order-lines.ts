import { randomUUID } from "node:crypto";

import { roubles, sumOf } from "../money";
import { type Restaurant } from "../restaurant/model";
import { priceWithSize } from "../restaurant/option";
import { findProduct } from "../restaurant-index";
import { type RequestedItem, type RequestedModifier } from "./create-request";
import {
  type CompoundComponent,
  type CompoundLine,
  type Named,
  type OrderModifier,
  type ProductLine,
} from "./order-body";

type RequestedComponent = Extract<RequestedItem, { type: "Compound" }>["primaryComponent"];

/**
 * The line as shown by the till. Its sum is amount × (price + Σ modifier price × modifier amount).
 */
export function toOrderLine(
  restaurant: Restaurant,
  item: RequestedItem,
): ProductLine | CompoundLine {
  const productId = item.type === "Product" ? item.productId : item.primaryComponent.productId;
  const common = {
    status: "Added" as const,
    deleted: null,
    amount: item.amount,
    comment: item.comment ?? null,
    whenPrinted: null,
    size: sizeOf(restaurant, productId, item.productSizeId),
    comboInformation: item.comboInformation
      ? {
          comboId: item.comboInformation.comboId,
          comboSourceId: item.comboInformation.comboSourceId,
          groupId: item.comboInformation.comboGroupId,
          groupName: item.comboInformation.comboGroupName ?? null,
        }
      : null,
  };
  if (item.type === "Compound")
    return { type: "Compound", ...common, ...components(restaurant, item) };
  return {
    type: "Product",
    ...component(restaurant, item, item.amount, item.productSizeId ?? null),
    ...common,
  };
}

/**
 * Returns what the line adds to the order's sum, in roubles. A combo has its own price, so its
 * components add only what the guest chose on top: the paid modifiers.
 */
export function lineSum(line: ProductLine | CompoundLine): number {
  const parts =
    line.type === "Product"
      ? [line]
      : [line.primaryComponent, ...(line.secondaryComponent ? [line.secondaryComponent] : [])];
  const modifiers = [
    ...parts.flatMap((part) => part.modifiers),
    ...(line.type === "Compound" ? line.commonModifiers : []),
  ];
  const base = line.comboInformation ? [] : parts.map((part) => part.cost);
  return sumOf([...base, ...modifiers.map((modifier) => modifier.resultSum)]);
}

function components(restaurant: Restaurant, item: Extract<RequestedItem, { type: "Compound" }>) {
  // The amount is that of the whole dish; a component has no amount of its own, so its price is
  // usually for its half.
  const { primaryComponent: first, secondaryComponent: second } = item;
  const share = second && restaurant.halvesAreHalved ? item.amount / 2 : item.amount;
  const sizeId = item.productSizeId ?? null;
  return {
    primaryComponent: component(restaurant, first, share, sizeId),
    secondaryComponent: second ? component(restaurant, second, share, sizeId) : null,
    commonModifiers: toModifiers(
      findProduct(restaurant, first.productId),
      item.commonModifiers,
      item.amount,
      sizeId,
    ),
  };
}

function component(
  restaurant: Restaurant,
  requested: RequestedComponent,
  amount: number,
  sizeId: string | null,
): CompoundComponent {
  const price = requested.price ?? 0;
  const product = findProduct(restaurant, requested.productId);
  return {
    product: { id: requested.productId, name: product?.name.trim() ?? "" },
    modifiers: toModifiers(product, requested.modifiers, amount, sizeId),
    price,
    cost: roubles(price * amount),
    pricePredefined: true,
    positionId: requested.positionId ?? randomUUID(),
    taxPercent: null,
    resultSum: roubles(price * amount),
  };
}

function toModifiers(
  product: ReturnType<typeof findProduct>,
  modifiers: readonly RequestedModifier[] | null | undefined,
  portions: number,
  sizeId: string | null,
): OrderModifier[] {
  const groups = product?.modifierGroups ?? [];
  return (modifiers ?? []).map((requested) => {
    const group = groups.find(({ id }) => id === (requested.productGroupId ?? null));
    const listed = [...(group ? [group] : []), ...groups].flatMap((any) => any.modifiers);
    const known = listed.find((modifier) => modifier.productId === requested.productId);
    const price = requested.price ?? (known ? priceWithSize(known, sizeId) : 0);
    return {
      product: { id: requested.productId, name: known?.name.trim() ?? "" },
      amount: requested.amount,
      amountIndependentOfParentAmount: false,
      productGroup: group?.id ? { id: group.id, name: group.name } : null,
      price,
      pricePredefined: false,
      resultSum: roubles(price * requested.amount * portions),
      deleted: null,
      positionId: requested.positionId ?? randomUUID(),
      defaultAmount: null,
      hideIfDefaultAmount: false,
      taxPercent: null,
      freeOfChargeAmount: null,
    };
  });
}

function sizeOf(
  restaurant: Restaurant,
  productId: string,
  sizeId: string | null | undefined,
): Named | null {
  const size = findProduct(restaurant, productId)?.sizes.find(({ id }) => id === sizeId);
  return size?.id ? { id: size.id, name: size.name ?? "" } : null;
}
