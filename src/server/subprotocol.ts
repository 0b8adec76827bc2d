import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols } from "graphql-ws";
import { type WebSocket } from "ws";

/** Gives the close frame time to get past the data queued before it. */
export const CUT_OFF_GRACE_MS = 2_000;
/** The subprotocol of subscriptions-transport-ws, which is no longer maintained. */
const LEGACY_PROTOCOL = "graphql-ws";
/** Short enough for a close frame. */
const OTHER_PROTOCOL = `Subprotocol not acceptable: use ${GRAPHQL_TRANSPORT_WS_PROTOCOL}, as npm graphql-ws speaks it`;

/**
 * Accepts the offered protocol even if it is not ours: without it a browser shows the page no
 * reason for the failed upgrade.
 */
export function chooseProtocol(offered: Set<string>): string | false {
  return handleProtocols(offered) || [...offered][0] || false;
}

/** Reports which subprotocol is supported, in the client's own protocol and in the close frame. */
export function refuseProtocol(socket: WebSocket): void {
  socket.on("error", () => undefined);
  if (socket.protocol === LEGACY_PROTOCOL) {
    socket.send(JSON.stringify({ type: "connection_error", payload: { message: OTHER_PROTOCOL } }));
  }
  socket.close(CloseCode.SubprotocolNotAcceptable, OTHER_PROTOCOL);
  const gone = setTimeout(() => socket.terminate(), CUT_OFF_GRACE_MS);
  socket.once("close", () => clearTimeout(gone));
}
