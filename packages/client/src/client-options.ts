import { type SocketConstructor } from "./gateway-socket.ts";
import { GatewayUnreachable } from "./gateway-unreachable.ts";

export interface ClientOptions {
  /** The gateway's GraphQL address, absolute: `https://gateway.example.ru/graphql`. */
  readonly url: string;
  /**
   * `Bearer …`: a signed-in guest's token or an API key. A function is asked before every request
   * and connection, so that a token can be renewed. Guests who are not signed in need none.
   */
  readonly authorization?:
    string | (() => string | undefined | Promise<string | undefined>) | undefined;
  /**
   * The language of summaries and faults. Left out: the browser's or device's own, Russian where
   * there is none.
   */
  readonly locale?: "ru" | "en" | undefined;
  /** Left out: the global one. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Left out: the global one. Node 20 has none: pass the one of `ws`, or tracking takes event
   * streams instead.
   */
  readonly webSocketImpl?: SocketConstructor | undefined;
}

/**
 * What a client has to say of its user: with every request, or once when a socket opens.
 *
 * @throws {GatewayUnreachable} there is no authorization to be had now
 */
export async function credentialsOf({
  authorization,
  locale,
}: ClientOptions): Promise<Record<string, string>> {
  try {
    const current = typeof authorization === "function" ? await authorization() : authorization;
    return {
      ...(current && { authorization: current }),
      ...(locale && { "accept-language": locale }),
    };
  } catch (cause) {
    throw new GatewayUnreachable("The authorization could not be renewed", { cause });
  }
}
