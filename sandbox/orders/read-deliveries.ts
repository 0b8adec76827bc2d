import { z } from "zod";

import { ApiRefusal } from "../api-refusal";
import { parseRequest } from "../parse-request";
import { type Restaurant } from "../restaurant/model";
import { organizationOf } from "../restaurant-index";
import { type ApiRoutes } from "../server/api-routes";
import { parseTerminalTime } from "../terminal-time";
import { ORDER_STATUSES } from "./order-body";
import { type OrderStore } from "./order-store";
import { presentOrder } from "./present-order";
import { type StoredOrder } from "./stored-order";

const DAY_MS = 24 * 3_600_000;
const MOST_IDS = 200;

const ids = z.array(z.guid()).max(MOST_IDS, `no more than ${MOST_IDS} ids`).nullish();
const sourceKeys = z.array(z.string()).nullish();
const byIdSchema = z.object({
  organizationId: z.guid(),
  orderIds: ids,
  posOrderIds: ids,
  sourceKeys,
  returnExternalDataKeys: z.array(z.string()).nullish(),
});
const byRevisionSchema = z.object({
  startRevision: z.number().int(),
  organizationIds: z.array(z.guid()),
  sourceKeys,
});
const byDateSchema = z.object({
  organizationIds: z.array(z.guid()),
  deliveryDateFrom: z.string(),
  deliveryDateTo: z.string().nullish(),
  statuses: z.array(z.enum(ORDER_STATUSES)).nullish(),
  sourceKeys,
  courierIds: z.array(z.guid()).nullish(),
});

/** The delivery reads: by id, by revision, and by day and status. */
export function readDeliveries(restaurant: () => Restaurant, orders: OrderStore): ApiRoutes {
  return {
    "/api/1/deliveries/by_id": (body) => byId(orders, parseRequest(byIdSchema, body)),
    "/api/1/deliveries/by_revision": (body) =>
      byRevision(orders, parseRequest(byRevisionSchema, body)),
    "/api/1/deliveries/by_delivery_date_and_status": (body) =>
      byDate(restaurant(), orders, parseRequest(byDateSchema, body)),
  };
}

function byId(orders: OrderStore, request: z.infer<typeof byIdSchema>): object {
  const { orderIds, posOrderIds, organizationId, returnExternalDataKeys } = request;
  if (Boolean(orderIds) === Boolean(posOrderIds)) {
    throw new ApiRefusal(
      400,
      "INVALID_BODY_JSON_FORMAT",
      "Exactly one of orderIds and posOrderIds must be specified",
    );
  }
  const wanted = new Set(
    [...(orderIds ?? []), ...(posOrderIds ?? [])].map((id) => id.toLowerCase()),
  );
  const found = orderIds
    ? [...wanted].flatMap((id) => orders.get(id) ?? [])
    : orders.all().filter(({ posId }) => posId !== null && wanted.has(posId));
  return {
    orders: found
      .filter(
        (order) => order.organizationId === organizationId && hasSource(order, request.sourceKeys),
      )
      .map((order) => presentOrder(order, returnExternalDataKeys ?? [])),
  };
}

function byRevision(orders: OrderStore, request: z.infer<typeof byRevisionSchema>): object {
  const { startRevision, organizationIds } = request;
  if (startRevision < orders.oldestRevision(Date.now())) {
    throw new ApiRefusal(400, "TOO_OLD_REVISION", "Revision is older than 3 hours");
  }
  const changed = orders
    .all()
    .filter((order) => order.revision > startRevision && hasSource(order, request.sourceKeys));
  return feed(orders, organizationIds, changed);
}

function byDate(
  restaurant: Restaurant,
  orders: OrderStore,
  request: z.infer<typeof byDateSchema>,
): object {
  const { organizationIds, deliveryDateFrom, deliveryDateTo, statuses, courierIds } = request;
  const windows = new Map(
    organizationIds.map((id) => [
      id,
      windowOf(organizationOf(restaurant, id).timeZone, deliveryDateFrom, deliveryDateTo),
    ]),
  );
  const found = orders.all().filter(({ organizationId, order, ...stored }) => {
    const window = windows.get(organizationId);
    if (!order || !window) return false;
    const due =
      parseTerminalTime(
        order.completeBefore,
        organizationOf(restaurant, organizationId).timeZone,
      ) ?? 0;
    return (
      due >= window.from &&
      due <= window.to &&
      (!statuses || statuses.includes(order.status)) &&
      (!courierIds || courierIds.includes(order.courierInfo?.courier.id ?? "")) &&
      hasSource(stored, request.sourceKeys)
    );
  });
  return feed(orders, organizationIds, found);
}

/**
 * @throws {ApiRefusal} HTTP 400 for another format, HTTP 422 for a window of more than 24 hours, as
 *   one integration recorded
 */
function windowOf(
  timeZone: string,
  from: string,
  to: string | null | undefined,
): { from: number; to: number } {
  const start = parseTerminalTime(from, timeZone);
  const end = to ? parseTerminalTime(to, timeZone) : (start ?? 0) + DAY_MS;
  if (start === undefined || end === undefined) {
    throw new ApiRefusal(
      400,
      "INVALID_BODY_JSON_FORMAT",
      "Dates must have the format yyyy-MM-dd HH:mm:ss.fff",
    );
  }
  if (end - start > DAY_MS)
    throw new ApiRefusal(422, "TOO_MANY_DATA_REQUESTED", "Too many data requested");
  return { from: start, to: end };
}

function feed(
  orders: OrderStore,
  organizationIds: readonly string[],
  found: readonly StoredOrder[],
): object {
  return {
    maxRevision: orders.revision,
    ordersByOrganizations: organizationIds.map((organizationId) => ({
      organizationId,
      orders: found
        .filter((order) => order.organizationId === organizationId)
        .sort((one, other) => one.revision - other.revision)
        .map((order) => presentOrder(order)),
    })),
  };
}

function hasSource(
  { sourceKey }: Pick<StoredOrder, "sourceKey">,
  wanted: readonly string[] | null | undefined,
): boolean {
  return !wanted?.length || (sourceKey !== null && wanted.includes(sourceKey));
}
