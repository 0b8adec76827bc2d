import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";

import { serveUntilReleased, settingsOfChild } from "../../child";

/** The upper limit of what is possible: node:http with a prepared answer. */
async function main(): Promise<void> {
  const { body, encoding } = await settingsOfChild<{ body: string; encoding: string | null }>();
  const bytes = Buffer.from(body, "base64");
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "content-length": bytes.length,
    ...(encoding && { "content-encoding": encoding }),
  };
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, headers).end(bytes);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  serveUntilReleased(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

void main();
