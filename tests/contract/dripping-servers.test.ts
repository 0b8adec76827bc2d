import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";

import { TelegramChannel } from "../../src/adapters/telegram/telegram-channel";
import { VkChannel } from "../../src/adapters/vk/vk-channel";
import { ChannelFailed } from "../../src/errors";
import { BoundedRequests } from "../../src/ports/bounded-requests";
import { type FallbackChannel } from "../../src/ports/fallback-channel";

const DEADLINE_MS = 300;
const MESSAGE = { id: "1", subject: "Order", text: "An order" };

/** Answers with a blank now and then, and never ends. */
async function startDripping(): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { "content-type": "application/json" });
    const drops = setInterval(() => response.write(" "), DEADLINE_MS / 10);
    response.once("close", () => clearInterval(drops));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

describe("A server that sends a little every now and then", () => {
  let server: Server;
  beforeAll(async () => (server = await startDripping()));
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const requests = () => new BoundedRequests(undefined, DEADLINE_MS);
  it.each<[string, (url: string) => FallbackChannel]>([
    ["Telegram", (url) => new TelegramChannel(url, "bot", requests())],
    ["VK", (url) => new VkChannel(url, "token", requests())],
  ])("is awaited until the deadline by %s, and may have the message", async (_, open) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const failure: unknown = await open(url)
      .deliver("1", MESSAGE)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ChannelFailed);
    expect(failure).toMatchObject({ mayHaveArrived: true });
  });
});
