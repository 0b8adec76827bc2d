/** What the transport knows about a caller. */
export interface Caller {
  /** The Authorization header, or `authorization` from a WebSocket's connection parameters. */
  readonly authorization: string | undefined;
  /** The X-Router-Key header; sockets do not have one. */
  readonly routerKey?: string | undefined;
  /** The X-Company-Key header, or its equivalent in a WebSocket's connection parameters. */
  readonly companyKey?: string | undefined;
  /** Origin of the calling page, as its browser sends it. */
  readonly origin?: string | undefined;
  /** The Accept-Language header, or `acceptLanguage` from a WebSocket's connection parameters. */
  readonly acceptLanguage: string | undefined;
  readonly requestId: string;
  readonly remoteAddress: string;
  /**
   * How the application identifies itself: `apollographql-client-name` from the headers or from a
   * WebSocket's connection parameters. May contain anything.
   */
  readonly clientName?: string | undefined;
}

/**
 * Creates the context of one operation.
 *
 * @throws {Unauthenticated | Forbidden} the credentials are invalid: 401 or 403; on a WebSocket,
 *   close code 4403
 */
export type ContextFor<Context> = (caller: Caller) => Promise<Context>;

/** The part of a context that sockets and event streams read. */
export interface Expiring {
  /**
   * When the credentials expire; at that moment the socket is closed with 4403, or the stream ends.
   */
  readonly expiresAt?: Date | undefined;
}
