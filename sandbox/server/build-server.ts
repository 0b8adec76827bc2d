import Fastify, { type FastifyInstance } from "fastify";

import { ApiRefusal } from "../api-refusal";
import { type ControlParts } from "../control/control-parts";
import { HELP } from "../control/help";
import { orderControls } from "../control/order-controls";
import {
  behaviourControls,
  catcherControls,
  guestControls,
  restaurantControls,
} from "../control/world-controls";
import { type Memory } from "../state/memory";
import { type ApiDoor } from "./api-door";

const LARGEST_BODY_BYTES = 1_048_576;

/**
 * Any page that a developer has open can send requests here; browsers send the page's origin, other
 * programs send none.
 */
function isStrangersPage(origin: string | undefined): boolean {
  if (origin === undefined) return false;
  const host = URL.canParse(origin) ? new URL(origin).hostname : "";
  return !["localhost", "127.0.0.1", "[::1]"].includes(host);
}

/**
 * The HTTP server: iiko's API, the catchers of Telegram and VK, and the remote control. Bodies
 * arrive as text because refusing broken JSON is iiko's job.
 */
export function buildServer(door: ApiDoor, control: ControlParts, memory: Memory): FastifyInstance {
  // Faults that hang keep connections open; closing must not wait for them.
  const server = Fastify({ bodyLimit: LARGEST_BODY_BYTES, forceCloseConnections: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => {
    done(null, body);
  });
  server.setErrorHandler((error, _request, reply) => {
    const status =
      error instanceof ApiRefusal
        ? error.status
        : ((error as { statusCode?: number }).statusCode ?? 500);
    return reply
      .code(status)
      .send({ errorDescription: (error as Error).message, error: null, correlationId: null });
  });
  server.addHook("onRequest", async (request, reply) => {
    if (!isStrangersPage(request.headers.origin)) return;
    return reply
      .code(403)
      .send({ errorDescription: "Pages of other sites may not use the sandbox" });
  });
  server.post("/api/*", (request, reply) => door.handle(request, reply));
  server.get("/_sandbox", () => HELP);
  void server.register((controls, _options, done) => {
    controls.addHook("onSend", async () => memory.saved());
    orderControls(controls, control);
    restaurantControls(controls, control);
    guestControls(controls, control);
    behaviourControls(controls, control);
    catcherControls(controls, control);
    done();
  });
  control.telegram.routes(server);
  control.vk.routes(server);
  return server;
}
