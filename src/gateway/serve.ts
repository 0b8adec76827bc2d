import { join } from "node:path";

import { type GraphQLSchema } from "graphql";
import { type Logger } from "pino";
import { type Registry } from "prom-client";
import { type DataSource } from "typeorm";

import { HttpPictures } from "../adapters/pictures/http-pictures";
import { showFieldUses } from "../adapters/prometheus/process-metrics";
import { type App } from "../app";
import { storefrontReads } from "../app/storefront-reads";
import { type Config } from "../config";
import { type Context } from "../context";
import { hasScope, Scope } from "../domain/access/viewer";
import { gatewaySubgraph } from "../federation/gateway-subgraph";
import { type Clock, systemClock } from "../ports/clock";
import { type LimitStore } from "../ports/limit-store";
import { createSchema } from "../schema";
import { ApiKeys } from "../security/api-keys";
import { metricsAccess } from "../security/authenticate";
import { CompanyNames } from "../security/company-names";
import { CompanyReaches } from "../security/company-reaches";
import { type LocalSecrets } from "../security/local-secrets";
import { PublicMutationLimit } from "../security/public-mutation-limit";
import { type RunningServer, type ServerOptions, startServer } from "../server";
import { originOf } from "../server/origin";
import { type PictureRouteOptions, registerPictures } from "../server/pictures";
import { cursorOfEvent } from "../subscriptions/event-cursor";
import { POS } from "../vendors";
import { registerFallbackLinks } from "../webhooks/fallback-link-page";
import { registerPosWebhooks } from "../webhooks/pos-webhook";
import { contextFrom } from "./context-from";
import { lookupFor } from "./dependencies-of";
import { metricsOf } from "./metrics";
import { type Readiness } from "./readiness";
import { type StandbyWatch } from "./standby-watch";

/** Where `npm run build` puts them. */
const PAGES = {
  consoleDir: join(__dirname, "..", "..", "console"),
  examplesDir: join(__dirname, "..", "..", "examples"),
};

interface Served {
  readonly secrets: LocalSecrets;
  readonly app: App;
  readonly db: DataSource;
  readonly registry: Registry;
  readonly readiness: Readiness;
  readonly standbys: StandbyWatch;
  readonly limits: LimitStore;
  /** The clock by which callers regain their limits. */
  readonly limitsClock: Clock;
}

/** Serves the API, its pages and the web hooks according to the settings. */
export async function serve(
  config: Config,
  logger: Logger,
  served: Served,
): Promise<RunningServer> {
  const { app, registry, readiness, standbys } = served;
  const graphql = await graphqlOptions(config, served);
  return startServer<Context>({
    ...graphql,
    ...addressOptions(config),
    logger,
    whyNotReady: () => readiness.look(),
    warnings: () => (standbys.warning === null ? {} : { database: standbys.warning }),
    metrics: () => metricsOf(registry),
    registerRoutes: async (fastify) => {
      registerPosWebhooks(fastify, POS, app);
      await registerFallbackLinks(fastify, app.followFallbackLink);
      registerPictures(fastify, picturesFor(config, app, graphql.contextFor));
    },
    ...PAGES,
  });
}

/** What may be asked, by whom, and how much of it. */
async function graphqlOptions(
  config: Config,
  { secrets, app, db, registry, limits, limitsClock }: Served,
) {
  const schema = schemaOf(config, app);
  const reaches = new CompanyReaches(db, systemClock);
  const names = new CompanyNames(db, systemClock, reaches, originOf);
  const companyIdOf = (origin: string) => names.companyIdOf(origin);
  const apiKeys = new ApiKeys(db, systemClock, secrets.adminApiKey, reaches);
  const limit = new PublicMutationLimit(config, limitsClock, limits);
  const reads = await storefrontReads(config, schema, app.shownMenus, limitsClock, companyIdOf);
  await names.read();
  showFieldUses(registry, () => reads.fieldUsage.uses());
  return {
    ...reads,
    schema,
    isListedToo: (origin: string) => companyIdOf(origin) !== undefined,
    contextFor: contextFrom(config, secrets, app, { apiKeys, reaches, names, limits, limitsClock }),
    renewContext: (context: Context) => ({ ...context }),
    audienceOf: ({ viewer, locale }: Context) => JSON.stringify([locale, viewer]),
    eventIdOf: cursorOfEvent,
    introspection: !config.production,
    mayIntrospect: ({ viewer, fromRouter }: Context) =>
      fromRouter === true || hasScope(viewer, Scope.OPERATOR),
    ...(config.federation && { mayTrace: ({ fromRouter }: Context) => fromRouter === true }),
    admitMutation: (context: Context, fields: readonly string[]) => limit.admit(context, fields),
    ...(config.production && { mayReadMetrics: metricsAccess(apiKeys, config.metricsKey) }),
  } satisfies Partial<ServerOptions<Context>>;
}

/** Where the console's pictures are stored, and how they are read. */
function picturesFor(
  config: Config,
  { findPictureUrl }: App,
  contextFor: ServerOptions<Context>["contextFor"],
): PictureRouteOptions<Context> {
  const source = new HttpPictures(lookupFor(config));
  return {
    contextFor,
    trustProxy: config.trustProxy,
    urlOf: ({ viewer }, place) => findPictureUrl.execute(viewer, place),
    read: (url) => source.read(url),
    now: () => systemClock.now().getTime(),
  };
}

/** Where the API is served, and for whom. */
function addressOptions(config: Config) {
  const { host, port, production, trustProxy, limits } = config;
  return {
    host,
    port,
    production,
    trustProxy,
    // A proxy may pass us a different Host from the one under which our own pages were opened.
    allowedOrigins: [...config.allowedOrigins, new URL(config.publicUrl).origin],
    httpLimits: limits.http,
    webSocketLimits: limits.sockets,
  };
}

function schemaOf({ federation, routerKeys }: Config, app: App): GraphQLSchema {
  const schema = createSchema(app.resolvers);
  return federation ? gatewaySubgraph(schema, app.entityTypes, routerKeys.length === 0) : schema;
}
