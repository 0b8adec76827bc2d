import { Counter, Histogram, type Registry } from "prom-client";

import { type OrderMeter } from "../../ports/order-meter";

/** From "as fast as possible" to "the staff have already been notified", in seconds. */
const SECONDS_TO_TILL = [0.25, 0.5, 1, 2, 5, 10, 20, 45, 90, 180, 600];

/**
 * Answers "are orders reaching tills?" as Prometheus metrics; figures are this process's own, so
 * sum them over all processes.
 */
export class PrometheusOrderMeter implements OrderMeter {
  private readonly acceptedOrders: Counter<"branch">;
  private readonly secondsToTill: Histogram<"branch">;
  private readonly handOvers: Counter<"branch" | "reason">;
  private readonly lostAnswers: Counter<"branch">;

  constructor(registry: Registry) {
    const registers = [registry];
    this.acceptedOrders = new Counter({
      name: "gateway_orders_accepted_total",
      help: "Orders that guests have placed",
      labelNames: ["branch"],
      registers,
    });
    this.secondsToTill = new Histogram({
      name: "gateway_order_seconds_to_till",
      help: "From the guest's order to the till's yes; its count is the orders that reached their till",
      labelNames: ["branch"],
      buckets: SECONDS_TO_TILL,
      registers,
    });
    this.handOvers = new Counter({
      name: "gateway_orders_handed_over_total",
      help: "Orders that were given to people, by why the till did not take them",
      labelNames: ["branch", "reason"],
      registers,
    });
    this.lostAnswers = new Counter({
      name: "gateway_order_answers_lost_total",
      help: "Attempts without a usable answer: the till may have the order",
      labelNames: ["branch"],
      registers,
    });
  }

  accepted(branch: string): void {
    this.acceptedOrders.inc({ branch });
  }

  reachedTill(branch: string, seconds: number): void {
    this.secondsToTill.observe({ branch }, seconds);
  }

  handedOver(branch: string, reason: string): void {
    this.handOvers.inc({ branch, reason });
  }

  answerLost(branch: string): void {
    this.lostAnswers.inc({ branch });
  }
}
