import { Gauge, type Registry } from "prom-client";

import { type ReadinessPart } from "../../ports/readiness-part";

interface Readiness {
  readonly parts: readonly ReadinessPart[];
  look(): Promise<Readonly<Record<string, string>>>;
}

/** Shows what `/readyz` says, by part, and since when a part does not work. */
export function showReadiness(registry: Registry, readiness: Readiness): void {
  const labelNames = ["part"] as const;
  new Gauge({
    ...{ name: "gateway_part_ready", labelNames, registers: [registry] },
    help: "1 while the part works without which this process can do nothing, 0 while it does not",
    async collect() {
      const reasons = await readiness.look();
      for (const { name: part } of readiness.parts) this.set({ part }, part in reasons ? 0 : 1);
    },
  });
  new Gauge({
    ...{ name: "gateway_part_worked_seconds", labelNames, registers: [registry] },
    help: "How long ago the part last worked: the database answered, the lease was renewed, work was claimed",
    async collect() {
      // Asking makes the database answer.
      await readiness.look();
      for (const { name: part, workedMsAgo } of readiness.parts)
        this.set({ part }, workedMsAgo / 1_000);
    },
  });
}
