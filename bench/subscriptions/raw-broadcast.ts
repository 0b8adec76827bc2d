import { type AddressInfo } from "node:net";

import { WebSocketServer } from "ws";

import { serveUntilReleased, settingsOfChild } from "../child";

/** Sends the same bytes to every client: the best that a WebSocket can do. */
async function main(): Promise<void> {
  // Removed from the queue, because otherwise it would be answered as a question.
  await settingsOfChild();
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  const broadcast = ({ text = "", times = 0 }: { text?: string; times?: number }) => {
    for (let time = 0; time < times; time += 1)
      for (const socket of server.clients) socket.send(text);
  };
  const close = () => new Promise((resolve) => server.close(resolve));
  server.once("listening", () => {
    serveUntilReleased(
      `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
      close,
      broadcast,
    );
  });
}

void main();
