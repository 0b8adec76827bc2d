import { join } from "node:path";

import { type GraphQLSchema } from "graphql";
import { type Logger } from "pino";
import { collectDefaultMetrics, Registry } from "prom-client";
import { type DataSource } from "typeorm";

import { DEMO_KEY } from "../sandbox/credentials";
import { OpenTelemetrySpans } from "./adapters/opentelemetry/opentelemetry-spans";
import { showFieldUses } from "./adapters/prometheus/field-uses";
import { PostgresEventFeed } from "./adapters/postgres/postgres-event-feed";
import { PostgresLimitStore } from "./adapters/postgres/postgres-limit-store";
import { SecondLook } from "./adapters/postgres/second-look";
import { type App, createApp } from "./app";
import { storefrontReads } from "./app/storefront-reads";
import { type Config } from "./config";
import { type Context } from "./context";
import { contextFrom } from "./gateway/context-from";
import { openDatabase } from "./gateway/open-database";
import { openDemoBranch } from "./gateway/demo-branch";
import { hasScope, Scope } from "./domain/access/viewer";
import { ConfigError } from "./errors";
import { gatewaySubgraph } from "./federation/gateway-subgraph";
import { dependenciesOf } from "./gateway/dependencies-of";
import { JobWorker } from "./jobs/job-worker";
import { Lease, LEASE_TIMES } from "./jobs/lease";
import { type Clock, systemClock } from "./ports/clock";
import { type LimitStore } from "./ports/limit-store";
import { DatabaseClock } from "./postgres/database-clock";
import { createSchema } from "./schema";
import { ApiKeys } from "./security/api-keys";
import { limitFailures } from "./security/limit-failures";
import { type LocalSecrets, loadLocalSecrets } from "./security/local-secrets";
import { metricsAccess } from "./security/authenticate";
import { PublicMutationLimit } from "./security/public-mutation-limit";
import { type Readiness } from "./gateway/readiness";
import { reportsTo, showGauges } from "./gateway/telemetry";
import { type RunningServer, startServer } from "./server";
import { listenForMetrics } from "./server/health-routes";
import { Shutdown } from "./gateway/shutdown";
import { cursorOfEvent } from "./subscriptions/event-cursor";
import { startDevServices } from "./gateway/dev-services";
import { watchHealth } from "./gateway/watch-health";
import { type StandbyWatch, watchStandbys } from "./gateway/watch-standbys";
import { registerFallbackLinks } from "./webhooks/fallback-link-page";
import { POS } from "./vendors";
import { registerPosWebhooks } from "./webhooks/pos-webhook";

/** Where `npm run build` puts them. */
const PAGES = {
  consoleDir: join(__dirname, "..", "console"),
  examplesDir: join(__dirname, "..", "examples"),
};

const LOST_KEY =
  "DATA_DIR, ENCRYPTION_KEY: no stored POS credential can be opened. The database was kept, and the key was lost: restore " +
  "secrets.json of DATA_DIR, or name the former key last in ENCRYPTION_KEY";

