import { Counter, Gauge, type Registry } from "prom-client";

interface Memory {
  readonly maxBytes: number;
  bytesOf(shelf: "warm" | "cold"): number;
}

interface Uses {
  readonly hits: number;
  readonly thaws: number;
  readonly reads: number;
}

/** Shows how much memory menus take, and how often one had to be unpacked or read. */
export function showMenus(registry: Registry, memory: Memory, uses: () => Uses): void {
  new Gauge({
    name: "gateway_menu_memory_bytes",
    labelNames: ["shelf"] as const,
    registers: [registry],
    help: "Memory that menus take, by estimate: warm ones are ready to be shown, cold ones are packed",
    collect() {
      for (const shelf of ["warm", "cold"] as const) this.set({ shelf }, memory.bytesOf(shelf));
    },
  });
  new Gauge({
    name: "gateway_menu_memory_limit_bytes",
    registers: [registry],
    help: "What they may take: MENU_MEMORY_MB, or half of the heap",
    collect() {
      this.set(memory.maxBytes);
    },
  });
  new Counter({
    name: "gateway_menu_uses_total",
    labelNames: ["from"] as const,
    registers: [registry],
    help: "Catalogues that were asked for, by where they came from: memory, packed, database",
    collect() {
      const { hits, thaws, reads } = uses();
      this.reset();
      this.inc({ from: "memory" }, hits);
      this.inc({ from: "packed" }, thaws);
      this.inc({ from: "database" }, reads);
    },
  });
}
