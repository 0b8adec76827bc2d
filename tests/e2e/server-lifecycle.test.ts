import { once } from "node:events";
import { connect } from "node:net";

import { eventually } from "../support/eventually";
import { SampleServer } from "../support/sample-server";

let server: SampleServer;

beforeAll(async () => {
  server = await SampleServer.start();
});

afterAll(() => server.running.close());

describe("health", () => {
  it("reports a live, ready gateway and its metrics", async () => {
    const get = async (path: string) => {
      const response = await fetch(server.running.url + path);
      return [response.status, response.headers.get("content-type"), await response.text()];
    };
    expect(await get("/livez")).toEqual([
      200,
      "application/json; charset=utf-8",
      '{"status":"alive"}',
    ]);
    expect(await get("/readyz")).toEqual([
      200,
      "application/json; charset=utf-8",
      '{"status":"ready"}',
    ]);
    expect(await get("/metrics")).toEqual([200, "text/plain; version=0.0.4", "up 1\n"]);
  });

  it.each([
    [
      "names a part",
      () => Promise.resolve({ database: "is read-only" }),
      { database: "is read-only" },
    ],
    ["fails", () => Promise.reject(new Error("password")), { readiness: "cannot be told" }],
  ])(
    "reports that the gateway is alive but not ready, and why, when the check %s",
    async (_how, whyNotReady, parts) => {
      const unready = await SampleServer.start({ whyNotReady });
      const answer = await fetch(`${unready.running.url}/readyz`);
      expect([answer.status, await answer.json()]).toEqual([503, { status: "not ready", parts }]);
      expect((await fetch(`${unready.running.url}/livez`)).status).toBe(200);
      await unready.running.close();
    },
  );
});

describe("shutdown", () => {
  it("reports 503 first, answers the request in progress, then accepts no more", async () => {
    const leaving = await SampleServer.start({ shutdownDelayMs: 5_000, drainTimeoutMs: 300_000 });
    const { url } = leaving.running;
    const answer = leaving.query("{ slow }");
    await eventually(() => leaving.callers.length === 1);

    const closed = leaving.running.close();
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await leaving.query("{ hello }")).status).toBe(200);
    await eventually(() => refusesConnections(url));
    leaving.sample.release?.();

    expect(await answer).toMatchObject({ status: 200, body: { data: { slow: "done" } } });
    await closed;
    await expect(leaving.running.close()).resolves.toBeUndefined();
  });

  it("cuts off a request that never ends", async () => {
    const leaving = await SampleServer.start({ drainTimeoutMs: 100 });
    const answer = leaving.query("{ slow }");
    const cutOff = expect(answer).rejects.toThrow();
    await eventually(() => leaving.callers.length === 1);
    await leaving.running.close();
    await cutOff;
  });
});

async function refusesConnections(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const refused = await Promise.race([
    once(socket, "connect").then(() => false),
    new Promise<boolean>((resolve) => socket.on("error", () => resolve(true))),
  ]).catch(() => true);
  socket.destroy();
  return refused;
}
