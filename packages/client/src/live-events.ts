import { type ClientOptions } from "./client-options.ts";
import { eventStreamEvents } from "./event-stream-events.ts";
import { type GatewayHttp } from "./gateway-http.ts";
import { GatewayUnreachable } from "./gateway-unreachable.ts";
import { type Line, type Place } from "./line.ts";
import { type TrackedEvent } from "./operations.ts";
import { polledEvents } from "./polled-events.ts";
import { socketConstructorOf, webSocketEvents } from "./web-socket-events.ts";

/**
 * Follows an order by the best means that works: a WebSocket, an event stream if sockets do not get
 * through, or polling if streams do not either. Each call starts with the best, so that nothing has
 * to be remembered about a network that changes.
 */
export async function* liveEvents(
  options: ClientOptions,
  http: GatewayHttp,
  place: Place,
  line: Line,
): AsyncGenerator<TrackedEvent, void, undefined> {
  let isOpen = false;
  const watched: Line = {
    ...line,
    opened: () => {
      isOpen = true;
      line.opened();
    },
  };
  const Socket = socketConstructorOf(options);
  if (Socket) {
    try {
      return yield* webSocketEvents(options, Socket, place, watched);
    } catch (error) {
      if (isOpen || !(error instanceof GatewayUnreachable)) throw error;
    }
  }
  try {
    return yield* eventStreamEvents(http, place, watched);
  } catch (error) {
    if (isOpen || !(error instanceof GatewayUnreachable && error.streamBlocked)) throw error;
  }
  yield* polledEvents(http, place, watched);
}
