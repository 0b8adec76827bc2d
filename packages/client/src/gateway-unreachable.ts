/**
 * There was no usable response: no network, a broken connection, no response in time, or one that
 * is not the gateway's.
 */
export class GatewayUnreachable extends Error {
  override readonly name = "GatewayUnreachable";
  /** Something did respond, but it lets no stream through, as is the case with some proxies. */
  readonly streamBlocked: boolean;

  constructor(message: string, options: { cause?: unknown; streamBlocked?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.streamBlocked = options.streamBlocked ?? false;
  }
}
