import { resolve, sep } from "node:path";

import { type Config } from "../config";

interface Failure {
  /** A code of Node.js, OpenSSL or PostgreSQL (an SQLSTATE). */
  readonly code: string;
  readonly message: string;
  readonly port?: unknown;
  readonly path?: unknown;
}

type Words = (failure: Failure, config: Config) => string;

const UNREACHABLE: Words = ({ message }, config) =>
  `DATABASE_URL: PostgreSQL cannot be reached at ${databaseOf(config)} (${message}). Is it running, and is the address right?`;
const REFUSED_USER: Words = ({ message }, config) =>
  `DATABASE_URL: PostgreSQL at ${databaseOf(config)} refuses the user or the password (${message})`;
const FOREIGN_CERTIFICATE: Words = ({ message }, config) =>
  `DATABASE_URL: the certificate of ${databaseOf(config)} cannot be trusted (${message}). Name the authority that issued it: ?sslmode=verify-full&sslrootcert=/path/ca.pem`;
const UNUSABLE_FOLDER: Words = ({ message }, { dataDir }) =>
  `DATA_DIR: the folder ${resolve(dataDir)} cannot be used (${message}). Name one that this user may write to`;

/** For PostgreSQL's codes, see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const WORDS = new Map<string, Words>([
  ["ECONNREFUSED", UNREACHABLE],
  ["ECONNRESET", UNREACHABLE],
  ["EHOSTUNREACH", UNREACHABLE],
  ["ENETUNREACH", UNREACHABLE],
  ["ENOTFOUND", UNREACHABLE],
  ["EAI_AGAIN", UNREACHABLE],
  ["ETIMEDOUT", UNREACHABLE],
  ["28000", REFUSED_USER],
  ["28P01", REFUSED_USER],
  [
    "3D000",
    (_, config) =>
      `DATABASE_URL: there is no database at ${databaseOf(config)}. Create it: createdb`,
  ],
  [
    "42501",
    ({ message }, config) =>
      `DATABASE_URL: its user may not make what the gateway needs at ${databaseOf(config)} (${message}). ` +
      "As the database's owner: grant create on schema public to the user, and grant create on database, too",
  ],
  [
    "25006",
    (_, config) =>
      `DATABASE_URL: ${databaseOf(config)} is read-only: a standby? The gateway needs the primary server`,
  ],
  [
    "53300",
    (_, config) =>
      `DATABASE_URL: PostgreSQL at ${databaseOf(config)} has no connection free (max_connections)`,
  ],
  ["CERT_HAS_EXPIRED", FOREIGN_CERTIFICATE],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", FOREIGN_CERTIFICATE],
  ["ERR_TLS_CERT_ALTNAME_INVALID", FOREIGN_CERTIFICATE],
  ["SELF_SIGNED_CERT_IN_CHAIN", FOREIGN_CERTIFICATE],
  ["UNABLE_TO_GET_ISSUER_CERT", FOREIGN_CERTIFICATE],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", FOREIGN_CERTIFICATE],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", FOREIGN_CERTIFICATE],
]);

/** Errors to which pg gives no code. */
const WITHOUT_CODE: readonly (readonly [RegExp, Words])[] = [
  [/^Connection terminated|^timeout expired/, UNREACHABLE],
  [
    /^The server does not support SSL connections/,
    (_, config) =>
      `DATABASE_URL: PostgreSQL at ${databaseOf(config)} speaks no TLS. Switch it on there (ssl = on), or say ?sslmode=disable where that is allowed`,
  ],
];

/**
 * Returns why the gateway does not start and which setting to check, in words for the person who
 * started it. Contains no password.
 *
 * @returns undefined: no setting could change it; the error's own stack says more
 */
export function startFailure(error: unknown, config: Config): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const failure = failureOf(error);
  const { code, message, path } = failure;
  if (code === "EADDRINUSE" || (code === "EACCES" && failure.port !== undefined))
    return portFailure(failure, config);
  if (code === "EADDRNOTAVAIL" && failure.port !== undefined)
    return `HOST: this machine has no such address (${message})`;
  if (typeof path === "string" && isWithin(path, config.dataDir))
    return UNUSABLE_FOLDER(failure, config);
  const words = WORDS.get(code) ?? WITHOUT_CODE.find(([pattern]) => pattern.test(message))?.[1];
  return words?.(failure, config);
}

/** If a name has several addresses, each has failed; the last failure represents them all. */
function failureOf(error: Error): Failure {
  const last =
    error instanceof AggregateError ? (error.errors.at(-1) as Failure | undefined) : undefined;
  const {
    code = "",
    message,
    port,
    path,
  } = { ...(error as Partial<Failure>), message: error.message, ...last };
  return { code, message: last?.message ?? message, port, path };
}

function portFailure({ code, port }: Failure, { sandboxPort, metricsListener }: Config): string {
  const settings = new Map<unknown, string>([
    [metricsListener?.port, "METRICS_PORT"],
    [sandboxPort, "SANDBOX_PORT"],
  ]);
  const setting = settings.get(port) ?? "PORT";
  const why = code === "EADDRINUSE" ? "is in use by another program" : "is not for this user";
  return `${setting}: the port ${String(port)} ${why}. Choose another: ${setting}=${Number(port) + 1}`;
}

function databaseOf({ databaseUrl }: Config): string {
  if (databaseUrl === null) return "the embedded server";
  const { host, pathname } = new URL(databaseUrl);
  // A slash in a password is taken for the start of the path; in that case, neither is shown.
  return /^\/[^/@]*$/.test(pathname) ? `${host}${pathname}` : "the address given";
}

function isWithin(path: string, folder: string): boolean {
  const root = resolve(folder);
  return resolve(path) === root || resolve(path).startsWith(root + sep);
}
