import { type Commands } from "../orders/commands";
import { type OrderStore } from "../orders/order-store";
import { type CreationStep, type StoredOrder } from "../orders/stored-order";
import { type Timers } from "../timers";
import { type Till } from "./till";

/**
 * Carries orders from the cloud to the till: each order follows its plan step by step, even after a
 * restart.
 */
export class Acceptance {
  constructor(
    private readonly orders: OrderStore,
    private readonly commands: Commands,
    private readonly till: Till,
    private readonly timers: Timers,
  ) {}

  /** Waits for the order's next step; does nothing when its plan is complete. */
  follow(order: StoredOrder): void {
    const [step] = order.plan;
    if (!step) return;
    this.timers.after(step.at - Date.now(), () => {
      this.take(order.id, step);
    });
  }

  /** Performs the step now. Ignores an order that was forgotten in the meantime (by a reset). */
  take(orderId: string, step: CreationStep): void {
    const order = this.orders.get(orderId);
    if (!order?.plan.includes(step)) return;
    order.plan.shift();
    if (step.error) this.till.refuse(order, step.error);
    const refused = step.error ?? this.till.accept(order).refused;
    this.commands.finish(order.correlationId, refused?.message ?? refused?.code ?? null);
    this.follow(order);
  }
}
