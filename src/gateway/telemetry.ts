import { type Logger } from "pino";
import { Counter, type Registry } from "prom-client";

import { showMenus } from "../adapters/prometheus/menu-gauges";
import { showLostOrganizations, showWaitingOrders } from "../adapters/prometheus/order-gauges";
import { showConnections } from "../adapters/prometheus/process-metrics";
import { PrometheusOrderMeter } from "../adapters/prometheus/prometheus-order-meter";
import { PrometheusPosMeter } from "../adapters/prometheus/prometheus-pos-meter";
import { type App } from "../app";
import { type RunningServer } from "../server";
import { describe } from "../server/unexpected-error";
import { type LateOrder } from "../services/fallback/alert-late-orders";
import { type MovedTarget } from "../services/fallback/follow-moved-target";
import { type Unexpected } from "../services/orders/session/unexpected";
import { type LostWebhook } from "../services/pos/check-webhooks";
import { type OrganizationNews } from "../services/pos/lost-organizations";
import { type RepairedWork } from "../services/repair/repair-work";

/** Registers the gauges that are read afresh for each scrape of the metrics. */
export function showGauges(
  registry: Registry,
  app: App,
  server: Pick<RunningServer, "connections">,
): void {
  showWaitingOrders(registry, () => app.countWaitingOrders.execute());
  showLostOrganizations(registry, () => app.lostOrganizations.ofBranches());
  showConnections(registry, () => server.connections());
  showMenus(registry, app.menuMemory, () => app.shownMenus.uses);
}

/** How the log and the metrics learn what the operator of the gateway has to know. */
export function reportsTo(logger: Logger, registry: Registry) {
  return {
    posMeter: new PrometheusPosMeter(registry),
    orderMeter: new PrometheusOrderMeter(registry),
    ...reportsOfOrders(logger, registry),
    ...reportsOfWork(logger, registry),
    ...reportsOfBranches(logger),
  };
}

function reportsOfOrders(logger: Logger, registry: Registry) {
  const lateOrders = new Counter({
    name: "gateway_late_orders_total",
    help: "Orders that people were alerted of",
    registers: [registry],
  });
  const unexpected = new Counter({
    name: "gateway_unexpected_errors_total",
    help: "What nobody expected while orders were worked on",
    labelNames: ["during"],
    registers: [registry],
  });
  return {
    reportUnexpected: ({ orderId: id, during, error }: Unexpected) => {
      unexpected.inc({ during });
      logger.error(
        { id, during, err: describe(error) },
        "Something unexpected with an order; it counts as a failure",
      );
    },
    reportLateOrder: (late: LateOrder) => {
      lateOrders.inc();
      logger.error(late, "An order is late on its way to the till");
    },
  };
}

function reportsOfWork(logger: Logger, registry: Registry) {
  const repairedWork = new Counter({
    name: "gateway_work_repaired_total",
    help: "Work that was due without a job, and was given one",
    labelNames: ["kind"],
    registers: [registry],
  });
  return {
    reportWaitingWebhooks: (error: unknown) =>
      logger.warn(`Web hooks wait to be recorded: ${String(error)}`),
    reportRepairedWork: ({ task: kind, count }: RepairedWork) => {
      repairedWork.inc({ kind }, count);
      logger.warn({ kind, count }, "Work was due without a job; it is planned again");
    },
    reportMissedRepair: (error: unknown) =>
      logger.warn(`Lost work was not looked for: ${String(error)}`),
  };
}

function reportsOfBranches(logger: Logger) {
  return {
    reportLostWebhook: (lost: LostWebhook) =>
      logger.error(lost, "Another system has taken over a web hook"),
    reportOrganization: ({ isLost, ...news }: OrganizationNews) => {
      if (isLost)
        logger.warn(news, "A key to the POS has lost an organization; its others go on without it");
      else logger.warn(news, "A key to the POS sees an organization again");
    },
    reportMovedTarget: (moved: MovedTarget) => {
      if (moved.settled)
        logger.warn(moved, "People are reached under another name; the branch's settings follow");
      else logger.error(moved, "The staff's chat has moved; correct the branch's settings");
    },
  };
}
