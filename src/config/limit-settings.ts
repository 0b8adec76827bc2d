import { type Variables } from "./variables";

const MB = 2 ** 20;
const MOST = 1_000_000;

/**
 * How many connections, how much time and how much memory clients may use. Times are in ms, sizes
 * in bytes.
 */
export interface LimitSettings {
  readonly http: {
    readonly connections: number;
    readonly connectionsPerAddress: number;
    readonly headersTimeoutMs: number;
    readonly requestTimeoutMs: number;
    readonly idleTimeoutMs: number;
    readonly readTimeoutMs: number;
    readonly unreadBytes: number;
    readonly unreadBytesPerAddress: number;
  };
  /** WebSockets and event streams. */
  readonly sockets: { readonly sockets: number; readonly socketsPerAddress: number };
}

export function limitSettings(variables: Variables): LimitSettings {
  const number = (name: string, standard: number, to = MOST) =>
    variables.integer(name, standard, { from: 1, to });
  const ms = (name: string, standard: number) => 1_000 * number(name, standard, 3_600);
  const settings = {
    http: {
      connections: number("MAX_CONNECTIONS", 10_000),
      connectionsPerAddress: number("MAX_CONNECTIONS_PER_ADDRESS", 500),
      headersTimeoutMs: ms("HEADERS_TIMEOUT_SECONDS", 10),
      requestTimeoutMs: ms("REQUEST_TIMEOUT_SECONDS", 30),
      idleTimeoutMs: ms("IDLE_TIMEOUT_SECONDS", 65),
      readTimeoutMs: ms("READ_TIMEOUT_SECONDS", 20),
      unreadBytes: MB * number("MAX_UNREAD_MB", 256),
      unreadBytesPerAddress: MB * number("MAX_UNREAD_MB_PER_ADDRESS", 32),
    },
    sockets: {
      sockets: number("MAX_SOCKETS", 10_000),
      socketsPerAddress: number("MAX_SOCKETS_PER_ADDRESS", 200),
    },
  };
  checkOrder(variables, settings);
  return settings;
}

/** If a single address could take everything, nothing would be left for others. */
function checkOrder(variables: Variables, { http, sockets }: LimitSettings): void {
  const pairs: readonly [name: string, one: number, all: number][] = [
    ["MAX_CONNECTIONS", http.connectionsPerAddress, http.connections],
    ["MAX_UNREAD_MB", http.unreadBytesPerAddress, http.unreadBytes],
    ["MAX_SOCKETS", sockets.socketsPerAddress, sockets.sockets],
  ];
  for (const [name, one, all] of pairs) {
    const hint = `${name} is for all addresses together, ${name}_PER_ADDRESS for each`;
    if (one >= all) variables.problem(`${name}_PER_ADDRESS`, `must be less than ${name}`, hint);
  }
  if (http.headersTimeoutMs > http.requestTimeoutMs) {
    const hint = "The headers are the first part of a request";
    variables.problem("HEADERS_TIMEOUT_SECONDS", "must be at most REQUEST_TIMEOUT_SECONDS", hint);
  }
}
