import { type SocketConstructor } from "./gateway-socket.ts";
import { GatewayUnreachable } from "./gateway-unreachable.ts";

export interface ClientOptions {
  /** The gateway's absolute GraphQL address: `https://gateway.example.ru/graphql`. */
  readonly url: string;
  /**
   * `Bearer …`: a signed-in guest's token or an API key. A function is called before every request
   * and connection, so that a token can be renewed. Guests who are not signed in need none.
   */
  readonly authorization?:
    string | (() => string | undefined | Promise<string | undefined>) | undefined;
  /**
   * The language of summaries and errors. If omitted, that of the browser or device, or Russian if
   * there is none.
   */
  readonly locale?: "ru" | "en" | undefined;
  /** If omitted, the global one. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * If omitted, the global one. Node 20 has none: pass the one from `ws`, otherwise tracking uses
   * event streams instead.
   */
  readonly webSocketImpl?: SocketConstructor | undefined;
}

/**
 * What a client sends about its user: with every request, or once when a socket opens.
 *
 * @throws {GatewayUnreachable} no authorization is available now
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
