import { type ClientOptions, credentialsOf } from "./client-options.ts";
import { onComeback } from "./comeback.ts";
import { EventQueue } from "./event-queue.ts";
import { GatewaySocket, type SocketConstructor } from "./gateway-socket.ts";
import { GatewayUnreachable } from "./gateway-unreachable.ts";
import { type Line, type Place } from "./line.ts";
import { type TrackedEvent, TrackOrder } from "./operations.ts";
import { trackedEventIn } from "./tracked-event-in.ts";

/** Returns the available WebSocket, if any. */
export function socketConstructorOf({
  webSocketImpl,
}: ClientOptions): SocketConstructor | undefined {
  return webSocketImpl ?? (globalThis as { WebSocket?: SocketConstructor }).WebSocket;
}

/**
 * Follows an order over a WebSocket until the gateway ends it.
 *
 * @throws {GatewayUnreachable} the connection could not be established or was lost
 * @throws {GatewayError} the gateway refused
 */
export async function* webSocketEvents(
  options: ClientOptions,
  Socket: SocketConstructor,
  { token, after }: Place,
  { signal, opened }: Line,
): AsyncGenerator<TrackedEvent, void, undefined> {
  const queue = new EventQueue<unknown>();
  const credentials = await credentialsOf(options);
  const { document } = TrackOrder;
  const socket = new GatewaySocket(
    open(Socket, options.url),
    { document, variables: { token, after }, credentials, onOpen: opened },
    queue,
  );
  const close = () => socket.close();
  const stopListening = onComeback(() => socket.check());
  signal.addEventListener("abort", close);
  if (signal.aborted) close();
  try {
    for await (const answer of queue) yield trackedEventIn(answer);
  } finally {
    signal.removeEventListener("abort", close);
    stopListening();
    close();
  }
}

function open(Socket: SocketConstructor, url: string) {
  try {
    return new Socket(url.replace(/^http/, "ws"), "graphql-transport-ws");
  } catch (cause) {
    // A page's security policy may forbid sockets.
    throw new GatewayUnreachable("A WebSocket cannot be opened", { cause });
  }
}
