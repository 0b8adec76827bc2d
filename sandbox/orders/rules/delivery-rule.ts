import { judgeDelivery, WORDS_OF_REJECTION } from "../../delivery/judge-delivery";
import { findProduct, organizationOf, restrictionsOf } from "../../restaurant-index";
import { parseTerminalTime } from "../../terminal-time";
import { serviceTypeOf } from "../build-order-body";
import { type RequestedItem } from "../create-request";
import { errorInfo } from "../error-info";
import { requestedSubtotal } from "../order-money";
import { type OrderCase, type OrderRule } from "./order-case";

/** Refuses deliveries that the restrictions exclude by place, time or sum. */
export const deliveryRule: OrderRule = (orderCase) => {
  const { restaurant, request, switches, now } = orderCase;
  const { order, organizationId } = request;
  const isCourier = serviceTypeOf(restaurant, order) === "DeliveryByCourier";
  if (!switches.checkRestrictions || !isCourier) return undefined;
  const { timeZone } = organizationOf(restaurant, organizationId);
  const { rejectCode } = judgeDelivery(restrictionsOf(restaurant, organizationId), {
    terminalGroupId: request.terminalGroupId ?? "",
    organizationId,
    spot: spotOf(orderCase),
    dueAt: (order.completeBefore && parseTerminalTime(order.completeBefore, timeZone)) || null,
    now,
    timeZone,
    sum: requestedSubtotal(restaurant, { ...order, items: dishesOf(orderCase) }),
    weekBeginsOnSunday: switches.weekBeginsOnSunday,
  });
  return rejectCode === null ? undefined : errorInfo("Common", WORDS_OF_REJECTION[rejectCode]);
};

function spotOf({ request }: OrderCase) {
  const { coordinates, address } = request.order.deliveryPoint ?? {};
  const legacy = address?.type === "legacy" ? address : null;
  return {
    coordinates: coordinates ?? null,
    streetId: legacy?.street.id ?? null,
    house: legacy?.house ?? "",
  };
}

/** Leaves out the line that stands for the delivery itself. */
function dishesOf({ restaurant, request }: OrderCase): RequestedItem[] {
  return request.order.items.filter(
    (item) =>
      item.type !== "Product" || findProduct(restaurant, item.productId)?.type !== "SERVICE",
  );
}
