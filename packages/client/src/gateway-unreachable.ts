/**
 * No usable answer: no network, a broken connection, no word in time, or an answer that is not the
 * gateway's.
 */
export class GatewayUnreachable extends Error {
  override readonly name = "GatewayUnreachable";
  /** Something did answer, but lets no stream through, as some proxies do. */
  readonly streamBlocked: boolean;

  constructor(message: string, options: { cause?: unknown; streamBlocked?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.streamBlocked = options.streamBlocked ?? false;
  }
}
