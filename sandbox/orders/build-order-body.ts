import { organizationOf } from "../restaurant-index";
import { stableId } from "../restaurant/stable-id";
import { type Restaurant } from "../restaurant/model";
import { parseTerminalTime, toTerminalTime, toUtcTime } from "../terminal-time";
import { type RequestedOrder } from "./create-request";
import { type OrderBody } from "./order-body";
import { orderMoney } from "./order-money";
import { type StoredOrder } from "./stored-order";

const MINUTE_MS = 60_000;
/** How long a delivery takes when the order does not say. */
const USUAL_DURATION_MINUTES = 60;

type Blanks = Pick<
  OrderBody,
  | "parentDeliveryId"
  | "cancelInfo"
  | "courierInfo"
  | "whenPrinted"
  | "whenCookingCompleted"
  | "whenSended"
  | "whenDelivered"
  | "problem"
  | "operator"
  | "indexInCourierRoute"
  | "isDeleted"
  | "movedFromDeliveryId"
  | "movedFromTerminalGroupId"
  | "movedFromOrganizationId"
  | "externalCourierService"
  | "movedToDeliveryId"
  | "movedToTerminalGroupId"
  | "movedToOrganizationId"
  | "estimatedTime"
  | "whenPacked"
  | "whenBillPrinted"
  | "whenClosed"
  | "conception"
>;

function blanks(): Blanks {
  return {
    parentDeliveryId: null,
    cancelInfo: null,
    courierInfo: null,
    whenPrinted: null,
    whenCookingCompleted: null,
    whenSended: null,
    whenDelivered: null,
    problem: null,
    operator: null,
    indexInCourierRoute: null,
    isDeleted: false,
    movedFromDeliveryId: null,
    movedFromTerminalGroupId: null,
    movedFromOrganizationId: null,
    externalCourierService: null,
    movedToDeliveryId: null,
    movedToTerminalGroupId: null,
    movedToOrganizationId: null,
    estimatedTime: null,
    whenPacked: null,
    whenBillPrinted: null,
    whenClosed: null,
    conception: null,
  };
}

/** The order as the till has it the moment it takes it. `stored` has passed every rule. */
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
    guestsInfo: order.guests
      ? {
          count: order.guests.count,
          splitBetweenPersons: order.guests.splitBetweenPersons ?? false,
        }
      : { count: 1, splitBetweenPersons: false },
    orderType: orderTypeOf(restaurant, order),
    terminalGroupId: stored.terminalGroupId ?? "",
    loyaltyInfo: order.loyaltyInfo
      ? {
          coupon: order.loyaltyInfo.coupon ?? null,
          appliedManualConditions: order.loyaltyInfo.applicableManualConditions ?? null,
        }
      : null,
    externalData: order.externalData?.map(({ key, value }) => ({ key, value })) ?? null,
  };
}

/** How the guest gets the order: what the request says, or what its order type says. */
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

function customerOf(order: RequestedOrder): OrderBody["customer"] {
  const { customer, phone } = order;
  if (!customer) return null;
  if (customer.type === "one-time") return { type: "one-time", name: customer.name };
  return {
    type: "regular",
    id: customer.id ?? stableId("customer", phone),
    name: customer.name ?? "",
    surname: customer.surname ?? null,
    comment: customer.comment ?? null,
    gender: customer.gender ?? "NotSpecified",
    inBlacklist: false,
    blacklistReason: null,
    birthdate: customer.birthdate ?? null,
  };
}

function deliveryPointOf(order: RequestedOrder): OrderBody["deliveryPoint"] {
  const { deliveryPoint } = order;
  if (!deliveryPoint) return null;
  return {
    coordinates: deliveryPoint.coordinates ?? null,
    address: deliveryPoint.address ? addressOf(deliveryPoint.address) : null,
    externalCartographyId: deliveryPoint.externalCartographyId ?? null,
    comment: deliveryPoint.comment ?? null,
  };
}

function addressOf(address: NonNullable<NonNullable<RequestedOrder["deliveryPoint"]>["address"]>) {
  const { flat, entrance, floor, doorphone } = address;
  const common = {
    flat: flat ?? "",
    entrance: entrance ?? "",
    floor: floor ?? "",
    doorphone: doorphone ?? "",
    region: null,
  };
  if (address.type === "city")
    return { street: null, index: "", house: null, building: "", ...common, line1: address.line1 };
  const city = address.street.city ?? "";
  const name = address.street.name ?? "";
  return {
    street: {
      id: address.street.id ?? stableId("street", `${city}/${name}`),
      name,
      city: { id: stableId("city", city), name: city },
    },
    index: address.index ?? "",
    house: address.house,
    building: address.building ?? "",
    ...common,
    line1: null,
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
