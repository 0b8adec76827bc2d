import { type OrderBody } from "./order-body";

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

/** The fields of an order that are still empty when the till accepts it. */
export function blanks(): Blanks {
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
