import { organizationOf } from "../../restaurant-index";
import { parseTerminalTime } from "../../terminal-time";
import { serviceTypeOf } from "../build-order-body";
import { errorInfo } from "../error-info";
import { firstOf, type OrderRule } from "./order-case";

const DAY_MS = 24 * 3_600_000;
/** iiko accepts orders from today to sixty days ahead (its contract). */
const LATEST_DAYS = 60;

const terminalGroupIsKnown: OrderRule = ({ restaurant, request }) => {
  const { terminalGroupId } = request;
  if (!terminalGroupId)
    return errorInfo("TerminalGroupIdNotDetermined", "Terminal group id is not determined");
  const group = restaurant.terminalGroups.find(({ id }) => id === terminalGroupId);
  if (group?.organizationId !== request.organizationId) {
    return errorInfo(
      "TerminalGroupUnregistered",
      `Terminal group ${terminalGroupId} is not registered`,
    );
  }
  return undefined;
};

const phoneIsInternational: OrderRule = ({ request }) => {
  const { phone, phoneExtension } = request.order;
  if (!/^\+\d{7,39}$/.test(phone))
    return errorInfo("InvalidPhone", "Phone must start with + and have 8 to 40 characters");
  if (phoneExtension && !/^\d+$/.test(phoneExtension))
    return errorInfo("InvalidPhone", "Phone extension must be digits");
  return undefined;
};

const orderTypeIsKnown: OrderRule = ({ restaurant, request }) => {
  const { orderTypeId, orderServiceType } = request.order;
  if (orderTypeId && orderServiceType)
    return errorInfo(
      "IncorrectOrderType",
      "Only one of orderTypeId and orderServiceType can be specified",
    );
  if (!orderTypeId)
    return orderServiceType
      ? undefined
      : errorInfo("IncorrectOrderType", "Order type is not specified");
  const kind = restaurant.orderTypes.find(({ id }) => id === orderTypeId);
  if (!kind || kind.isDeleted)
    return errorInfo("OrderTypeNotFound", `Entity not found: id=${orderTypeId}, type=IOrderType`);
  if (kind.orderServiceType === "Common")
    return errorInfo("IncorrectOrderType", "Order type is not a delivery");
  return undefined;
};

const serviceIsOffered: OrderRule = ({ restaurant, request, switches }) => {
  const offered = {
    CourierOnly: "DeliveryByCourier",
    SelfServiceOnly: "DeliveryByClient",
    CourierAndSelfService: null,
  };
  const only = offered[switches.deliveryServiceType];
  const service = serviceTypeOf(restaurant, request.order);
  return only === null || only === service
    ? undefined
    : errorInfo("IncorrectOrderType", `${service} is not allowed by the organization's settings`);
};

const marketingSourceIsKnown: OrderRule = ({ restaurant, request, switches }) => {
  const { marketingSourceId } = request.order;
  const isDemanded = switches.marketingSourceRequired;
  if (!marketingSourceId)
    return isDemanded
      ? errorInfo("MarketingSourceNotFound", "Marketing source must be specified")
      : undefined;
  const source = restaurant.marketingSources.find(({ id }) => id === marketingSourceId);
  return source && !source.isDeleted
    ? undefined
    : errorInfo("MarketingSourceNotFound", `Marketing source ${marketingSourceId} is not found`);
};

const addressFitsService: OrderRule = ({ restaurant, request, switches }) => {
  const { deliveryPoint } = request.order;
  const service = serviceTypeOf(restaurant, request.order);
  if (service === "DeliveryByClient") {
    return deliveryPoint
      ? errorInfo("Common", "Self-service delivery can not have an address")
      : undefined;
  }
  const address = deliveryPoint?.address;
  if (!address) return errorInfo("AddressNotFound", "Delivery by courier must have an address");
  if (address.type === "city") {
    return switches.addressesInOneLine
      ? undefined
      : errorInfo("Line1Disabled", "Address line 1 is disabled in the settings");
  }
  if (switches.addressesInOneLine)
    return errorInfo("AddressNotFound", "Address must be one line by the settings");
  const { street } = address;
  const named = street.classifierId ?? street.id ?? (street.name && street.city);
  if (!named)
    return errorInfo("AddressNotFound", "Street must have classifierId, id, or name with city");
  return address.house.trim() === ""
    ? errorInfo("HomeNotFound", "House is not specified")
    : undefined;
};

const customerHasName: OrderRule = ({ request, switches }) => {
  const { customer } = request.order;
  if (!customer) return undefined;
  if (customer.type === "one-time") {
    const refused = switches.refuseAnonymousGuests;
    return refused
      ? errorInfo("AnonymousCustomerDisabled", "Anonymous customers are not allowed")
      : undefined;
  }
  return customer.id || customer.name?.trim()
    ? undefined
    : errorInfo("CustomerNameNotSpecified", "Customer name is not specified");
};

const timeIsAhead: OrderRule = ({ restaurant, request, now }) => {
  const { completeBefore } = request.order;
  if (!completeBefore) return undefined;
  const due = parseTerminalTime(
    completeBefore,
    organizationOf(restaurant, request.organizationId).timeZone,
  );
  if (due === undefined || due < now)
    return errorInfo("TooSmallDeliveryDate", "Order has too small delivery date");
  if (due > now + LATEST_DAYS * DAY_MS)
    return errorInfo("Common", "Delivery date is more than 60 days ahead");
  return undefined;
};

/** Checks who ordered, where and for when. */
export const headRules: OrderRule = (orderCase) =>
  firstOf(
    [
      terminalGroupIsKnown,
      phoneIsInternational,
      orderTypeIsKnown,
      serviceIsOffered,
      marketingSourceIsKnown,
      addressFitsService,
      customerHasName,
      timeIsAhead,
    ].map((rule) => rule(orderCase)),
  );
