import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols } from "graphql-ws";
import { type WebSocket } from "ws";

/** For the close frame to pass what waits before it. */
export const CUT_OFF_GRACE_MS = 2_000;
/** Of subscriptions-transport-ws, which nobody keeps any more. */
const LEGACY_PROTOCOL = "graphql-ws";
/** Fits into a close frame. */
const OTHER_PROTOCOL = `Subprotocol not acceptable: use ${GRAPHQL_TRANSPORT_WS_PROTOCOL}, as npm graphql-ws speaks it`;

/**
 * Takes up what is offered even where it is not ours: a browser shows the page no reason for an
 * upgrade without it.
 */
export function chooseProtocol(offered: Set<string>): string | false {
  return handleProtocols(offered) || [...offered][0] || false;
}

/** Says in the client's own words, and in the close frame, which subprotocol is spoken here. */
export function refuseProtocol(socket: WebSocket): void {
  socket.on("error", () => undefined);
  if (socket.protocol === LEGACY_PROTOCOL) {
    socket.send(JSON.stringify({ type: "connection_error", payload: { message: OTHER_PROTOCOL } }));
  }
  socket.close(CloseCode.SubprotocolNotAcceptable, OTHER_PROTOCOL);
  const gone = setTimeout(() => socket.terminate(), CUT_OFF_GRACE_MS);
  socket.once("close", () => clearTimeout(gone));
}
