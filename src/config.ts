import { limitSettings, type LimitSettings } from "./config/limit-settings";
import { productionRules } from "./config/encrypted-addresses";
import { checkProduction } from "./config/production-rules";
import { Variables } from "./config/variables";
import { type ProductionRules } from "./ports/setting-reader";
import { NO_ORIGIN, originOf } from "./server/origin";
import { CHANNELS, POS } from "./vendors";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** How the tokens of Result.Rest's customers are checked. */
type CustomerTokenSource =
  | { readonly kind: "secret"; readonly secret: string }
  | { readonly kind: "jwks"; readonly url: string };

interface CustomerTokenRules {
  /** From when it was made, or from now where it does not say, to its end. */
  readonly longestHours: number;
  /** null: it may name none. */
  readonly audience: string | null;
  /** null: anybody, as long as the signature is right. */
  readonly issuer: string | null;
}

/**
 * The settings of one process. null is "not set"; outside production a stand-in takes its place.
 */
export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** By the kind of their vendor: the settings of the tills that are set up. */
  readonly poses: Readonly<Record<string, object>>;
  /** Between two polls of a POS key with orders under way; 0: web hooks alone tell of changes. */
  readonly orderPollSeconds: number;
  /** How long the events of finished orders are kept; 0: for ever. */
  readonly eventRetentionDays: number;
  /** How long orders keep the name, phone, address and comments of their guests; 0: for ever. */
  readonly orderRetentionDays: number;
  readonly sandboxPort: number;
  /** How many times faster than real the sandbox's kitchen works. */
  readonly sandboxSpeed: number;
  readonly adminApiKey: string | null;
  readonly customerTokens: CustomerTokenSource | null;
  /** What a customer's token must say beside who it is. */
  readonly customerTokenRules: CustomerTokenRules;
  /** The first encrypts, all decrypt. */
  readonly encryptionKeys: readonly string[] | null;
  /** Where guests, operators and web hooks reach the gateway; without a slash at the end. */
  readonly publicUrl: string;
  readonly allowedOrigins: readonly string[];
  /** One proxy before the gateway writes X-Forwarded-For. */
  readonly trustProxy: boolean;
  /** Orders that one address may place at once without an API key; 0 is no limit. */
  readonly publicMutationBurst: number;
  /**
   * Quotes that one address may ask for at once without an API key; 0 is no limit, null half as
   * many again as orders.
   */
  readonly publicQuoteBurst: number | null;
  readonly limits: LimitSettings;
  readonly queryWorkPercent: number;
  /** Names that outgoing calls may follow into a private network. */
  readonly allowPrivateHosts: readonly string[];
  /** What applications call themselves that are counted by name. */
  readonly clientNames: readonly string[];
  /** A manifest of operations that storefronts ask for by their hash. */
  readonly persistedOperations: string | null;
  /** Everybody but operators may ask for nothing else. */
  readonly persistedOperationsOnly: boolean;
  /** Memory for finished menu answers; 0 keeps none. */
  readonly menuCacheMegabytes: number;
  /** Hosts that may be talked to without TLS in production. */
  readonly allowPlaintextHosts: readonly string[];
  /** By the kind of their vendor: the settings of the ways to reach people that are set up. */
  readonly channels: Readonly<Record<string, object>>;
  /** Where traces are sent, without /v1/traces; null: nowhere. */
  readonly otlpEndpoint: string | null;
  /** Opens `/metrics` in production, beside administrators' keys. */
  readonly metricsKey: string | null;
  /** A listener of its own for `/metrics`, which asks for no key; null: none. */
  readonly metricsListener: { readonly host: string; readonly port: number } | null;
  /** The schema is a part of a larger graph. */
  readonly federation: boolean;
  /** By which routers of that graph are known; the newest first. */
  readonly routerKeys: readonly string[];
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/**
 * Reads the settings from the environment.
 *
 * @throws {ConfigError} naming every fault at once, each with a hint
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
    sandboxPort: variables.integer("SANDBOX_PORT", 4010, { from: 0, to: 65_535 }),
    sandboxSpeed: variables.positive("SANDBOX_SPEED", 1),
    adminApiKey: variables.text("ADMIN_API_KEY"),
    customerTokens: customerTokens(variables),
    customerTokenRules: customerTokenRules(variables),
    encryptionKeys: encryptionKeys(variables),
    publicUrl:
      variables.web("PUBLIC_URL", "https://orders.example.ru") ?? `http://localhost:${port}`,
    allowedOrigins: allowedOrigins(variables, production),
    trustProxy: variables.oneOf("TRUST_PROXY", "false", ["true", "false"]) === "true",
    ...publicLimits(variables),
    allowPrivateHosts: variables.list("ALLOW_PRIVATE_HOSTS"),
    clientNames: clientNames(variables),
    persistedOperations: variables.text("PERSISTED_OPERATIONS"),
    persistedOperationsOnly: persistedOperationsOnly(variables),
    menuCacheMegabytes: variables.integer("MENU_CACHE_MB", 64, { from: 0, to: 16_384 }),
    allowPlaintextHosts: variables.list("ALLOW_PLAINTEXT_HOSTS"),
    channels: settingsOf(CHANNELS, variables, production),
    federation: variables.oneOf("FEDERATION", "false", ["true", "false"]) === "true",
    routerKeys: variables.list("ROUTER_KEY"),
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

interface Vendor {
  readonly kind: string;
  readonly settings: {
    read(variables: Variables, production: ProductionRules | null): object | null;
  };
}

/** By their kind, of those that are set up. */
function settingsOf(vendors: readonly Vendor[], variables: Variables, production: boolean) {
  const rules = production ? productionRules(variables) : null;
  const read = vendors.map(
    ({ kind, settings }) => [kind, settings.read(variables, rules)] as const,
  );
  return Object.fromEntries(
    read.flatMap(([kind, settings]) => (settings === null ? [] : [[kind, settings] as const])),
  );
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

function customerTokens(variables: Variables): CustomerTokenSource | null {
  const secret = variables.text("CUSTOMER_JWT_SECRET");
  const url = variables.address(
    "CUSTOMER_JWKS_URL",
    ["http", "https"],
    "https://id.example.ru/.well-known/jwks.json",
  );
  if (secret !== null && variables.text("CUSTOMER_JWKS_URL") !== null) {
    const hint = "Keep the one that Result.Rest signs its customers' tokens with";
    variables.fault("CUSTOMER_JWT_SECRET and CUSTOMER_JWKS_URL", "exclude each other", hint);
  }
  if (url !== null) return { kind: "jwks", url };
  return secret === null ? null : { kind: "secret", secret };
}

/** Sites keep their guests signed in for weeks. */
const USUAL_TOKEN_HOURS = 30 * 24;

function customerTokenRules(variables: Variables): CustomerTokenRules {
  return {
    longestHours: variables.integer("CUSTOMER_JWT_LONGEST_HOURS", USUAL_TOKEN_HOURS, {
      from: 1,
      to: 8_784,
    }),
    audience: variables.text("CUSTOMER_JWT_AUDIENCE"),
    issuer: variables.text("CUSTOMER_JWT_ISSUER"),
  };
}

function metrics(variables: Variables): Pick<Config, "metricsKey" | "metricsListener"> {
  const metricsKey = variables.text("METRICS_KEY");
  const port = variables.integer("METRICS_PORT", 0, { from: 0, to: 65_535 });
  const host = variables.text("METRICS_HOST") ?? "127.0.0.1";
  return { metricsKey, metricsListener: port === 0 ? null : { host, port } };
}

function encryptionKeys(variables: Variables): string[] | null {
  const keys = variables.list("ENCRYPTION_KEY");
  const hint = "Make one with: openssl rand -hex 32. To rotate: ENCRYPTION_KEY=new,old";
  if (keys.some((key) => key.length < 32)) {
    variables.fault(
      "ENCRYPTION_KEY",
      "must have at least 32 characters in each key of its list",
      hint,
    );
  }
  if (new Set(keys).size < keys.length)
    variables.fault("ENCRYPTION_KEY", "names a key twice", hint);
  return keys.length > 0 ? keys : null;
}

function allowedOrigins(variables: Variables, production: boolean): string[] {
  const origins = variables.list("ALLOWED_ORIGINS").map(originOf);
  const hint =
    "Example: ALLOWED_ORIGINS=https://pizza.example.ru,https://sushi.example.ru,capacitor://localhost";
  if (origins.some((origin) => origin === undefined || MISSPELT_SCHEME.test(origin))) {
    variables.fault("ALLOWED_ORIGINS", "must list origins: scheme and host, no path, no *", hint);
  }
  if (production && origins.includes(NO_ORIGIN)) {
    const why =
      "Every page has it that is shown in a sandboxed frame. Give the app a scheme of its own";
    variables.fault("ALLOWED_ORIGINS", "must not list null in production", why);
  }
  return origins.filter((origin) => origin !== undefined);
}

/** Each is a label of metrics. */
const MOST_CLIENT_NAMES = 20;
const CLIENT_NAME = /^[\w./@ -]{1,50}$/;

function clientNames(variables: Variables): string[] {
  const names = [...new Set(variables.list("CLIENT_NAMES"))];
  if (names.length > MOST_CLIENT_NAMES || !names.every((name) => CLIENT_NAME.test(name))) {
    const hint = "Example: CLIENT_NAMES=website,ios,android";
    variables.fault("CLIENT_NAMES", `must list at most ${MOST_CLIENT_NAMES} short names`, hint);
  }
  return names;
}

/** `htps://` is nobody's own scheme. */
const MISSPELT_SCHEME = /^(?!https?:)h*t+p+s*:/;

function persistedOperationsOnly(variables: Variables): boolean {
  const only = variables.oneOf("PERSISTED_OPERATIONS_ONLY", "false", ["true", "false"]) === "true";
  if (only && variables.text("PERSISTED_OPERATIONS") === null) {
    variables.fault(
      "PERSISTED_OPERATIONS_ONLY",
      "needs a manifest",
      "Example: PERSISTED_OPERATIONS=./operations.json",
    );
  }
  return only;
}
