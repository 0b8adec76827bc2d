import { Counter, Gauge, Histogram, type Registry } from "prom-client";

import { type PosKeyState } from "../../domain/pos/pos-key-state";
import { type PosCallOutcome, type PosMeter } from "../../ports/pos-meter";

const STATE_NUMBERS: Readonly<Record<PosKeyState, number>> = { OK: 0, CIRCUIT_OPEN: 1, STOPPED: 2 };
/** Characters of a key's id that are enough to tell keys apart on a chart. */
const SHOWN_ID = 8;

/**
 * Shows the calls to POSes as Prometheus metrics; figures are this process's own. Their names keep
 * saying iiko, because dashboards and alerts depend on them.
 */
export class PrometheusPosMeter implements PosMeter {
  private readonly calls: Counter<"group" | "outcome">;
  private readonly available: Gauge<"group">;
  private readonly waits: Histogram<"group">;
  private readonly states: Gauge<"key">;
  private readonly unknownReasons: Counter;
  /** Permits left by group and key: a group shows its key with the fewest. */
  private readonly left = new Map<string, Map<string, number>>();

  constructor(registry: Registry) {
    const registers = [registry];
    this.calls = new Counter({
      name: "gateway_iiko_calls_total",
      help: "Calls that went out to the POS, by restriction group and outcome",
      labelNames: ["group", "outcome"],
      registers,
    });
    this.available = new Gauge({
      name: "gateway_iiko_budget_available",
      help: "Calls left in the budget when it was last asked; of several keys the lowest",
      labelNames: ["group"],
      registers,
    });
    this.waits = new Histogram({
      name: "gateway_iiko_budget_wait_seconds",
      help: "How long calls waited for the budget",
      labelNames: ["group"],
      buckets: [0.001, 0.005, 0.02, 0.05, 0.2, 0.5, 1, 2, 5, 10, 30],
      registers,
    });
    this.states = new Gauge({
      name: "gateway_iiko_key_state",
      help: "0 OK, 1 circuit open, 2 stopped until an operator acts",
      labelNames: ["key"],
      registers,
    });
    this.unknownReasons = new Counter({
      name: "gateway_unknown_pos_reasons_total",
      help: "Refusals of orders whose code and words the gateway does not know; lastError of the order shows them",
      registers,
    });
  }

  called(group: string, outcome: PosCallOutcome): void {
    this.calls.inc({ group, outcome });
  }

  waited(group: string, seconds: number): void {
    this.waits.observe({ group }, seconds);
  }

  budgetLeft(keyId: string, group: string, permits: number): void {
    const byKey = this.left.get(group) ?? new Map<string, number>();
    this.left.set(group, byKey.set(keyId, permits));
    this.available.set({ group }, Math.min(...byKey.values()));
  }

  unknownReason(): void {
    this.unknownReasons.inc();
  }

  keyIs(keyId: string, state: PosKeyState): void {
    this.states.set({ key: keyId.slice(0, SHOWN_ID) }, STATE_NUMBERS[state]);
  }
}
