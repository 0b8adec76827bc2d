import { allowedOrigins, applications } from "./config/clients";
import {
  credentials,
  type CustomerTokenRules,
  type CustomerTokenSource,
} from "./config/credentials";
import { productionRules } from "./config/encrypted-addresses";
import { type LimitSettings, limitSettings } from "./config/limit-settings";
import { checkProduction } from "./config/production-rules";
import { Variables } from "./config/variables";
import { type ProductionRules } from "./ports/setting-reader";
import { CHANNELS, POS } from "./vendors";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** The settings of one process. null means "not set"; outside production a stand-in replaces it. */
export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Settings of the POSes that are set up, by the kind of their vendor. */
  readonly poses: Readonly<Record<string, object>>;
  /**
   * Interval between two polls of a POS key with orders under way; 0: only web hooks report
   * changes.
   */
  readonly orderPollSeconds: number;
  /** How long the events of finished orders are kept; 0: indefinitely. */
  readonly eventRetentionDays: number;
  /**
   * How long orders keep the name, phone, address and comments of their guests; 0: indefinitely.
   */
  readonly orderRetentionDays: number;
  readonly sandboxPort: number;
  /** How many times faster than real time the sandbox's kitchen works. */
  readonly sandboxSpeed: number;
  readonly adminApiKey: string | null;
  readonly customerTokens: CustomerTokenSource | null;
  /** What a customer's token must contain besides the identity. */
  readonly customerTokenRules: CustomerTokenRules;
  /** The first one encrypts; all of them decrypt. */
  readonly encryptionKeys: readonly string[] | null;
  /** Where guests, operators and web hooks reach the gateway; without a trailing slash. */
  readonly publicUrl: string;
  readonly allowedOrigins: readonly string[];
  /** A single proxy in front of the gateway writes X-Forwarded-For. */
  readonly trustProxy: boolean;
  /** Orders that one address may place in a burst without an API key; 0 means no limit. */
  readonly publicMutationBurst: number;
  /**
   * Quotes that one address may request in a burst without an API key; 0 means no limit, null means
   * half as many again as orders.
   */
  readonly publicQuoteBurst: number | null;
  readonly limits: LimitSettings;
  readonly queryWorkPercent: number;
  /** Host names that outgoing calls may follow into a private network. */
  readonly allowPrivateHosts: readonly string[];
  /** Names of the applications that are counted individually. */
  readonly clientNames: readonly string[];
  /** A manifest of the operations that storefronts request by hash. */
  readonly persistedOperations: string | null;
  /** Everyone except operators may request nothing else. */
  readonly persistedOperationsOnly: boolean;
  /** Memory for menus, packed and unpacked, and everything else that is kept about branches. */
  readonly menuMemoryMegabytes: number;
  /** Memory for finished menu answers; 0 keeps none. */
  readonly menuCacheMegabytes: number;
  /** Hosts that may be used without TLS in production. */
  readonly allowPlaintextHosts: readonly string[];
  /** Settings of the message channels that are set up, by the kind of their vendor. */
  readonly channels: Readonly<Record<string, object>>;
  /** Where traces are sent, without /v1/traces; null: nowhere. */
  readonly otlpEndpoint: string | null;
  /** Grants access to `/metrics` in production, alongside administrators' keys. */
  readonly metricsKey: string | null;
  /** A separate listener for `/metrics`, which requires no key; null: none. */
  readonly metricsListener: { readonly host: string; readonly port: number } | null;
  /** The schema is part of a larger graph. */
  readonly federation: boolean;
  /** Keys by which routers of that graph are recognised; the newest first. */
  readonly routerKeys: readonly string[];
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/**
 * Reads the settings from the environment.
 *
 * @throws {ConfigError} names all problems, each with a hint
 */
