/**
 * Limits for one client, and for all of them, on HTTP connections and on bytes that wait to be
 * read.
 */
export interface HttpLimits {
  /** Simultaneously open connections; once a socket is upgraded it is counted separately. */
  readonly connections: number;
  /**
   * For a single address. Behind a proxy, to which all connections belong: requests in progress.
   */
  readonly connectionsPerAddress: number;
  /** A client that has not sent its headers by then gets 408. */
  readonly headersTimeoutMs: number;
  /** The same limit for the whole request. */
  readonly requestTimeoutMs: number;
  /** A connection without a request is closed after this time. */
  readonly idleTimeoutMs: number;
  /** A client that reads nothing of what is sent to it for this long is cut off. */
  readonly readTimeoutMs: number;
  /** A client that reads less than this is cut off too, once that time has passed. */
  readonly readBytesPerSecond: number;
  /**
   * Bytes of answers, streams and sockets that wait in memory for all clients; the worst readers
   * are cut off when there are more.
   */
  readonly unreadBytes: number;
  /** The same limit for a single address. */
  readonly unreadBytesPerAddress: number;
}

export const DEFAULT_HTTP_LIMITS: HttpLimits = {
  connections: 10_000,
  connectionsPerAddress: 500,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  // Longer than the idle timeout of common load balancers (60 s); otherwise they send requests into
  // a closing connection.
  idleTimeoutMs: 65_000,
  readTimeoutMs: 20_000,
  readBytesPerSecond: 4 * 1024,
  unreadBytes: 256 * 2 ** 20,
  unreadBytesPerAddress: 32 * 2 ** 20,
};
