import { Gauge, type Registry } from "prom-client";

interface Standbys {
  readonly synchronous: number;
  readonly asynchronous: number;
}

/** Shows the standbys that the database last told of. All processes show the same. */
export function showStandbys(registry: Registry, standbys: () => Standbys | undefined): void {
  new Gauge({
    ...{
      name: "gateway_database_standbys",
      labelNames: ["kind"] as const,
      registers: [registry],
    },
    help: "Standbys of the database, by whether what guests are told is on them, too",
    collect() {
      this.reset();
      const found = standbys();
      if (!found) return;
      this.set({ kind: "synchronous" }, found.synchronous);
      this.set({ kind: "asynchronous" }, found.asynchronous);
    },
  });
}
