import { WebSocketClient } from "../support/websocket-client";
import { WholeGateway } from "../support/whole-gateway";

let gateway: WholeGateway;

beforeAll(async () => {
  gateway = await WholeGateway.start();
});

afterAll(() => gateway.stop());

describe("An operationName", () => {
  const query = "{ branches { nodes { id } } }";
  const asked = (operationName: string) => ({
    query: `query ${operationName} ${query}`,
    operationName,
  });
  const search = (operationName: string) =>
    new URLSearchParams({ query, operationName }).toString();
  const streams = { accept: "text/event-stream", "apollo-require-preflight": "1" };

  it("of 200 characters is accepted", async () => {
    expect((await gateway.post(asked("a".repeat(200)))).status).toBe(200);
  });

  it.each<[string, (name: string) => Promise<Response>]>([
    ["posted", (name) => gateway.post(asked(name))],
    ["posted for an event stream", (name) => gateway.post(asked(name), streams)],
    [
      "in a query string",
      (name) =>
        fetch(`${gateway.url}/graphql?${search(name)}`, {
          headers: { "apollo-require-preflight": "1" },
        }),
    ],
    [
      "in a query string, for an event stream",
      (name) => fetch(`${gateway.url}/graphql?${search(name)}`, { headers: streams }),
    ],
  ])("of 201 characters is a bad request: %s", async (_where, send) => {
    const name = "z".repeat(201);
    const response = await send(name);
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(text).toContain('"code":"BAD_REQUEST"');
    expect(text).not.toContain("zz");
  });

  it("of 201 characters is too complex if it is only in the document", async () => {
    const { status, codes } = await gateway.ask(`query ${"a".repeat(201)} ${query}`);
    expect({ status, codes }).toEqual({ status: 400, codes: ["TOO_COMPLEX"] });
  });

  it("of 201 characters is refused on a socket, which lives on", async () => {
    const client = await WebSocketClient.connect(gateway.webSocketUrl);
    client.send({ id: "1", type: "subscribe", payload: asked("a".repeat(201)) });
    client.send({ id: "2", type: "subscribe", payload: asked("a".repeat(200)) });
    expect(await client.answer("1")).toMatchObject([
      { type: "error", payload: [{ extensions: { code: "BAD_REQUEST" } }] },
    ]);
    expect(await client.answer("2")).toMatchObject([{ type: "next" }, { type: "complete" }]);
    await client.leave();
  });
});
