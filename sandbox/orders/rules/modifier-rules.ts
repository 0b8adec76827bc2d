import { type ModifierGroup, type Product } from "../../restaurant/model";
import { type RequestedModifier } from "../create-request";
import { type ErrorInfo, errorInfo } from "../error-info";
import { firstOf } from "./order-case";

/**
 * Checks what a guest added to one portion of `product`: every group must be known, filled, and not
 * overfilled.
 */
export function modifierRefusal(
  product: Product,
  chosen: readonly RequestedModifier[],
): ErrorInfo | undefined {
  return (
    firstOf(chosen.map((modifier) => misplaced(product, modifier))) ??
    repeated(chosen) ??
    firstOf(product.modifierGroups.map((group) => miscounted(product, group, chosen)))
  );
}

function misplaced(product: Product, modifier: RequestedModifier): ErrorInfo | undefined {
  const groupId = modifier.productGroupId ?? null;
  const candidates = product.modifierGroups.filter(({ id }) => id === groupId);
  if (groupId !== null && candidates.length === 0) {
    return errorInfo(
      "ProductGroupNotFound",
      `Product group ${groupId} is not found in ${product.name.trim()}`,
    );
  }
  if (
    candidates.some(({ modifiers }) =>
      modifiers.some(({ productId }) => productId === modifier.productId),
    )
  )
    return undefined;
  const elsewhere = product.modifierGroups.some(({ modifiers }) =>
    modifiers.some(({ productId }) => productId === modifier.productId),
  );
  return elsewhere
    ? errorInfo("Common", `Cannot find fixed group for modifier ${modifier.productId}`)
    : errorInfo(
        "ProductNotFound",
        `Modifier ${modifier.productId} is not found in ${product.name.trim()}`,
      );
}

function repeated(chosen: readonly RequestedModifier[]): ErrorInfo | undefined {
  const keys = chosen.map(
    ({ productId, productGroupId }) => `${productGroupId ?? ""}/${productId}`,
  );
  return new Set(keys).size < keys.length
    ? errorInfo("ModifierDuplicated", "Modifier is duplicated")
    : undefined;
}

function miscounted(
  product: Product,
  group: ModifierGroup,
  chosen: readonly RequestedModifier[],
): ErrorInfo | undefined {
  const amountOf = (modifierId: string) =>
    chosen.find(
      ({ productId, productGroupId }) =>
        productId === modifierId && (productGroupId ?? null) === group.id,
    )?.amount ?? 0;
  const actual = group.modifiers.reduce((sum, { productId }) => sum + amountOf(productId), 0);
  if (!fits(actual, group)) {
    const limits = `min = ${group.min}, max = ${group.max}, actual = ${actual}`;
    return errorInfo(
      "Common",
      `Product ${product.name.trim()} has invalid group amount: ${limits}`,
    );
  }
  // When the children have no restrictions of their own, their 0 and 0 mean nothing (recorded
  // menus).
  if (!group.childrenHaveOwnLimits) return undefined;
  const wrong = group.modifiers.find((modifier) => !fits(amountOf(modifier.productId), modifier));
  if (!wrong) return undefined;
  const limits = `min = ${wrong.min}, max = ${wrong.max}, actual = ${amountOf(wrong.productId)}`;
  return errorInfo("Common", `Modifier ${wrong.name.trim()} has invalid amount: ${limits}`);
}

/** A maximum of 0 means "no limit". */
function fits(amount: number, { min, max }: { min: number; max: number }): boolean {
  return amount >= min && (max === 0 || amount <= max);
}
