import { type SettingNote } from "../../src/ports/setting-reader";

/**
 * The purpose of each environment variable. Defaults and limits are in `src/config.ts`. Vendors
 * describe their own.
 */
export const SETTING_NOTES: Readonly<Record<string, SettingNote>> = {
  NODE_ENV: { what: "`production`: nothing is generated, embedded or pretended" },
  PORT: { what: "where the gateway listens" },
  HOST: { unset: "127.0.0.1; in production 0.0.0.0", what: "the address it listens on" },
  DATABASE_URL: {
    unset: "the embedded PostgreSQL",
    what: "**required in production**; PostgreSQL 15 or newer, a direct connection",
  },
  DATA_DIR: {
    unset: "`./.data`",
    what: "embedded database and generated secrets; not used in production",
  },
  ORDER_POLL_SECONDS: {
    what: "how often the POS is asked for changes while orders are under way, once per key; three times more rarely while web hooks are heard, and 15 times while no orders are. 0: web hooks alone",
  },
  EVENT_RETENTION_DAYS: { what: "how long the events of finished orders are kept; 0: for ever" },
  ORDER_RETENTION_DAYS: {
    what: "how long orders keep name, phone, address and comments of their guests, and all else that tells who it was; 0: for ever. Three years (1095) are usual where the law wants a limit",
  },
  SANDBOX_PORT: { what: "where the sandbox listens; not used in production" },
  SANDBOX_SPEED: {
    what: "how many times faster than real its kitchen works; not used in production",
  },
  ADMIN_API_KEY: {
    unset: "generated, in `DATA_DIR/secrets.json`",
    what: "the first administrator's key; **required in production**, 24 characters or more",
  },
  CUSTOMER_JWT_SECRET: {
    unset: "generated, in `DATA_DIR/secrets.json`",
    what: "the secret of guests' tokens (HS256, 32 characters or more). **Production requires** this or `CUSTOMER_JWKS_URL`",
  },
  CUSTOMER_JWKS_URL: { what: "the key list of guests' tokens (RS256, ES256)" },
  CUSTOMER_JWT_LONGEST_HOURS: {
    what: "how long a guest's token may live, from `iat`, or from now where it has none, to `exp`, which it must have",
  },
  CUSTOMER_JWT_AUDIENCE: {
    unset: "none: a token that names an audience is refused",
    what: "the `aud` of guests' tokens",
  },
  CUSTOMER_JWT_ISSUER: { unset: "any", what: "the `iss` of guests' tokens" },
  ENCRYPTION_KEY: {
    unset: "generated, in `DATA_DIR/secrets.json`",
    what: "encrypts the keys to the POS; **required in production**, 32 characters or more; `new,old` to [rotate](docs/operations.md#rotate-a-key)",
  },
  PUBLIC_URL: {
    unset: "`http://localhost:<PORT>`",
    what: "**required in production**; where the POS's web hooks, and the links in messages to the staff, reach the gateway",
  },
  ALLOWED_ORIGINS: {
    unset: "none; outside production every page of this machine",
    what: "origins of the storefronts' pages and apps: `https://pizza.example.ru,capacitor://localhost`, see [Clients](docs/storefronts.md#clients)",
  },
  TRUST_PROXY: {
    what: "`true` only behind one proxy that writes `X-Forwarded-For`: limits per address rely on it",
  },
  PUBLIC_MUTATION_BURST: {
    what: "orders for one address without an API key in one burst; one more each 3 s. 0 is no limit",
  },
  QUERY_WORK_PERCENT: {
    what: "how much of one processor the queries of one address, or of one API key, may take in the long run; 10 s of it in one burst. 0 is no limit. Orders are never refused for it",
  },
  PUBLIC_QUOTE_BURST: {
    unset: "half as many again as orders: 30",
    what: "quotes for one address without an API key in one burst; one more each second. 0 is no limit",
  },
  MAX_CONNECTIONS: {
    what: "HTTP connections that a process keeps open; the last fifth is for addresses that have few",
  },
  MAX_CONNECTIONS_PER_ADDRESS: {
    what: "the same for one address; behind a proxy (`TRUST_PROXY`) its requests under way",
  },
  HEADERS_TIMEOUT_SECONDS: { what: "how long a client may take to send the headers of a request" },
  REQUEST_TIMEOUT_SECONDS: { what: "how long it may take to send the whole request" },
  IDLE_TIMEOUT_SECONDS: {
    what: "how long a connection without a request stays open; longer than the proxy keeps it, or requests get lost",
  },
  READ_TIMEOUT_SECONDS: {
    what: "a client that takes nothing of its answer for so long is cut off",
  },
  MAX_UNREAD_MB: {
    what: "memory for answers and events that wait to be read; for what is more, those who read worst are cut off",
  },
  MAX_UNREAD_MB_PER_ADDRESS: { what: "the same for the clients of one address" },
  MAX_SOCKETS: {
    what: "WebSockets and event streams that a process keeps open; the last fifth is for addresses that have few",
  },
  MAX_SOCKETS_PER_ADDRESS: { what: "the same for one address" },
  ALLOW_PRIVATE_HOSTS: {
    unset: "none; outside production every host",
    what: "names under which the POS, Telegram, VK and the key list may be reached at private addresses; `localhost` always may",
  },
  ALLOW_PLAINTEXT_HOSTS: {
    what: "hosts that the gateway may talk to without TLS in production: a database, mail server or collector in your own network; `localhost` always may",
  },
  CLIENT_NAMES: {
    what: "what your applications call themselves in `apollographql-client-name`, to see [who asks for which field](docs/operations.md#which-application-asks-for-which-field); all others are counted together. At most 20",
  },
  PERSISTED_OPERATIONS: {
    what: "a file with the storefront's operations, see [Fast menus](docs/storefronts.md#fast-menus)",
  },
  PERSISTED_OPERATIONS_ONLY: { what: "`true`: everybody but operators may send only those" },
  MENU_MEMORY_MB: {
    what: "memory for the menus of branches, see [Many branches](docs/operations.md#many-branches); no more than half of the heap that Node.js has. What has no room is read again when it is asked for",
  },
  MENU_CACHE_MB: { what: "memory for finished menu answers that guests share; 0 keeps none" },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    unset: "no traces",
    what: "a collector for traces (OTLP over HTTP, without `/v1/traces`), see [Traces](docs/operations.md#traces)",
  },
  METRICS_KEY: {
    what: "the key with which a collector asks for `/metrics` in production, 24 characters or more; an administrator's key opens it, too",
  },
  METRICS_PORT: { what: "a listener of its own for `/metrics`, which asks for no key; 0: none" },
  METRICS_HOST: { unset: "127.0.0.1", what: "the address it listens on" },
  FEDERATION: {
    what: "the schema is a subgraph of a larger graph, see [docs/federation.md](docs/federation.md): `true` adds `_service` and `_entities`, for routers",
  },
  ROUTER_KEY: {
    what: "the key by which a router of that graph is known (header `X-Router-Key`), 24 characters or more; `new,old` to renew it; **required in production** with `FEDERATION`",
  },
  LOG_LEVEL: { what: "how much the JSON log says" },
};
