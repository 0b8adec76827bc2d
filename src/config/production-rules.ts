import { CHANNELS, POS } from "../vendors";
import { type Addresses, checkEncryption } from "./encrypted-addresses";
import { type Variables } from "./variables";

const RANDOM = "Make one with: openssl rand -hex 32";
const PLACEHOLDER =
  /change.?me|example|default|placeholder|password|sandbox|your.?(key|secret)|^(secret|test|admin)/i;

/** The settings that are checked here, as read. */
interface Judged extends Addresses {
  readonly adminApiKey: string | null;
  readonly customerTokens:
    | { readonly kind: "secret"; readonly secret: string }
    | { readonly kind: "jwks"; readonly url: string }
    | null;
  readonly encryptionKeys: readonly string[] | null;
  readonly metricsKey: string | null;
  readonly federation: boolean;
  readonly routerKeys: readonly string[];
}

/** What must be configured for production: nothing is generated, embedded or simulated there. */
export function checkProduction(variables: Variables, config: Judged): void {
  requireValues(variables);
  if (config.federation && config.routerKeys.length === 0)
    variables.problem("ROUTER_KEY", "is required in production with FEDERATION", RANDOM);
  checkKeys(variables, config);
  checkSecrets(variables, config);
  checkEncryption(variables, config);
}

function requireValues(variables: Variables): void {
  const tills = POS.flatMap(({ settings: { variable, example } }): [string, string][] =>
    variable === null ? [] : [[variable, `Example: ${example}`]],
  );
  const isTillNamed = tills.some(([name]) => variables.text(name) !== null);
  const required: [name: string, hint: string][] = [
    ["DATABASE_URL", "Example: DATABASE_URL=postgres://gateway:…@db:5432/gateway"],
    ...(isTillNamed ? [] : [oneOf(tills)]),
    ["ADMIN_API_KEY", RANDOM],
    ["ENCRYPTION_KEY", RANDOM],
    ["PUBLIC_URL", "Example: PUBLIC_URL=https://orders.example.ru"],
  ];
  for (const [name, hint] of required) {
    if (variables.text(name) === null) variables.problem(name, "is required in production", hint);
  }
  if (
    variables.text("CUSTOMER_JWT_SECRET") === null &&
    variables.text("CUSTOMER_JWKS_URL") === null
  ) {
    const hint = "The secret or the key list with which Result.Rest signs its customers' tokens";
    variables.problem(
      "CUSTOMER_JWT_SECRET or CUSTOMER_JWKS_URL",
      "is required in production",
      hint,
    );
  }
  if (CHANNELS.every(({ settings }) => variables.text(settings.variable) === null)) {
    const names = CHANNELS.map(({ settings }) => settings.required).join(" or ");
    const hint = `Somebody must hear of an order that the till does not take. Example: ${CHANNELS[0]?.settings.example}`;
    variables.problem(names, "is required in production", hint);
  }
}

/** Joins all of the names, with the example of the first. */
function oneOf(variables: readonly [string, string][]): [name: string, hint: string] {
  return [variables.map(([name]) => name).join(" or "), variables[0]?.[1] ?? ""];
}

function checkKeys(variables: Variables, config: Judged): void {
  const keys: (readonly [name: string, key: string | null])[] = [
    ["ADMIN_API_KEY", config.adminApiKey],
    ["METRICS_KEY", config.metricsKey],
    ...config.routerKeys.map((key) => ["ROUTER_KEY", key] as const),
  ];
  for (const [name, key] of keys) {
    if (key !== null && key.length < 24)
      variables.problem(name, "must have at least 24 characters", RANDOM);
  }
}

function checkSecrets(variables: Variables, config: Judged): void {
  const jwtSecret = config.customerTokens?.kind === "secret" ? config.customerTokens.secret : null;
  // RFC 7518, section 3.2: a key for HS256 has at least 256 bits.
  if (jwtSecret !== null && jwtSecret.length < 32) {
    variables.problem("CUSTOMER_JWT_SECRET", "must have at least 32 characters", RANDOM);
  }
  const named: [string, string | null][] = [
    ["ADMIN_API_KEY", config.adminApiKey],
    ["CUSTOMER_JWT_SECRET", jwtSecret],
    ["METRICS_KEY", config.metricsKey],
    ...config.routerKeys.map((key): [string, string] => ["ROUTER_KEY", key]),
    ...(config.encryptionKeys ?? []).map((key): [string, string] => ["ENCRYPTION_KEY", key]),
  ];
  const seen = new Map<string, string>();
  for (const [name, secret] of named) {
    if (secret === null) continue;
    if (isGuessable(secret))
      variables.problem(name, "looks like an example, not like a secret", RANDOM);
    const twin = seen.get(secret);
    if (twin !== undefined && twin !== name)
      variables.problem(name, `must differ from ${twin}`, RANDOM);
    seen.set(secret, name);
  }
}

function isGuessable(secret: string): boolean {
  return PLACEHOLDER.test(secret) || new Set(secret).size < 8;
}
