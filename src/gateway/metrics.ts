import { type Registry } from "prom-client";

import { type Config } from "../config";
import { listenForMetrics } from "../server/health-routes";
import { type Shutdown } from "./shutdown";

/** Returns the answer to a scrape. */
export async function metricsOf(registry: Registry) {
  return { contentType: registry.contentType, body: await registry.metrics() };
}

/** Opens a listener for the metrics alone, if the settings ask for one. */
export async function openMetricsListener(
  { metricsListener }: Config,
  registry: Registry,
  shutdown: Shutdown,
): Promise<void> {
  if (metricsListener === null) return;
  const listener = await listenForMetrics(metricsListener, () => metricsOf(registry));
  shutdown.add(() => listener.close());
}
