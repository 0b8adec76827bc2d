import { type ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { type FastifyInstance } from "fastify";
import { type Logger } from "pino";

import { type IsRepeatable } from "./server/compiled-queries";
import { ConnectionGate } from "./server/connection-gate";
import { type ContextFor, type Expiring } from "./server/context-for";
import { createServer, prepareServer } from "./server/create-server";
import { type DataCosts } from "./server/data-shape";
import { type FieldUsage } from "./server/field-usage";
import { GraphqlEventStreams } from "./server/graphql-event-streams";
import { registerGraphqlHttp } from "./server/graphql-http";
import { GraphqlWebSocket, type GraphqlWebSocketOptions } from "./server/graphql-websocket";
import { type MetricsReader, registerHealthRoutes } from "./server/health-routes";
import { HttpConnections } from "./server/http-connections";
import { DEFAULT_HTTP_LIMITS, type HttpLimits } from "./server/http-limits";
import { LiveOperations } from "./server/live-operations";
import { type AdmissionRules } from "./server/operation-admission";
import { OperationCosts } from "./server/operation-cost";
import { OriginPolicy } from "./server/origin-policy";
import { registerConsole, registerExamples } from "./server/page-routes";
import { type PersistedOperations } from "./server/persisted-operations";
import { type SharedAnswersOptions } from "./server/shared-answers";
import { startApollo } from "./server/start-apollo";
import { UnreadBytes } from "./server/unread-bytes";
import { DEFAULT_WEBSOCKET_LIMITS, type WebSocketLimits } from "./server/websocket-limits";

const SOCKET_GRACE_MS = 2_000;

export interface ServerOptions<Context extends object & Expiring> extends Omit<
  AdmissionRules<Context>,
  "costs"
> {
  readonly contextFor: ContextFor<Context>;
  /**
   * Called before each event of a subscription, to get a context with empty loaders. By default the
   * context is reused.
   */
  readonly renewContext?: (context: Context) => Context;
  /**
   * Everything about the caller on which a subscription's answers depend: callers who are alike in
   * it share answers.
   */
  readonly audienceOf: (context: Context) => string;
  /** What identifies an event of a subscription in its argument `after`. Nothing by default. */
  readonly eventIdOf?: (event: unknown) => string | undefined;
  readonly host: string;
  /** 0 picks any free port. */
  readonly port: number;
  /**
   * Origins of pages and apps besides our own host, for CORS, WebSocket upgrades and event streams.
   * Outside production those of this machine are allowed too.
   */
  readonly allowedOrigins: readonly string[];
  /** Whether another origin is listed elsewhere. Must not wait for anything. */
  readonly isListedToo?: (origin: string) => boolean;
  readonly production: boolean;
  /**
   * Set only behind a single proxy that writes X-Forwarded-For: caps per address and
   * `remoteAddress` rely on it.
   */
  readonly trustProxy?: boolean;
  readonly logger: Logger;
  /**
   * What prevents this process from working, by component; empty if nothing does. A rejection
   * counts as a problem.
   */
  readonly whyNotReady: () => Promise<Readonly<Record<string, string>>>;
  /**
   * Problems that should be fixed but do not stop the process from working, by component, for
   * `/readyz`.
   */
  readonly warnings?: () => Readonly<Record<string, string>>;
  readonly metrics: () => Promise<{ contentType: string; body: string }>;
  readonly mayReadMetrics?: (reader: MetricsReader) => Promise<boolean>;
  /**
   * Additional routes, in a separate scope: their content type parsers and hooks do not leave it.
   */
  readonly registerRoutes?: (fastify: FastifyInstance) => void | Promise<void>;
  /** Which answers outsiders may share; they are kept as bytes. None by default. */
  readonly sharedAnswers?: SharedAnswersOptions | undefined;
  /**
   * Which queries may run twice, judged by the types they select from: only those are compiled. All
   * by default.
   */
  readonly isRepeatable?: IsRepeatable | undefined;
  /**
   * What is known about the data, so that operations are judged by the cost of their answers. By
   * default list lengths are assumed.
   */
  readonly dataCosts?: DataCosts;
  /** Counts the answers that outsiders share; all others are counted by `noteUse`. */
  readonly fieldUsage?: FieldUsage | undefined;
  /** Operations that clients may request by hash. */
  readonly persistedOperations?: PersistedOperations | undefined;
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
  /** For a subgraph: whose requests are told how long fields took. Nobody's by default. */
  readonly mayTrace?: (context: Context) => boolean;
  readonly consoleDir: string;
  /** Not served in production. None by default. */
  readonly examplesDir?: string;
  readonly webSocketLimits?: Partial<WebSocketLimits>;
  readonly httpLimits?: Partial<HttpLimits>;
  /** Overrides the one in `httpLimits`. */
  readonly requestTimeoutMs?: number;
  /** Delay between "not ready" and the last request, so that load balancers notice. Default 0. */
  readonly shutdownDelayMs?: number;
  /** Requests still running after this time are cut off. Default 10 s. */
  readonly drainTimeoutMs?: number;
}

export interface RunningServer {
  readonly url: string;
  /** Number of open sockets and event streams. */
  connections(): number;
  /** Number of other open connections. */
  httpConnections(): number;
  /** Number of clients that were cut off because they did not read what was sent to them. */
  cutOffReaders(): number;
  /**
   * Reports "not ready", answers requests in progress, closes the sockets with 1001 and ends the
   * event streams. Safe to call twice.
   */
  close(): Promise<void>;
}

/**
 * Serves GraphQL over HTTP, WebSocket and event streams, plus health, metrics and the console, on
 * one port.
 */
export async function startServer<Context extends object & Expiring>(
  options: ServerOptions<Context>,
): Promise<RunningServer> {
  const { logger, production } = options;
  const origins = new OriginPolicy(options.allowedOrigins, !production, options.isListedToo);
  const rules = {
    ...options,
    costs: new OperationCosts(options.schema, options.dataCosts, options.isRepeatable),
  };
  const live = liveOptions(rules, origins);
  const operations = new LiveOperations<Context>(live);
  const eventStreams = new GraphqlEventStreams<Context>(operations, live);
  const http = { ...rules, ...live, plugins: options.plugins ?? [] };
  const apollo = await startApollo<Context>(http);
  let stopping: Promise<void> | undefined;
  const isStopping = () => stopping !== undefined;
  const fastify = createServer(live.httpLimits);
  await prepareServer(fastify, {
    connections: live.connections,
    origins,
    logger,
    production,
    isStopping,
  });
  registerHealthRoutes(fastify, { ...options, isStopping });
  await registerGraphqlHttp(fastify, apollo, eventStreams, http);
  await registerPages(fastify, options);

  const webSocket = new GraphqlWebSocket(fastify.server, operations, live);
  const running = { fastify, apollo, webSocket, eventStreams, unread: live.unread };
  const url = await fastify.listen({ host: options.host, port: options.port });
  return {
    url,
    connections: () => live.gate.connections,
    httpConnections: () => live.connections.connections,
    cutOffReaders: () => live.unread.cutOffTotal,
    close: () => (stopping ??= stop(options, running)),
  };
}

/** The gateway's own pages and additional routes. */
async function registerPages<Context extends object & Expiring>(
  fastify: FastifyInstance,
  { production, consoleDir, examplesDir, registerRoutes }: ServerOptions<Context>,
): Promise<void> {
  await registerConsole(fastify, consoleDir);
  if (!production && examplesDir !== undefined) await registerExamples(fastify, examplesDir);
  if (registerRoutes) await fastify.register(async (scope) => registerRoutes(scope));
}

/** What all kinds of connections share, including the counts of open ones. */
function liveOptions<Context extends object & Expiring>(
  options: ServerOptions<Context> & AdmissionRules<Context>,
  origins: OriginPolicy,
): GraphqlWebSocketOptions<Context> & {
  readonly httpLimits: HttpLimits;
  readonly connections: HttpConnections;
} {
  const [trustProxy, httpLimits] = [options.trustProxy ?? false, httpLimitsOf(options)];
  const limits = { ...DEFAULT_WEBSOCKET_LIMITS, ...options.webSocketLimits };
  return {
    ...options,
    trustProxy,
    httpLimits,
    connections: new HttpConnections(httpLimits, trustProxy),
    unread: new UnreadBytes(httpLimits),
    renewContext: options.renewContext ?? ((context) => context),
    limits,
    gate: new ConnectionGate(origins, limits),
  };
}

function httpLimitsOf({
  httpLimits,
  requestTimeoutMs,
}: Pick<ServerOptions<object>, "httpLimits" | "requestTimeoutMs">) {
  return {
    ...DEFAULT_HTTP_LIMITS,
    ...httpLimits,
    ...(requestTimeoutMs !== undefined && { requestTimeoutMs }),
  };
}

interface Running<Context extends object & Expiring> {
  readonly fastify: FastifyInstance;
  readonly apollo: ApolloServer<Context>;
  readonly webSocket: GraphqlWebSocket<Context>;
  readonly eventStreams: GraphqlEventStreams<Context>;
  readonly unread: UnreadBytes;
}

async function stop<Context extends object & Expiring>(
  { shutdownDelayMs = 0, drainTimeoutMs = 10_000 }: ServerOptions<Context>,
  { fastify, apollo, webSocket, eventStreams, unread }: Running<Context>,
): Promise<void> {
  if (shutdownDelayMs > 0) await new Promise((resolve) => setTimeout(resolve, shutdownDelayMs));
  const lateness = setTimeout(() => fastify.server.closeAllConnections(), drainTimeoutMs);
  eventStreams.close();
  // Sockets come first, because an HTTP server counts them as connections and would wait for them.
  await webSocket.close(Math.min(SOCKET_GRACE_MS, drainTimeoutMs));
  await fastify.close();
  unread.close();
  clearTimeout(lateness);
  await apollo.stop();
}
