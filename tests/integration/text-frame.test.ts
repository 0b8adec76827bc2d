import { createHash } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

import { WebSocket } from "ws";

import { textFrame } from "../../src/server/text-frame";

const MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** A server that upgrades a connection by hand and writes these bytes to it. */
async function sending(bytes: Buffer): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((connection) => {
    connection.once("data", (request) => {
      const key = /sec-websocket-key: (\S+)/i.exec(request.toString())?.[1] ?? "";
      const accept = createHash("sha1").update(`${key}${MAGIC}`).digest("base64");
      connection.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Accept: ${accept}\r\n\r\n`,
      );
      connection.write(bytes);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `ws://127.0.0.1:${port}`, close: () => void server.close() };
}

describe("A frame around an answer", () => {
  it.each([0, 1, 124, 125, 126, 127, 65_534, 65_535, 65_536, 200_000])(
    "of %d bytes is read by a WebSocket client as one text, and so is what follows it",
    async (length) => {
      const [before, letter, after] = length > 3 ? ["{", "ж", "}"] : ["", "", ""];
      const middle =
        letter + "x".repeat(Math.max(0, length - 2 * letter.length - before.length - after.length));
      const frame = textFrame(before, Buffer.from(middle), after);
      const server = await sending(Buffer.concat([frame, textFrame("", Buffer.from("next"), "")]));
      const client = new WebSocket(server.url);
      const texts: string[] = [];
      await new Promise<void>((resolve, reject) => {
        client.once("error", reject);
        client.on("message", (message: Buffer, isBinary) => {
          texts.push(isBinary ? "binary" : message.toString());
          if (texts.length === 2) resolve();
        });
      });
      expect(texts).toEqual([before + middle + after, "next"]);
      client.terminate();
      server.close();
    },
  );
});
