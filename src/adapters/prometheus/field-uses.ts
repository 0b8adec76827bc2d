import { Counter, type Registry } from "prom-client";

interface FieldUse {
  readonly client: string;
  readonly field: string;
  readonly count: number;
}

/** Shows which application asks for which field, so that one can be given up; this process's own. */
export function showFieldUses(registry: Registry, uses: () => readonly FieldUse[]): void {
  new Counter({
    ...{
      name: "gateway_field_uses_total",
      labelNames: ["client", "field"] as const,
      registers: [registry],
    },
    help: "Operations that asked for the field, by the application's name if CLIENT_NAMES lists it",
    collect() {
      this.reset();
      for (const { count, ...labels } of uses()) this.inc(labels, count);
    },
  });
}
