/** What the transport knows of a caller. */
export interface Caller {
  /** The Authorization header, or `authorization` of a WebSocket's connection parameters. */
  readonly authorization: string | undefined;
  /** The X-Router-Key header; sockets have none. */
  readonly routerKey?: string | undefined;
  /** The X-Company-Key header, or the same among a WebSocket's connection parameters. */
  readonly companyKey?: string | undefined;
  /** Of the page that calls, as its browser writes it. */
  readonly origin?: string | undefined;
  /** The Accept-Language header, or `acceptLanguage` of a WebSocket's connection parameters. */
  readonly acceptLanguage: string | undefined;
  readonly requestId: string;
  readonly remoteAddress: string;
  /**
   * What the application says of itself: `apollographql-client-name`, of headers or of a
   * WebSocket's connection parameters. Anything at all.
   */
  readonly clientName?: string | undefined;
}

/**
 * Makes the context of one operation.
 *
 * @throws {Unauthenticated | Forbidden} the credentials are no good: 401 or 403, on a WebSocket
 * close code 4403
 */
export type ContextFor<Context> = (caller: Caller) => Promise<Context>;

/** What sockets and event streams read of a context. */
export interface Expiring {
  /**
   * When the credentials run out; the socket is closed with 4403 at that moment, the stream ends.
   */
  readonly expiresAt?: Date | undefined;
}
