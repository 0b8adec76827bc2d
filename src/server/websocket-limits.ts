import { type LiveBudgetLimits } from "./live-budget";

/**
 * Limits for one client, and for all of them, on WebSockets and event streams; a stream counts as a
 * socket.
 */
export interface WebSocketLimits extends LiveBudgetLimits {
  readonly sockets: number;
  readonly socketsPerAddress: number;
  readonly subscriptionsPerSocket: number;
  /** A socket that has not sent `connection_init` by then is closed with 4408. */
  readonly initTimeoutMs: number;
  /**
   * A socket that has not answered a ping by the time of the next one is dropped, with 1013 if
   * bytes are waiting for it; a stream gets a comment at this interval.
   */
  readonly pingIntervalMs: number;
  /**
   * How often the credentials of an open socket are checked again: a revoked key loses its
   * subscriptions within this time.
   */
  readonly recheckIntervalMs: number;
  /**
   * Bytes queued for a client that reads too slowly before it is dropped with 1013. It may
   * reconnect with its cursor.
   */
  readonly maxBufferedBytes: number;
}

export const DEFAULT_WEBSOCKET_LIMITS: WebSocketLimits = {
  sockets: 10_000,
  socketsPerAddress: 200,
  subscriptionsPerSocket: 50,
  initTimeoutMs: 3_000,
  pingIntervalMs: 15_000,
  recheckIntervalMs: 30_000,
  maxBufferedBytes: 1024 * 1024,
  heldPerConnection: 4 * 2 ** 20,
  heldPerAddress: 16 * 2 ** 20,
  heldInAll: 256 * 2 ** 20,
};
