import { type Restaurant } from "../restaurant/model";
import { stableId } from "../restaurant/stable-id";
import { organizationOf } from "../restaurant-index";
import { parseTerminalTime, toTerminalTime, toUtcTime } from "../terminal-time";
import { blanks } from "./blank-order";
import { type RequestedOrder } from "./create-request";
import { type OrderBody } from "./order-body";
import { customerOf, deliveryPointOf } from "./order-guest";
import { orderMoney } from "./order-money";
import { type StoredOrder } from "./stored-order";

const MINUTE_MS = 60_000;
/** How long a delivery takes when the order does not specify it. */
const USUAL_DURATION_MINUTES = 60;

/** Builds the order as the till has it when it accepts it. `stored` has passed every rule. */
export function buildOrderBody(
  restaurant: Restaurant,
  stored: StoredOrder,
  taken: { number: number; now: number; unconfirmed: boolean },
): OrderBody {
  const { order } = stored.request;
  const now = toTerminalTime(taken.now, organizationOf(restaurant, stored.organizationId).timeZone);
  return {
    ...blanks(),
    ...times(restaurant, stored, taken.now),
    ...orderMoney(restaurant, order),
    customer: customerOf(order),
    phone: order.phone,
    phoneExtension: order.phoneExtension ?? null,
    deliveryPoint: deliveryPointOf(order),
    status: taken.unconfirmed ? "Unconfirmed" : "WaitCooking",
    whenCreated: now,
    whenConfirmed: taken.unconfirmed ? null : now,
    comment: order.comment ?? null,
    marketingSource: marketingSourceOf(restaurant, order),
    menuId: order.menuId ?? null,
    deliveryZone: order.deliveryZone ?? null,
    number: taken.number,
    sourceKey: stored.sourceKey,
    guestsInfo: guestsOf(order),
    orderType: orderTypeOf(restaurant, order),
    terminalGroupId: stored.terminalGroupId ?? "",
    loyaltyInfo: loyaltyInfoOf(order),
    externalData: order.externalData?.map(({ key, value }) => ({ key, value })) ?? null,
  };
}

/** How the guest receives the order, according to the request or else to its order type. */
export function serviceTypeOf(
  restaurant: Restaurant,
  order: RequestedOrder,
): "DeliveryByCourier" | "DeliveryByClient" {
  if (order.orderServiceType) return order.orderServiceType;
  const kind = restaurant.orderTypes.find(({ id }) => id === order.orderTypeId);
  return kind?.orderServiceType === "DeliveryPickUp" ? "DeliveryByClient" : "DeliveryByCourier";
}

function times(restaurant: Restaurant, stored: StoredOrder, now: number) {
  const { timeZone } = organizationOf(restaurant, stored.organizationId);
  const { completeBefore, deliveryDuration } = stored.request.order;
  const minutes = deliveryDuration ?? USUAL_DURATION_MINUTES;
  const due =
    (completeBefore ? parseTerminalTime(completeBefore, timeZone) : undefined) ??
    now + minutes * MINUTE_MS;
  return {
    completeBefore: toTerminalTime(due, timeZone),
    isAsap: !completeBefore,
    deliveryDuration: minutes,
    cookingStartTime: toTerminalTime(Math.max(now, due - minutes * MINUTE_MS), timeZone),
    whenReceivedByApi: toUtcTime(stored.receivedAt),
    whenReceivedFromFront: toUtcTime(now),
  };
}

function marketingSourceOf(
  restaurant: Restaurant,
  { marketingSourceId }: RequestedOrder,
): OrderBody["marketingSource"] {
  const source = restaurant.marketingSources.find(({ id }) => id === marketingSourceId);
  return source ? { id: source.id, name: source.name } : null;
}

function orderTypeOf(restaurant: Restaurant, order: RequestedOrder): OrderBody["orderType"] {
  const orderServiceType = serviceTypeOf(restaurant, order);
  const dictionaryName =
    orderServiceType === "DeliveryByClient" ? "DeliveryPickUp" : "DeliveryByCourier";
  const kind =
    restaurant.orderTypes.find(({ id }) => id === order.orderTypeId) ??
    restaurant.orderTypes.find(
      (candidate) => candidate.orderServiceType === dictionaryName && !candidate.isDeleted,
    );
  return {
    id: kind?.id ?? stableId("order type", dictionaryName),
    name: kind?.name ?? "",
    orderServiceType,
  };
}

function guestsOf({ guests }: RequestedOrder): OrderBody["guestsInfo"] {
  const { count, splitBetweenPersons } = guests ?? { count: 1 };
  return { count, splitBetweenPersons: splitBetweenPersons ?? false };
}

function loyaltyInfoOf({ loyaltyInfo }: RequestedOrder): OrderBody["loyaltyInfo"] {
  if (!loyaltyInfo) return null;
  return {
    coupon: loyaltyInfo.coupon ?? null,
    appliedManualConditions: loyaltyInfo.applicableManualConditions ?? null,
  };
}
