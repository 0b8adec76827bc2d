import { type PosExchange, PosRejected } from "../../../errors";
import {
  type PosOrderUpdate,
  type ReportedFailure,
  type Submission,
} from "../../../ports/pos/pos-orders";
import { isDuplicateOrder, toPosFailure } from "../reasons/iiko-error";
import { toPosOrderUpdate } from "./map-status";
import { type IikoOrderInfo } from "./order-schemas";

/** @throws {PosRejected} the creation status is Error */
export function toSubmission(
  orderInfo: IikoOrderInfo,
  organizationId: string,
  exchange: PosExchange,
): Submission {
  const { code, message } = orderInfo.errorInfo ?? {};
  const update = toPosOrderUpdate(orderInfo, organizationId);
  if (update.creation === "created") return { kind: "created", existed: false, exchange };
  if (update.failure) throw refused(update.failure, exchange, { proven: true });
  if (!isDuplicateOrder(code ?? "", message ?? ""))
    return { kind: "pending", existed: false, exchange };
  throw refused(toPosFailure(orderInfo.errorInfo), exchange);
}

function refused(
  { code, message, kind, reason }: ReportedFailure,
  exchange: PosExchange,
  { proven = false } = {},
): PosRejected {
  return new PosRejected(message, { posCode: code, kind, reason, proven, exchange });
}

/**
 * Returns what follows when iiko answers that it already has an order with this id.
 *
 * @param found what iiko returned when asked about that order
 * @throws {PosRejected} that order has failed permanently
 */
export function adopted(
  found: readonly PosOrderUpdate[],
  posOrderId: string,
  duplicate: PosRejected,
): Submission {
  const earlier = found.find((order) => order.posOrderId === posOrderId.toLowerCase());
  const exchange = duplicate.exchange ?? { correlationId: null, request: null, response: null };
  if (earlier?.failure) throw refused(earlier.failure, exchange, { proven: true });
  return { kind: earlier?.creation === "created" ? "created" : "pending", existed: true, exchange };
}
