import { Gauge, type Registry } from "prom-client";

import { answeredWithin } from "../../domain/concurrency/answered-within";

/** A scrape gives up after 10 s, and would then get no figures at all. */
const DEADLINE_MS = 3_000;

interface Waiting {
  readonly branchId: string;
  readonly injectionState: string;
  readonly count: number;
  readonly untold: number;
  readonly oldestSeconds: number;
}

/**
 * Shows the waiting orders, read again for each scrape. All processes show the same figures: take
 * the maximum, not the sum.
 */
export function showWaitingOrders(
  registry: Registry,
  countWaiting: () => Promise<readonly Waiting[]>,
): void {
  const labelNames = ["branch", "state"] as const;
  const oldest = new Gauge({
    name: "gateway_oldest_waiting_order_seconds",
    labelNames,
    registers: [registry],
    help: "The age of the oldest of them",
  });
  const untold = new Gauge({
    name: "gateway_orders_untold",
    labelNames: ["branch"] as const,
    registers: [registry],
    help: "Orders that were given to people and that no message has reached anybody of",
  });
  new Gauge({
    name: "gateway_orders_waiting",
    labelNames,
    registers: [registry],
    help: "Orders that the till does not have and nobody has answered for",
    async collect() {
      // Without its database, a process still has other figures to show; /readyz reports the
      // database.
      const waiting = await answeredWithin(DEADLINE_MS, "Waiting orders", countWaiting()).catch(
        () => [],
      );
      for (const gauge of [this, oldest, untold]) gauge.reset();
      for (const { branchId: branch, injectionState: state, ...its } of waiting) {
        untold.inc({ branch }, its.untold);
        this.set({ branch, state }, its.count);
        oldest.set({ branch, state }, its.oldestSeconds);
      }
    },
  });
}

/**
 * Shows the branches whose key has lost their organization, read again for each scrape. All
 * processes show the same figures.
 */
export function showLostOrganizations(
  registry: Registry,
  findLost: () => Promise<readonly { readonly branchId: string }[]>,
): void {
  new Gauge({
    name: "gateway_pos_organization_lost",
    labelNames: ["branch"] as const,
    registers: [registry],
    help: "1: the branch's key may not ask about its organization any more",
    async collect() {
      const lost = await findLost().catch(() => []);
      this.reset();
      for (const { branchId: branch } of lost) this.set({ branch }, 1);
    },
  });
}
