import { type Variables } from "./variables";

const RANDOM = "Make one with: openssl rand -hex 32";
const PLACEHOLDER = /change.?me|example|default|placeholder|password|sandbox|your.?(key|secret)|^(secret|test|admin)/i;

/** The settings that are judged here, as they were read. */
interface Judged {
  readonly adminApiKey: string | null;
  readonly customerTokens:
    { readonly kind: "secret"; readonly secret: string } | { readonly kind: "jwks"; readonly url: string } | null;
  readonly encryptionKeys: readonly string[] | null;
  readonly iikoApiUrl: string | null;
  readonly publicUrl: string;
  readonly telegramBotToken: string | null;
  readonly telegramApiUrl: string;
}

/** What a production start must bring itself: nothing is generated, embedded or pretended there. */
export function checkProduction(variables: Variables, config: Judged): void {
  requireValues(variables, config);
  checkAdminKey(variables, config);
  checkSecrets(variables, config);
  checkAddresses(variables, config);
}

function requireValues(variables: Variables, config: Judged): void {
  const required: [name: string, hint: string][] = [
    ["DATABASE_URL", "Example: DATABASE_URL=postgres://gateway:…@db:5432/gateway"],
    ["IIKO_API_URL", "Example: IIKO_API_URL=https://api-ru.iiko.services"],
    ["ADMIN_API_KEY", RANDOM],
    ["ENCRYPTION_KEY", RANDOM],
    ["PUBLIC_URL", "Example: PUBLIC_URL=https://orders.example.ru"],
  ];
  for (const [name, hint] of required) {
    if (variables.text(name) === null) variables.fault(name, "is required in production", hint);
  }
  if (variables.text("CUSTOMER_JWT_SECRET") === null && variables.text("CUSTOMER_JWKS_URL") === null) {
    const hint = "The secret or the key list with which Result.Rest signs its customers' tokens";
    variables.fault("CUSTOMER_JWT_SECRET or CUSTOMER_JWKS_URL", "is required in production", hint);
  }
  if (variables.text("SMTP_URL") === null && config.telegramBotToken === null) {
    const hint =
      "Somebody must hear of an order that the till does not take. Example: SMTP_URL=smtps://user:…@mail:465";
    variables.fault("SMTP_URL (with MAIL_FROM) or TELEGRAM_BOT_TOKEN", "is required in production", hint);
  }
  if (variables.text("SMTP_URL") !== null && variables.text("MAIL_FROM") === null) {
    variables.fault("MAIL_FROM", "is required with SMTP_URL", "Example: MAIL_FROM=gateway@example.ru");
  }
}

function checkAdminKey(variables: Variables, { adminApiKey }: Judged): void {
  if (adminApiKey !== null && adminApiKey.length < 24) {
    variables.fault("ADMIN_API_KEY", "must have at least 24 characters", RANDOM);
  }
}

function checkSecrets(variables: Variables, config: Judged): void {
  const jwtSecret = config.customerTokens?.kind === "secret" ? config.customerTokens.secret : null;
  // RFC 7518, section 3.2: a key for HS256 has at least 256 bits.
  if (jwtSecret !== null && jwtSecret.length < 32) {
    variables.fault("CUSTOMER_JWT_SECRET", "must have at least 32 characters", RANDOM);
  }
  const named: [string, string | null][] = [
    ["ADMIN_API_KEY", config.adminApiKey],
    ["CUSTOMER_JWT_SECRET", jwtSecret],
    ...(config.encryptionKeys ?? []).map((key): [string, string] => ["ENCRYPTION_KEY", key]),
  ];
  const seen = new Map<string, string>();
  for (const [name, secret] of named) {
    if (secret === null) continue;
    if (isGuessable(secret)) variables.fault(name, "looks like an example, not like a secret", RANDOM);
    const twin = seen.get(secret);
    if (twin !== undefined && twin !== name) variables.fault(name, `must differ from ${twin}`, RANDOM);
    seen.set(secret, name);
  }
}

function isGuessable(secret: string): boolean {
  return PLACEHOLDER.test(secret) || new Set(secret).size < 8;
}

function checkAddresses(variables: Variables, config: Judged): void {
  const addresses: [string, string | null][] = [
    ["PUBLIC_URL", variables.text("PUBLIC_URL") === null ? null : config.publicUrl],
    ["IIKO_API_URL", config.iikoApiUrl],
    ["CUSTOMER_JWKS_URL", config.customerTokens?.kind === "jwks" ? config.customerTokens.url : null],
    ["TELEGRAM_API_URL", config.telegramApiUrl],
  ];
  for (const [name, address] of addresses) {
    if (address === null || isEncrypted(new URL(address))) continue;
    variables.fault(name, "must start with https:// in production", "http:// is for localhost only");
  }
}

function isEncrypted({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
