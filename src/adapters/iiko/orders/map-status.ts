import { isUuid } from "../../../domain/ids";
import { OrderStatus } from "../../../domain/orders/order-status";
import { RefusalKind } from "../../../errors";
import { type PosOrderUpdate, type ReportedFailure } from "../../../ports/pos/pos-orders";
import { isDuplicateOrder, toPosFailure } from "../reasons/iiko-error";
import { kitchenSteps } from "./kitchen-steps";
import { type IikoOrderBody, type IikoOrderInfo } from "./order-schemas";
import { TillClock } from "./till-clock";

const STATUSES: Readonly<Record<string, OrderStatus>> = {
  unconfirmed: OrderStatus.UNCONFIRMED,
  waitcooking: OrderStatus.ACCEPTED,
  // Deprecated since front 9.0.6, but older POS versions still send it.
  readyforcooking: OrderStatus.QUEUED_FOR_COOKING,
  cookingstarted: OrderStatus.COOKING,
  cookingcompleted: OrderStatus.READY,
  waiting: OrderStatus.WAITING_FOR_COURIER,
  onway: OrderStatus.ON_THE_WAY,
  delivered: OrderStatus.DELIVERED,
  closed: OrderStatus.CLOSED,
  cancelled: OrderStatus.CANCELLED,
  // Not a status in iiko but its flag isDeleted: nobody will cook the order.
  deleted: OrderStatus.CANCELLED,
};

/**
 * Returns the default meaning of iiko's delivery status, or null for a word that this version does
 * not know.
 */
export function toOrderStatus(iikoStatus: string): OrderStatus | null {
  return STATUSES[iikoStatus.toLowerCase()] ?? null;
}

/** @param organizationId used when the order itself does not name its organization */
export function toPosOrderUpdate(info: IikoOrderInfo, organizationId: string): PosOrderUpdate {
  const creation = creationOf(info);
  const order = creation === "created" ? info.order : null;
  const rawStatus = order?.isDeleted ? "Deleted" : (order?.status ?? null);
  const clock = TillClock.of(order);
  return {
    posOrderId: info.id,
    organizationId: info.organizationId ?? organizationId,
    timestamp: toMilliseconds(info.timestamp),
    creation,
    failure: creation === "failed" ? failureOf(info) : null,
    rawStatus,
    status: rawStatus === null ? null : toOrderStatus(rawStatus),
    posNumber: order?.number ?? null,
    courier: courierOf(order),
    estimatedAt: clock.read(order?.estimatedTime),
    promisedAt: clock.read(order?.completeBefore),
    trackingUrl: webAddress(order?.trackingLink ?? null),
    cancelReason: cancelReason(order),
    movedToPosOrderId: uuid(order?.movedToDeliveryId),
    movedToOrganizationId: uuid(order?.movedToDeliveryId) && uuid(order?.movedToOrganizationId),
    steps: order ? kitchenSteps(order, clock) : [],
  };
}

function creationOf({
  creationStatus,
  errorInfo,
  order,
}: IikoOrderInfo): PosOrderUpdate["creation"] {
  switch (creationStatus?.toLowerCase()) {
    case "success":
      return "created";
    case "error":
      // The refusal of a second copy says nothing about the first one, which has the same id.
      return isDuplicateOrder(errorInfo?.code ?? "", errorInfo?.message ?? "")
        ? "pending"
        : "failed";
    case "inprogress":
      return "pending";
    default:
      return order ? "created" : "pending";
  }
}

/** A refused order that nevertheless has a POS id or body is not proven to be absent. */
function failureOf({ errorInfo, posId, order }: IikoOrderInfo): ReportedFailure {
  const failure = toPosFailure(errorInfo);
  return posId || order ? { ...failure, kind: RefusalKind.AMBIGUOUS } : failure;
}

function courierOf(order: IikoOrderBody | null): PosOrderUpdate["courier"] {
  const courier = order?.courierInfo?.courier;
  return courier?.name ? { name: courier.name, phone: courier.phone } : null;
}

function cancelReason(order: IikoOrderBody | null): string | null {
  const told = [order?.cancelInfo?.cause?.name, order?.cancelInfo?.comment].filter(Boolean);
  return told.length > 0 ? told.join(": ") : null;
}

function uuid(text: string | null | undefined): string | null {
  return text && isUuid(text) ? text : null;
}

/** Guests are sent there, so only a web address is acceptable. */
function webAddress(text: string | null): string | null {
  const url = text !== null && URL.canParse(text) ? new URL(text) : null;
  return url && ["https:", "http:"].includes(url.protocol) ? url.href : null;
}

/** One example in the contract shows seconds; recordings have milliseconds. */
function toMilliseconds(timestamp: number): number {
  return Math.round(timestamp < 1e11 ? timestamp * 1000 : timestamp);
}
