import { type IncomingMessage, type ServerResponse } from "node:http";
import { type Socket } from "node:net";

/**
 * Callbacks to run when a connection closes: one listener serves all requests that came over it.
 */
const atClose = new WeakMap<Socket, Set<() => void>>();

/**
 * Calls `over` once, when the answer is done or its client has gone away, even if that happened
 * earlier. A response that waits behind another one on its connection has no socket yet, and Node
 * never reports to it that the client went away.
 */
export function whenOver(
  { socket }: IncomingMessage,
  response: ServerResponse,
  over: () => void,
): void {
  const waiting = waitingFor(socket);
  const once = () => {
    if (!waiting.delete(once)) return;
    response.off("close", once);
    over();
  };
  waiting.add(once);
  response.once("close", once);
  if (response.destroyed || socket.destroyed) once();
}

function waitingFor(socket: Socket): Set<() => void> {
  const known = atClose.get(socket);
  if (known) return known;
  const waiting = new Set<() => void>();
  atClose.set(socket, waiting);
  socket.once("close", () => waiting.forEach((once) => once()));
  return waiting;
}
