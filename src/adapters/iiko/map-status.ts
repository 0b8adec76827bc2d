import { OrderStatus } from "../../domain/order-status";
import { RefusalKind } from "../../errors";
import { type PosFailure, type PosOrderUpdate } from "../../ports/pos";
import { isDuplicateOrder, toPosFailure } from "./iiko-error";
import { type IikoOrderBody, type IikoOrderInfo } from "./iiko-schemas";

const STATUSES: Readonly<Record<string, OrderStatus>> = {
  unconfirmed: OrderStatus.UNCONFIRMED,
  waitcooking: OrderStatus.ACCEPTED,
  // Deprecated since front 9.0.6, older tills still send it.
  readyforcooking: OrderStatus.QUEUED_FOR_COOKING,
  cookingstarted: OrderStatus.COOKING,
  cookingcompleted: OrderStatus.READY,
  waiting: OrderStatus.WAITING_FOR_COURIER,
  onway: OrderStatus.ON_THE_WAY,
  delivered: OrderStatus.DELIVERED,
  closed: OrderStatus.CLOSED,
  cancelled: OrderStatus.CANCELLED,
  // Not a status of iiko but its flag isDeleted: nobody will cook the order.
  deleted: OrderStatus.CANCELLED,
};

/** The default meaning of iiko's delivery status, null for a word this version does not know. */
export function toOrderStatus(iikoStatus: string): OrderStatus | null {
  return STATUSES[iikoStatus.toLowerCase()] ?? null;
}

/** @param organizationId used when the order itself does not name its organization */
export function toPosOrderUpdate(info: IikoOrderInfo, organizationId: string): PosOrderUpdate {
  const creation = creationOf(info);
  const order = creation === "created" ? info.order : null;
  const rawStatus = order?.isDeleted ? "Deleted" : (order?.status ?? null);
  return {
    posOrderId: info.id.toLowerCase(),
    organizationId: info.organizationId ?? organizationId,
    timestamp: toMilliseconds(info.timestamp),
    creation,
    failure: creation === "failed" ? failureOf(info) : null,
    rawStatus,
    status: rawStatus === null ? null : toOrderStatus(rawStatus),
    posNumber: order?.number ?? null,
    courier: courierOf(order),
    estimatedAt: order ? estimatedAt(order) : null,
    cancelReason: cancelReason(order),
    movedToPosOrderId: order?.movedToDeliveryId?.toLowerCase() ?? null,
  };
}

function creationOf({ creationStatus, errorInfo, order }: IikoOrderInfo): PosOrderUpdate["creation"] {
  switch (creationStatus?.toLowerCase()) {
    case "success":
      return "created";
    case "error":
      // The refusal of a second copy says nothing about the first one, which has the same id.
      return isDuplicateOrder(errorInfo?.code ?? "", errorInfo?.message ?? "") ? "pending" : "failed";
    case "inprogress":
      return "pending";
    default:
      return order ? "created" : "pending";
  }
}

/** A refused order that nevertheless has a till's id or body is not proven absent. */
function failureOf({ errorInfo, posId, order }: IikoOrderInfo): PosFailure {
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

/** One example of the contract shows seconds; recordings have milliseconds. */
function toMilliseconds(timestamp: number): number {
  return timestamp < 1e11 ? timestamp * 1000 : timestamp;
}

const HALF_HOUR_MS = 30 * 60_000;

/**
 * iiko writes the estimated time in the till's wall clock and no zone beside it. The offset is read off the order's
 * creation, which is told in both clocks; when the two cannot be the same moment, no time is better than a wrong one.
 */
function estimatedAt({ estimatedTime, whenCreated, whenReceivedByApi }: IikoOrderBody): Date | null {
  const [estimated, local, utc] = [estimatedTime, whenCreated, whenReceivedByApi].map(readClock);
  if (estimated === undefined || local === undefined || utc === undefined) return null;
  const offset = Math.round((local - utc) / HALF_HOUR_MS) * HALF_HOUR_MS;
  return Math.abs(local - utc - offset) > HALF_HOUR_MS / 3 ? null : new Date(estimated - offset);
}

/** Reads `2026-10-12 18:30:05.100` as if it were UTC. */
function readClock(text: string | null): number | undefined {
  const moment = text === null ? Number.NaN : Date.parse(`${text.trim().replace(" ", "T")}Z`);
  return Number.isNaN(moment) ? undefined : moment;
}
