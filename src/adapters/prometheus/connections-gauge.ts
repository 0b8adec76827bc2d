import { Gauge, type Registry } from "prom-client";

/** Shows the open sockets and event streams of this process. */
export function showConnections(registry: Registry, connections: () => number): void {
  new Gauge({
    ...{
      name: "gateway_live_connections",
      help: "Open WebSockets and event streams",
      registers: [registry],
    },
    collect() {
      this.set(connections());
    },
  });
}
