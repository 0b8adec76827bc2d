import { WebSocket } from "ws";

import { SseClient } from "../support/sse-client";
import { WebSocketClient } from "../support/websocket-client";
import { WholeGateway } from "../support/whole-gateway";

const NOBODY = "00000000-0000-4000-8000-000000000000";

interface Answered {
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: Record<string, unknown>;
  }[];
}

let gateway: WholeGateway;

beforeAll(async () => (gateway = await WholeGateway.start()));
afterAll(() => gateway.stop());

describe("errors in streams and sockets are in the caller's language", () => {
  it("in event streams, both refused and open ones", async () => {
    const headers = { "accept-language": "ru" };
    const url = `${gateway.url}/graphql`;
    const query = `subscription { availabilityChanged(branchId: "${NOBODY}") { __typename } }`;
    const stream = await SseClient.open({ url, body: { query }, headers });
    expect(await stream.whole()).toMatchObject([
      { data: { errors: [{ message: "Такого филиала нет" }] } },
      { event: "complete" },
    ]);
    const refused = await fetch(url, {
      method: "POST",
      headers: {
        ...headers,
        accept: "text/event-stream",
        "content-type": "application/json",
        authorization: "Bearer a.b.c",
      },
      body: JSON.stringify({ query }),
    });
    expect(((await refused.json()) as Answered).errors[0]?.message).toBe("Токен недействителен");
  });

  it("over sockets, by their parameters or their header", async () => {
    const query = `subscription { availabilityChanged(branchId: "${NOBODY}") { __typename } }`;
    const client = await WebSocketClient.connect(gateway.webSocketUrl, { acceptLanguage: "ru" });
    client.subscribe("1", query);
    expect(await client.answer("1")).toMatchObject([
      { type: "next", payload: { errors: [{ message: "Такого филиала нет" }] } },
      { type: "complete" },
    ]);
    client.subscribe("2", "{ hallo }");
    expect(await client.answer("2")).toMatchObject([
      { payload: [{ message: "В типе Query нет поля hallo." }] },
    ]);
    await client.leave();
    const socket = new WebSocket(gateway.webSocketUrl, "graphql-transport-ws", {
      headers: { "accept-language": "ru" },
    });
    const closed = new Promise<string>((resolve) =>
      socket.once("close", (_code: number, reason: Buffer) => resolve(reason.toString())),
    );
    socket.once("open", () =>
      socket.send(
        JSON.stringify({ type: "connection_init", payload: { authorization: "Bearer a.b.c" } }),
      ),
    );
    expect(await closed).toBe("Токен недействителен");
  });
});