export interface Gateway {
  readonly url: string;
  /** Set when the settings left it out, so that it can be shown once. */
  readonly generatedAdminApiKey: string | null;
  readonly sandboxUrl: string | null;
  readonly embeddedDatabase: boolean;
  /** Finishes what is under way and leaves nothing behind. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts everything, in the order in which one part needs the other, and stops it the other way
 * round.
 *
 * @param limitsClock by which callers may do more again; tests stop it, so that no limit depends on
 * how fast they run
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
  const db = await openDatabase(databaseUrl);
  shutdown.add(() => db.destroy());
  const late = warnOf(logger, "Events are heard late");
  const feed = new PostgresEventFeed(databaseUrl, late, { secondLook: new SecondLook(db) });
  await feed.start();
  shutdown.add(() => feed.close());
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const [clock, limits] = [new DatabaseClock(), limitStore(db, logger)];
  // Before anything that may be done for others: it is given up after all of that has stopped.
  const lease = await Lease.open(
    databaseUrl,
    warnOf(logger, "The lease was not renewed"),
    LEASE_TIMES,
    clock,
  );
  shutdown.add(() => lease.close());
  const dependencies = dependenciesOf(config, secrets, devServices, { db, feed, clock, limits });
  const app = createApp({
    ...dependencies,
    spans: openSpans(config, shutdown),
    ...reportsTo(logger, registry),
  });
  shutdown.add(() => app.close());
  startAndStop(app.warmMenus, shutdown);
  const worker = JobWorker.start({ databaseUrl, lease, ...app, log: logger });
  shutdown.add(() => worker.stop());
  startAndStop(app.webhookWork, shutdown);
  await planWork(app, shutdown);
  const sandboxPos = app.poses["SANDBOX"];
  if (sandboxPos) await openDemoBranch({ ...app, db, pos: sandboxPos, apiLogin: DEMO_KEY });
  const readiness = watchHealth({ db, feed, worker, registry, logger });
  const standbys = watchStandbys({ db, registry, logger });
  startAndStop(standbys, shutdown);
  const server = await serve(config, logger, {
    secrets,
    app,
    db,
    registry,
    readiness,
    standbys,
    limits,
    limitsClock,
  });
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

async function openMetricsListener(
  { metricsListener }: Config,
  registry: Registry,
  shutdown: Shutdown,
): Promise<void> {
  if (metricsListener === null) return;
  const listener = await listenForMetrics(metricsListener, () => metricsOf(registry));
  shutdown.add(() => listener.close());
}

async function metricsOf(registry: Registry) {
  return { contentType: registry.contentType, body: await registry.metrics() };
}

function openSpans({ otlpEndpoint }: Config, shutdown: Shutdown): OpenTelemetrySpans | undefined {
  if (otlpEndpoint === null) return undefined;
  const spans = new OpenTelemetrySpans(otlpEndpoint);
  shutdown.add(() => spans.stop());
  return spans;
}

/**
 * What repeats itself is planned for the first time, and whatever is lost is looked for from now
 * on.
 */
async function planWork(
  { resealCredentials, periodicJobs, repairRounds }: App,
  shutdown: Shutdown,
): Promise<void> {
  if (await resealCredentials.opensNothing()) throw new ConfigError([LOST_KEY]);
  await resealCredentials.fromEarlierKeys();
  for (const { plan } of periodicJobs.rounds()) await plan();
  startAndStop(repairRounds, shutdown);
}

function startAndStop(
  work: { start(): void; stop(): void | Promise<void> },
  shutdown: Shutdown,
): void {
  work.start();
  shutdown.add(() => work.stop());
}

function warnOf(logger: Logger, what: string): (error: unknown) => void {
  return (error) => logger.warn(`${what}: ${String(error)}`);
}

interface Served {
  readonly secrets: LocalSecrets;
  readonly app: App;
  readonly db: DataSource;
  readonly registry: Registry;
  readonly readiness: Readiness;
  readonly standbys: StandbyWatch;
  readonly limits: LimitStore;
  readonly limitsClock: Clock;
}

async function serve(config: Config, logger: Logger, served: Served): Promise<RunningServer> {
  const { secrets, app, db, registry, readiness, standbys, limits, limitsClock } = served;
  const { host, port, production, trustProxy } = config;
  const schema = schemaOf(config, app);
  const apiKeys = new ApiKeys(db, systemClock, secrets.adminApiKey);
  const limit = new PublicMutationLimit(config, limitsClock, limits);
  const reads = await storefrontReads(config, schema, app.shownMenus, limitsClock);
  showFieldUses(registry, () => reads.fieldUsage.uses());
  return startServer<Context>({
    ...reads,
    schema,
    contextFor: limitFailures(contextFrom(config, secrets, app, apiKeys), limitsClock, limits),
    renewContext: (context) => ({ ...context }),
    audienceOf: ({ viewer, locale }) => JSON.stringify([locale, viewer]),
    eventIdOf: cursorOfEvent,
    host,
    port,
    // A proxy may give us another Host than the one that our own pages are opened with.
    allowedOrigins: [...config.allowedOrigins, new URL(config.publicUrl).origin],
    production,
    trustProxy,
    httpLimits: config.limits.http,
    webSocketLimits: config.limits.sockets,
    introspection: !production,
    mayIntrospect: ({ viewer, fromRouter }) =>
      fromRouter === true || hasScope(viewer, Scope.OPERATOR),
    ...(config.federation && { mayTrace: ({ fromRouter }: Context) => fromRouter === true }),
    admitMutation: (context, fields) => limit.admit(context, fields),
    ...(production && { mayReadMetrics: metricsAccess(apiKeys, config.metricsKey) }),
    logger,
    whyNotReady: () => readiness.look(),
    warnings: () => (standbys.warning === null ? {} : { database: standbys.warning }),
    metrics: () => metricsOf(registry),
    registerRoutes: async (fastify) => {
      registerPosWebhooks(fastify, POS, app);
      await registerFallbackLinks(fastify, app.followFallbackLink);
    },
    ...PAGES,
  });
}

function schemaOf({ federation, routerKeys }: Config, app: App): GraphQLSchema {
  const schema = createSchema(app.resolvers);
  return federation ? gatewaySubgraph(schema, app.entityTypes, routerKeys.length === 0) : schema;
}

function limitStore(db: DataSource, logger: Logger): PostgresLimitStore {
  return new PostgresLimitStore(db, (error) =>
    logger.warn(`Limits are counted by this process alone: ${String(error)}`),
  );
}