export function loadConfig(env: NodeJS.ProcessEnv, variables = new Variables(env)): Config {
  const production =
    variables.oneOf("NODE_ENV", "development", ["production", "development", "test"]) ===
    "production";
  const port = variables.integer("PORT", 4000, { from: 0, to: 65_535 });
  const config: Config = {
    production,
    port,
    host: variables.text("HOST") ?? (production ? "0.0.0.0" : "127.0.0.1"),
    databaseUrl: variables.address(
      "DATABASE_URL",
      ["postgres", "postgresql"],
      "postgres://user:…@localhost:5432/name",
    ),
    dataDir: variables.text("DATA_DIR") ?? "./.data",
    poses: settingsOf(POS, variables, production),
    orderPollSeconds: variables.integer("ORDER_POLL_SECONDS", 20, { from: 0, to: 600 }),
    ...retention(variables),
    ...sandbox(variables),
    ...credentials(variables),
    publicUrl:
      variables.web("PUBLIC_URL", "https://orders.example.ru") ?? `http://localhost:${port}`,
    allowedOrigins: allowedOrigins(variables, production),
    trustProxy: variables.oneOf("TRUST_PROXY", "false", ["true", "false"]) === "true",
    ...publicLimits(variables),
    allowPrivateHosts: variables.list("ALLOW_PRIVATE_HOSTS"),
    ...applications(variables),
    ...menuMemory(variables),
    allowPlaintextHosts: variables.list("ALLOW_PLAINTEXT_HOSTS"),
    channels: settingsOf(CHANNELS, variables, production),
    ...largerGraph(variables),
    otlpEndpoint: variables.web("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318"),
    ...metrics(variables),
    logLevel: variables.oneOf("LOG_LEVEL", "info", LOG_LEVELS),
  };
  if (production) checkProduction(variables, config);
  variables.finish();
  return config;
}

function retention(variables: Variables) {
  return {
    eventRetentionDays: variables.integer("EVENT_RETENTION_DAYS", 90, { from: 0, to: 3_650 }),
    orderRetentionDays: variables.integer("ORDER_RETENTION_DAYS", 0, { from: 0, to: 36_500 }),
  };
}

function sandbox(variables: Variables) {
  return {
    sandboxPort: variables.integer("SANDBOX_PORT", 4010, { from: 0, to: 65_535 }),
    sandboxSpeed: variables.positive("SANDBOX_SPEED", 1),
  };
}

function largerGraph(variables: Variables) {
  return {
    federation: variables.oneOf("FEDERATION", "false", ["true", "false"]) === "true",
    routerKeys: variables.list("ROUTER_KEY"),
  };
}

interface Vendor {
  readonly kind: string;
  readonly settings: {
    read(variables: Variables, production: ProductionRules | null): object | null;
  };
}

/** Returns the settings of those that are set up, by kind. */
function settingsOf(vendors: readonly Vendor[], variables: Variables, production: boolean) {
  const rules = production ? productionRules(variables) : null;
  const read = vendors.map(
    ({ kind, settings }) => [kind, settings.read(variables, rules)] as const,
  );
  return Object.fromEntries(
    read.flatMap(([kind, settings]) => (settings === null ? [] : [[kind, settings] as const])),
  );
}

function menuMemory(variables: Variables) {
  return {
    menuMemoryMegabytes: variables.integer("MENU_MEMORY_MB", 96, { from: 16, to: 1_048_576 }),
    menuCacheMegabytes: variables.integer("MENU_CACHE_MB", 64, { from: 0, to: 16_384 }),
  };
}

function publicLimits(variables: Variables) {
  return {
    publicMutationBurst: variables.integer("PUBLIC_MUTATION_BURST", 20, { from: 0, to: 1_000_000 }),
    publicQuoteBurst: publicQuoteBurst(variables),
    limits: limitSettings(variables),
    queryWorkPercent: variables.integer("QUERY_WORK_PERCENT", 30, { from: 0, to: 10_000 }),
  };
}

function publicQuoteBurst(variables: Variables): number | null {
  const burst = variables.integer("PUBLIC_QUOTE_BURST", 30, { from: 0, to: 1_000_000 });
  return variables.text("PUBLIC_QUOTE_BURST") === null ? null : burst;
}

function metrics(variables: Variables): Pick<Config, "metricsKey" | "metricsListener"> {
  const metricsKey = variables.text("METRICS_KEY");
  const port = variables.integer("METRICS_PORT", 0, { from: 0, to: 65_535 });
  const host = variables.text("METRICS_HOST") ?? "127.0.0.1";
  return { metricsKey, metricsListener: port === 0 ? null : { host, port } };
}
