import { type Logger } from "pino";
import { collectDefaultMetrics, Registry } from "prom-client";

import { DEMO_KEY } from "../sandbox/credentials";
import { OpenTelemetrySpans } from "./adapters/opentelemetry/opentelemetry-spans";
import { createApp } from "./app";
import { type Config } from "./config";
import { openDemoBranch } from "./gateway/demo-branch";
import { dependenciesOf } from "./gateway/dependencies-of";
import { startDevServices } from "./gateway/dev-services";
import { openMetricsListener } from "./gateway/metrics";
import { openPostgres } from "./gateway/open-postgres";
import { serve } from "./gateway/serve";
import { Shutdown } from "./gateway/shutdown";
import { startAndStop, startWork } from "./gateway/start-work";
import { reportsTo, showGauges } from "./gateway/telemetry";
import { watchHealth, watchStandbys } from "./gateway/watch-health";
import { type Clock, systemClock } from "./ports/clock";
import { loadLocalSecrets } from "./security/local-secrets";

export interface Gateway {
  readonly url: string;
  /** Set if the settings omitted it, so that it can be shown once. */
  readonly generatedAdminApiKey: string | null;
  readonly sandboxUrl: string | null;
  readonly embeddedDatabase: boolean;
  /** Finishes what is in progress and leaves nothing behind. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts everything in order of dependency, and stops it in reverse order.
 *
 * @param limitsClock the clock by which callers regain their limits; tests stop it, so that no
 *   limit depends on how fast they run
 */
export async function startGateway(
  config: Config,
  logger: Logger,
  limitsClock = systemClock,
): Promise<Gateway> {
  const shutdown = new Shutdown();
  try {
    return await start(config, logger, shutdown, limitsClock);
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

async function start(
  config: Config,
  logger: Logger,
  shutdown: Shutdown,
  limitsClock: Clock,
): Promise<Gateway> {
  const secrets = await loadLocalSecrets(config.dataDir, config);
  const devServices = await startDevServices(config, logger);
  shutdown.add(() => devServices.stop());
  const { databaseUrl, sandbox } = devServices;
  const { lease, ...postgres } = await openPostgres(databaseUrl, logger, shutdown);
  const { db, feed, limits } = postgres;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const app = createApp({
    ...dependenciesOf(config, secrets, devServices, postgres),
    spans: openSpans(config, shutdown),
    ...reportsTo(logger, registry),
  });
  shutdown.add(() => app.close());
  const worker = await startWork({ databaseUrl, lease, app, logger }, shutdown);
  const sandboxPos = app.poses["SANDBOX"];
  if (sandboxPos) await openDemoBranch({ ...app, db, pos: sandboxPos, apiLogin: DEMO_KEY });
  const readiness = watchHealth({ db, feed, worker, registry, logger });
  const standbys = watchStandbys({ db, registry, logger });
  startAndStop(standbys, shutdown);
  const watched = { registry, readiness, standbys };
  const server = await serve(config, logger, { secrets, app, db, limits, limitsClock, ...watched });
  shutdown.add(() => server.close());
  showGauges(registry, app, server);
  await openMetricsListener(config, registry, shutdown);
  return {
    url: server.url,
    generatedAdminApiKey: config.adminApiKey === null ? secrets.adminApiKey : null,
    sandboxUrl: sandbox?.url ?? null,
    embeddedDatabase: config.databaseUrl === null,
    stop: () => shutdown.run(),
  };
}

function openSpans({ otlpEndpoint }: Config, shutdown: Shutdown): OpenTelemetrySpans | undefined {
  if (otlpEndpoint === null) return undefined;
  const spans = new OpenTelemetrySpans(otlpEndpoint);
  shutdown.add(() => spans.stop());
  return spans;
}
