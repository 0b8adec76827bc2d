import { type FastifyInstance } from "fastify";
import { z } from "zod";

import { ApiRefusal } from "../api-refusal";
import { ORDER_STATUSES } from "../orders/order-body";
import { type StoredOrder } from "../orders/stored-order";
import { type ControlParts } from "./control-parts";
import { readControlBody } from "./read-control-body";
import { toTillOrder } from "./till-order";

const statusSchema = z.strictObject({ status: z.enum(ORDER_STATUSES) });
/** Seconds from now, negative for the past; null removes the time. */
const noted = z.number().nullable().optional();
const timesSchema = z.strictObject({
  cookingStartTime: z.number().optional(),
  whenConfirmed: noted,
  whenPrinted: noted,
  whenCookingCompleted: noted,
  whenPacked: noted,
  whenSended: noted,
  whenDelivered: noted,
  whenClosed: noted,
});
const moveSchema = z.strictObject({ terminalGroupId: z.string().optional() });
const paceSchema = z.strictObject({
  speed: z.number().positive().optional(),
  paused: z.boolean().optional(),
});

/** Shows what the till has, and lets a test play the kitchen. */
export function orderControls(server: FastifyInstance, parts: ControlParts): void {
  const { orders, till } = parts;
  server.get("/_sandbox/orders", (request) => {
    const { creationStatus } = request.query as { creationStatus?: string };
    const wanted = orders
      .all()
      .filter((order) => !creationStatus || order.creationStatus === creationStatus);
    return { orders: wanted.map(toTillOrder) };
  });

  server.post("/_sandbox/orders/:id/status", (request) => {
    const { status } = readControlBody(statusSchema, request);
    const order = inTill(request.params);
    till.setStatus(order, status);
    return toTillOrder(order);
  });

  server.post("/_sandbox/orders/:id/times", (request) => {
    const order = inTill(request.params);
    till.note(order, readControlBody(timesSchema, request));
    return toTillOrder(order);
  });

  server.post("/_sandbox/orders/:id/move", (request) => {
    const { terminalGroupId } = readControlBody(moveSchema, request);
    const order = inTill(request.params);
    const groups = parts.live.restaurant.terminalGroups.filter(({ alive }) => alive);
    const target = terminalGroupId
      ? parts.live.restaurant.terminalGroups.find(({ id }) => id === terminalGroupId)
      : (groups.find(({ id }) => id !== order.terminalGroupId) ?? groups[0]);
    if (!target) throw new ApiRefusal(404, null, "No such terminal group");
    return toTillOrder(till.move(order, target.id));
  });

  paceControls(server, parts);

  function inTill(params: unknown): StoredOrder {
    const { id } = params as { id: string };
    const order = orders.get(id);
    if (!order?.order) throw new ApiRefusal(404, null, `The till does not have order ${id}`);
    return order;
  }
}

function paceControls(server: FastifyInstance, { kitchen }: ControlParts): void {
  server.get("/_sandbox/till", () => kitchen.pace);
  server.put("/_sandbox/till", (request) => {
    kitchen.setPace(readControlBody(paceSchema, request));
    return kitchen.pace;
  });
}
