/**
 * What one client, and all of them, may take of HTTP connections and of bytes that wait to be read.
 */
export interface HttpLimits {
  /** Open at once; sockets that were upgraded are counted apart from then on. */
  readonly connections: number;
  /** Of a single address. Behind a proxy, whose connections all are: requests under way. */
  readonly connectionsPerAddress: number;
  /** A client that has not sent its headers by then is answered with 408. */
  readonly headersTimeoutMs: number;
  /** The same for the whole request. */
  readonly requestTimeoutMs: number;
  /** A connection without a request is closed after that. */
  readonly idleTimeoutMs: number;
  /** A client that takes nothing of what is sent to it for so long is cut off. */
  readonly readTimeoutMs: number;
  /** Or that takes less than this, once so much time has passed. */
  readonly readBytesPerSecond: number;
  /**
   * Bytes of answers, streams and sockets that wait in memory for all; who reads worst is cut off
   * for what is more.
   */
  readonly unreadBytes: number;
  /** The same for a single address. */
  readonly unreadBytesPerAddress: number;
}

export const DEFAULT_HTTP_LIMITS: HttpLimits = {
  connections: 10_000,
  connectionsPerAddress: 500,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  // Longer than the idle timeout of the usual load balancers (60 s), or they send requests into a
  // closing connection.
  idleTimeoutMs: 65_000,
  readTimeoutMs: 20_000,
  readBytesPerSecond: 4 * 1024,
  unreadBytes: 256 * 2 ** 20,
  unreadBytesPerAddress: 32 * 2 ** 20,
};
