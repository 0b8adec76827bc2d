import { stableId } from "../restaurant/stable-id";
import { type RequestedOrder } from "./create-request";
import { type OrderBody } from "./order-body";

/** The guest as shown by the till. */
export function customerOf(order: RequestedOrder): OrderBody["customer"] {
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

/** The delivery address as shown by the till. */
export function deliveryPointOf(order: RequestedOrder): OrderBody["deliveryPoint"] {
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
