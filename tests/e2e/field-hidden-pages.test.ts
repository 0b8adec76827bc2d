import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";

import { SampleServer } from "../support/sample-server";
import { WebSocketClient } from "../support/websocket-client";

const PIZZA = "https://pizza.example";
const HELLO = `?query=${encodeURIComponent("{ hello }")}`;
const COUNT = `?query=${encodeURIComponent("subscription { count(to: 1) }")}`;
const STREAM = { accept: "text/event-stream" };

let server: SampleServer;

beforeAll(async () => (server = await SampleServer.start()));
afterAll(() => server.running.close());

async function ask(
  method: string,
  search: string,
  headers: Record<string, string>,
): Promise<[number, string]> {
  const sent = request(`${server.graphqlUrl}${search}`, { method, headers, agent: false });
  sent.end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  let text = "";
  for await (const bytes of response) text += String(bytes);
  return [response.statusCode ?? 0, text];
}

describe("a foreign page that acts through its visitor's browser", () => {
  it.each<[string, string, string, Record<string, string>]>([
    ["no stream", "GET", COUNT, STREAM],
    ["no stream of many operations", "GET", "?token=x", STREAM],
    ["no reservation", "PUT", "", {}],
    ["no answer", "GET", HELLO, {}],
    ["no head of an answer", "HEAD", HELLO, {}],
  ])("gets %s", async (_, method, search, headers) => {
    for (const site of ["cross-site", "same-site"]) {
      const asked = server.callers.length;
      const [status, text] = await ask(method, search, { ...headers, "sec-fetch-site": site });
      expect(status).toBe(403);
      if (method !== "HEAD") expect(text).toContain('"FORBIDDEN"');
      expect(server.callers).toHaveLength(asked);
    }
  });

  it("gets no socket", async () => {
    const headers = { "sec-fetch-site": "cross-site" };
    expect(await WebSocketClient.refusal(server.webSocketUrl, { headers })).toBe(403);
  });

  it("is told so in the visitor's language", async () => {
    const [, text] = await ask("GET", COUNT, {
      ...STREAM,
      "sec-fetch-site": "cross-site",
      "accept-language": "ru",
    });
    expect(text).toContain("Не для страниц этого сайта");
  });

  it.each<[string, Record<string, string>]>([
    ["of our own host", { "sec-fetch-site": "same-origin" }],
    ["that is a person's own address bar", { "sec-fetch-site": "none" }],
    ["that is no browser", {}],
    ["of a listed origin", { "sec-fetch-site": "cross-site", origin: PIZZA }],
  ])("is not one %s", async (_, headers) => {
    const streamed = await ask("GET", COUNT, { ...STREAM, ...headers });
    expect(streamed).toEqual([200, expect.stringContaining('"count":1')]);
    expect(await ask("GET", HELLO, headers)).toEqual([200, expect.stringContaining('"hello"')]);
  });
});
