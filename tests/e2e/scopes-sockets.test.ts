import { once } from "node:events";
import { connect } from "node:net";

import { Unauthenticated } from "../../src/errors";
import { metricsAccess } from "../../src/security/authenticate";
import { listenForMetrics } from "../../src/server/health-routes";
import { eventually } from "../support/eventually";
import { SampleServer } from "../support/sample-server";
import { WebSocketClient } from "../support/websocket-client";

describe("a key that is revoked while its socket is open", () => {
  it("loses its subscriptions at the next recheck, while others keep theirs", async () => {
    let revoked = false;
    const server = await SampleServer.start({
      webSocketLimits: { recheckIntervalMs: 50 },
      contextFor: ({ authorization }) =>
        revoked && authorization !== undefined
          ? Promise.reject(new Unauthenticated("The token is not valid"))
          : Promise.resolve({ viewer: authorization ?? "guest", generation: 0 }),
    });
    const [holder, guest] = [
      await WebSocketClient.connect(server.webSocketUrl, { authorization: "Bearer key" }),
      await WebSocketClient.connect(server.webSocketUrl),
    ];
    for (const client of [holder, guest]) client.subscribe("1", "subscription { silence }");
    await eventually(() => server.sample.openSubscriptions === 2);
    revoked = true;
    expect(await holder.closed).toBe(4403);
    await eventually(() => server.sample.openSubscriptions === 1);
    await guest.leave();
    await server.running.close();
  });

  it("keeps them while the gateway itself cannot check", async () => {
    let looks = 0;
    let isBroken = false;
    const server = await SampleServer.start({
      webSocketLimits: { recheckIntervalMs: 20 },
      contextFor: () => {
        looks++;
        return isBroken
          ? Promise.reject(new Error("no database"))
          : Promise.resolve({ viewer: "key", generation: 0 });
      },
    });
    const client = await WebSocketClient.connect(server.webSocketUrl, {
      authorization: "Bearer key",
    });
    client.subscribe("1", "subscription { silence }");
    await eventually(() => server.sample.openSubscriptions === 1);
    for (const broken of [true, false]) {
      isBroken = broken;
      const before = looks;
      await eventually(() => looks > before + 4);
    }
    expect(server.sample.openSubscriptions).toBe(1);
    await client.leave();
    await server.running.close();
  });
});

describe("introspection where outsiders may not use it", () => {
  it("is open to those whom the gateway allows, on both transports", async () => {
    const server = await SampleServer.start({
      introspection: false,
      mayIntrospect: ({ viewer }) => viewer === "Bearer operator",
    });
    const query = "{ __schema { queryType { name } } }";
    expect((await server.query(query)).status).toBe(400);
    const operator = await server.post({ query }, { authorization: "Bearer operator" });
    expect(await operator.json()).toEqual({ data: { __schema: { queryType: { name: "Query" } } } });
    const client = await WebSocketClient.connect(server.webSocketUrl, {
      authorization: "Bearer operator",
    });
    client.subscribe("1", query);
    expect(await client.answer("1")).toMatchObject([{ type: "next" }, { type: "complete" }]);
    await client.leave();
    await server.running.close();
  });
});

describe("a client that never finishes its request", () => {
  it("is cut off with 408", async () => {
    const server = await SampleServer.start({ requestTimeoutMs: 300 });
    const socket = connect(Number(new URL(server.running.url).port), "127.0.0.1");
    socket.write(
      "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
    );
    const [answer] = (await once(socket, "data")) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 408 /);
    socket.destroy();
    await server.running.close();
  });
});

describe("metrics in production", () => {
  const apiKeys = {
    viewerOf: (key: string) =>
      Promise.resolve(
        key === "admin"
          ? { kind: "key", scope: "ADMIN", branchIds: null }
          : key === "operator"
            ? { scope: "OPERATOR" }
            : undefined,
      ),
  };
  const METRICS_KEY = "fP3kR8sT1vW6xZ0bD5gH9jLq";
  const mayRead = metricsAccess(
    apiKeys as unknown as Parameters<typeof metricsAccess>[0],
    METRICS_KEY,
  );

  it.each([
    ["no key, wherever it comes from", undefined, false],
    ["an operator's key", "Bearer operator", false],
    ["an admin key", "Bearer admin", true],
    ["the metrics key", `Bearer ${METRICS_KEY}`, true],
    ["the metrics key without its scheme", METRICS_KEY, false],
    ["the beginning of the metrics key", `Bearer ${METRICS_KEY.slice(0, -1)}`, false],
  ] as [string, string | undefined, boolean][])(
    "with %s: Authorization header %s, open %s",
    async (_what, authorization, expected) => {
      expect(await mayRead({ authorization })).toBe(expected);
    },
  );

  it("have no key of their own unless one is set", async () => {
    const closed = metricsAccess(apiKeys as unknown as Parameters<typeof metricsAccess>[0]);
    expect(await closed({ authorization: `Bearer ${METRICS_KEY}` })).toBe(false);
  });

  it("are served on a separate listener that serves nothing else", async () => {
    const metrics = () => Promise.resolve({ contentType: "text/plain", body: "orders 1" });
    const listener = await listenForMetrics({ host: "127.0.0.1", port: 0 }, metrics);
    const get = (path: string) => fetch(`http://127.0.0.1:${listener.port}${path}`);
    expect(await (await get("/metrics")).text()).toBe("orders 1");
    expect((await get("/graphql")).status).toBe(404);
    await listener.close();
  });

  it("answer everyone else with 401", async () => {
    const server = await SampleServer.start({ mayReadMetrics: () => Promise.resolve(false) });
    const response = await fetch(`${server.running.url}/metrics`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
    });
    await server.running.close();
  });
});
