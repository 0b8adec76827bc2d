import { ApiRefusal } from "../api-refusal";
import { type Restaurant } from "../restaurant/model";
import { organizationOf } from "../restaurant-index";
import { parseTerminalTime } from "../terminal-time";
import { type CreateRequest } from "./create-request";
import { type ErrorInfo } from "./error-info";
import { comboRules } from "./rules/combo-rules";
import { deliveryRule } from "./rules/delivery-rule";
import { headRules } from "./rules/head-rules";
import { itemRules } from "./rules/item-rules";
import { moneyRules } from "./rules/money-rules";
import { firstOf, type OrderCase } from "./rules/order-case";
import { stopListRule } from "./rules/stop-list-rule";

/** Returns why the till would refuse the order, or undefined when it would accept it. */
export function orderRefusal(orderCase: OrderCase): ErrorInfo | undefined {
  return firstOf(
    [headRules, itemRules, comboRules, moneyRules, stopListRule, deliveryRule].map((rule) =>
      rule(orderCase),
    ),
  );
}

/**
 * Checks what iiko Cloud itself notices before the order travels to a till.
 *
 * @throws {ApiRefusal} HTTP 400 when the request contradicts itself
 */
export function refuseContradictions(restaurant: Restaurant, request: CreateRequest): void {
  const { order, createOrderSettings, terminalGroupId, organizationId } = request;
  if (Boolean(order.orderTypeId) === Boolean(order.orderServiceType)) {
    throw malformed(
      "Exactly one of order.orderTypeId and order.orderServiceType must be specified",
    );
  }
  if (createOrderSettings?.checkStopList === true && !terminalGroupId) {
    throw malformed("checkStopList can not be used without terminalGroupId");
  }
  const { timeZone } = organizationOf(restaurant, organizationId);
  if (order.completeBefore && parseTerminalTime(order.completeBefore, timeZone) === undefined) {
    throw malformed("order.completeBefore must have the format yyyy-MM-dd HH:mm:ss.fff");
  }
  if (order.discountsInfo?.discounts?.length === 0)
    throw malformed("order.discountsInfo.discounts must not be empty");
}

function malformed(reason: string): ApiRefusal {
  return new ApiRefusal(400, "INVALID_BODY_JSON_FORMAT", reason);
}
