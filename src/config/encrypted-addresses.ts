import { type ProductionRules } from "../ports/setting-reader";
import { isLoopback } from "../server/origin";
import { type Variables } from "./variables";

/** The addresses to which secrets and personal data travel, as read from the settings. */
export interface Addresses {
  readonly databaseUrl: string | null;
  readonly customerTokens:
    { readonly kind: "secret" } | { readonly kind: "jwks"; readonly url: string } | null;
  readonly publicUrl: string;
  readonly allowedOrigins: readonly string[];
  readonly otlpEndpoint: string | null;
}

/** Values of `sslmode` with which pg verifies the server's certificate and its name. */
const CHECKED = new Set(["verify-full", "verify-ca", "require"]);
/** The same where the URL asks for libpq's meaning of the values, and provides the authority. */
const CHECKED_BY_LIBPQ = new Set(["verify-ca", "require"]);
const ALLOW = "Plain text is for localhost, and for hosts that ALLOW_PLAINTEXT_HOSTS names";

/** Determines which addresses may be used without encryption in production. */
export function productionRules(variables: Variables): ProductionRules {
  const plainHosts = new Set(
    variables.list("ALLOW_PLAINTEXT_HOSTS").map((host) => host.toLowerCase()),
  );
  const mayBePlain = (host: string) => isLoopback(host) || plainHosts.has(host.toLowerCase());
  const mustBeEncrypted = (name: string, address: string | null) => {
    if (address === null || new URL(address).protocol === "https:") return;
    if (mayBePlain(new URL(address).hostname)) return;
    variables.problem(name, "must start with https:// in production", ALLOW);
  };
  return { mayBePlain, mustBeEncrypted, allowHint: ALLOW };
}

/** Refuses every production address that would be used without encryption. */
export function checkEncryption(variables: Variables, config: Addresses): void {
  const { mayBePlain, mustBeEncrypted } = productionRules(variables);
  for (const [name, address] of webAddresses(variables, config)) mustBeEncrypted(name, address);
  checkDatabase(variables, config, mayBePlain);
}

function webAddresses(variables: Variables, config: Addresses): [string, string | null][] {
  return [
    ["PUBLIC_URL", variables.text("PUBLIC_URL") === null ? null : config.publicUrl],
    [
      "CUSTOMER_JWKS_URL",
      config.customerTokens?.kind === "jwks" ? config.customerTokens.url : null,
    ],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", config.otlpEndpoint],
    // An app's own scheme, such as capacitor://, does not cross a network.
    ...config.allowedOrigins
      .filter((origin) => origin.startsWith("http://"))
      .map((origin): [string, string] => ["ALLOWED_ORIGINS", origin]),
  ];
}

type MayBePlain = (host: string) => boolean;

function checkDatabase(
  variables: Variables,
  { databaseUrl }: Addresses,
  mayBePlain: MayBePlain,
): void {
  if (databaseUrl === null) return;
  const { hostname, searchParams } = new URL(databaseUrl);
  // When a parameter occurs twice, pg takes the last one.
  const last = (name: string) => searchParams.getAll(name).at(-1) ?? null;
  const host = last("host") ?? decodeURIComponent(hostname);
  if (host.startsWith("/") || mayBePlain(host)) return;
  const mode = last("sslmode") ?? "";
  const byLibpq = last("uselibpqcompat") === "true" && mode !== "verify-full";
  const checked = byLibpq
    ? CHECKED_BY_LIBPQ.has(mode) && last("sslrootcert") !== null
    : CHECKED.has(mode);
  if (checked) return;
  const hint = `End it with ?sslmode=verify-full, and &sslrootcert=/path/to/ca.pem where the server's authority is its own. ${ALLOW}`;
  variables.problem(
    "DATABASE_URL",
    "must use TLS and check the server's certificate in production",
    hint,
  );
}
