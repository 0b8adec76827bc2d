import { type Combo } from "../../restaurant/model";
import { findCombo } from "../../restaurant-index";
import { type CreateRequest, type RequestedItem } from "../create-request";
import { type ErrorInfo, errorInfo } from "../error-info";
import { firstOf, type OrderCase, type OrderRule } from "./order-case";

type RequestedCombo = NonNullable<CreateRequest["order"]["combos"]>[number];

/**
 * Every combo must be known, each of its groups must be filled with exactly one line, and its price
 * must be the menu's if prices are checked.
 */
export const comboRules: OrderRule = (orderCase) => {
  const { items, combos } = orderCase.request.order;
  const ids = (combos ?? []).map(({ id }) => id);
  if (new Set(ids).size < ids.length) return errorInfo("ComboDuplicated", "Combo is duplicated");
  const stray = items.find(
    ({ comboInformation }) => comboInformation && !ids.includes(comboInformation.comboId),
  );
  if (stray)
    return errorInfo("InvalidReferenceToCombo", "Item refers to a combo the order does not have");
  return firstOf((combos ?? []).map((combo) => comboRefusal(orderCase, combo, items)));
};

function comboRefusal(
  { restaurant, switches }: OrderCase,
  combo: RequestedCombo,
  items: readonly RequestedItem[],
): ErrorInfo | undefined {
  const known = findCombo(restaurant, combo.sourceId);
  if (!known) return errorInfo("InvalidReferenceToCombo", `Combo ${combo.sourceId} is not found`);
  const lines = items.filter(({ comboInformation }) => comboInformation?.comboId === combo.id);
  const filled = lines.map(({ comboInformation }) => comboInformation?.comboGroupId);
  const complete = known.groups.every(
    ({ id }) => filled.filter((groupId) => groupId === id).length === 1,
  );
  const sameAmount = lines.every(({ amount }) => amount === combo.amount);
  if (!complete || !sameAmount || lines.length !== known.groups.length) {
    return errorInfo("InvalidComboItemsAmount", `Combo ${known.name} has invalid items amount`);
  }
  const chosen = lines.map((line) => choiceOf(known, line));
  if (chosen.includes(undefined))
    return errorInfo("InvalidReferenceToCombo", "Item is not a choice of its combo group");
  const price = chosen.reduce((sum, choice) => sum + (choice?.surcharge ?? 0), known.price);
  const isAsPriced = !switches.checkPrices || combo.price === price;
  return isAsPriced ? undefined : errorInfo("RequestProductPriceIsNotEqualToFrontPrice", null);
}

function choiceOf({ groups }: Combo, line: RequestedItem) {
  const group = groups.find(({ id }) => id === line.comboInformation?.comboGroupId);
  const productId = line.type === "Product" ? line.productId : line.primaryComponent.productId;
  const sizeId = line.productSizeId ?? null;
  return group?.choices.find(
    (choice) => choice.productId === productId && choice.sizeId === sizeId,
  );
}
