import { z } from "zod";

import { ApiRefusal } from "../api-refusal";
import { parseRequest } from "../parse-request";
import { type ApiCall, type ApiRoutes } from "../server/api-routes";
import { type Till } from "../till/till";
import { type Timers } from "../timers";
import { API_STATUSES, type Mutation } from "./command";
import { type Commands } from "./commands";
import { type OrderStore } from "./order-store";
import { type StoredOrder } from "./stored-order";

const orderSchema = z.object({ organizationId: z.guid(), orderId: z.guid() });
const statusSchema = orderSchema.extend({
  deliveryStatus: z.enum(["Waiting", "OnWay", "Delivered"]),
});
const cancelSchema = orderSchema.extend({
  cancelCauseId: z.guid().nullish(),
  cancelComment: z.string().nullish(),
  removalTypeId: z.guid().nullish(),
});

/**
 * The calls that change an order: accepted immediately, carried out at the till a moment later, and
 * reported by `commands/status`.
 */
export class ChangeDelivery {
  constructor(
    private readonly parts: {
      readonly orders: OrderStore;
      readonly commands: Commands;
      readonly till: Till;
      readonly timers: Timers;
      /** How long a command takes to reach the till. */
      readonly delayMs: number;
    },
  ) {}

  routes(): ApiRoutes {
    const simple = (mutation: Mutation) => (body: unknown, call: ApiCall) =>
      this.send(parseRequest(orderSchema, body), mutation, call);
    return {
      "/api/1/deliveries/update_order_delivery_status": (body, call) => {
        const { deliveryStatus, ...target } = parseRequest(statusSchema, body);
        return this.send(target, { kind: "status", status: deliveryStatus }, call);
      },
      "/api/1/deliveries/cancel": (body, call) => {
        const {
          cancelCauseId: causeId = null,
          cancelComment,
          removalTypeId,
          ...target
        } = parseRequest(cancelSchema, body);
        const writesOff = Boolean(removalTypeId);
        return this.send(
          target,
          { kind: "cancel", causeId, comment: cancelComment ?? null, writesOff },
          call,
        );
      },
      "/api/1/deliveries/confirm": simple({ kind: "confirm" }),
      "/api/1/deliveries/cancel_confirmation": simple({ kind: "unconfirm" }),
      "/api/1/deliveries/close": simple({ kind: "close" }),
    };
  }

  /** Resumes what was in progress when the sandbox stopped. */
  resume(): void {
    for (const [correlationId] of this.parts.commands.unfinishedMutations())
      this.carryOut(correlationId);
  }

  private send(
    target: z.infer<typeof orderSchema>,
    mutation: Mutation,
    { correlationId }: ApiCall,
  ): object {
    const order = this.parts.orders.get(target.orderId);
    if (order?.organizationId !== target.organizationId)
      throw new ApiRefusal(400, "ORDER_NOT_FOUND", "Order not found");
    this.parts.commands.begin(correlationId, order.organizationId, order.id, mutation);
    this.carryOut(correlationId);
    return {};
  }

  private carryOut(correlationId: string): void {
    this.parts.timers.after(this.parts.delayMs, () => {
      const command = this.parts.commands
        .unfinishedMutations()
        .find(([id]) => id === correlationId)?.[1];
      const order = command && this.parts.orders.get(command.orderId);
      if (!order || !command.mutation) return;
      const refusal = refusalOf(order, command.mutation);
      if (refusal === null) this.apply(order, command.mutation, correlationId);
      this.parts.commands.finish(correlationId, refusal);
    });
  }

  private apply(order: StoredOrder, mutation: Mutation, correlationId: string): void {
    switch (mutation.kind) {
      case "status":
        this.parts.till.setStatus(order, mutation.status, correlationId);
        break;
      case "confirm":
        if (order.order?.status === "Unconfirmed")
          this.parts.till.setStatus(order, "WaitCooking", correlationId);
        break;
      case "unconfirm":
        this.parts.till.setStatus(order, "Unconfirmed", correlationId);
        break;
      case "close":
        this.parts.till.setStatus(order, "Closed", correlationId);
        break;
      case "cancel":
        if (order.order?.status !== "Cancelled")
          this.parts.till.cancel(order, mutation, correlationId);
        break;
    }
  }
}

/** Returns why the till would refuse the change, or null. */
function refusalOf(stored: StoredOrder, mutation: Mutation): string | null {
  const { order } = stored;
  if (!order) return "Order not found";
  const wrong = `WrongDeliveryStatus: ${order.status}`;
  const byCourier = order.orderType.orderServiceType === "DeliveryByCourier";
  switch (mutation.kind) {
    case "status":
      return API_STATUSES.includes(order.status) ? null : wrong;
    case "confirm":
      return ["Closed", "Cancelled"].includes(order.status) ? wrong : null;
    case "unconfirm":
      return order.status === "WaitCooking" ? null : wrong;
    case "close":
      if (["Closed", "Cancelled"].includes(order.status)) return wrong;
      return byCourier && !["OnWay", "Delivered"].includes(order.status) ? wrong : null;
    case "cancel":
      if (order.status === "Closed") return wrong;
      return order.whenPrinted && !mutation.writesOff
        ? "Removal type must be specified for printed items"
        : null;
  }
}
