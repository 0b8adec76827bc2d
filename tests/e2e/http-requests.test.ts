import { once } from "node:events";
import { request as httpRequest } from "node:http";

import { SampleServer } from "../support/sample-server";

let server: SampleServer;
let outside: SampleServer;

beforeAll(async () => {
  server = await SampleServer.start({
    registerRoutes: (fastify) => void fastify.get("/extra/:secret", () => "extra"),
  });
  outside = await SampleServer.start({ production: true, introspection: false });
});

afterAll(async () => {
  await Promise.all([server.running.close(), outside.running.close()]);
});

describe("the handling of request ids", () => {
  it("keeps a caller's id, and creates one when it is missing or unsuitable", async () => {
    const idFor = async (headers: Record<string, string>) =>
      (await server.post({ query: "{ hello }" }, headers)).headers.get("x-request-id");

    expect(await idFor({ "x-request-id": "order.42_a-b" })).toBe("order.42_a-b");
    const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
    expect(await idFor({})).toMatch(uuid);
    expect(await idFor({ "x-request-id": "<script>" })).toMatch(uuid);
    expect(await idFor({ "x-request-id": "x".repeat(65) })).toMatch(uuid);
  });

  it("gives the context the same id, the credentials and the address", async () => {
    await server.post(
      { query: "{ hello }" },
      { "x-request-id": "context-1", authorization: "Bearer anna" },
    );
    expect(server.callers.find((caller) => caller.requestId === "context-1")).toMatchObject({
      authorization: "Bearer anna",
      requestId: "context-1",
      remoteAddress: "127.0.0.1",
    });
  });

  it("puts the id into errors of malformed requests, too", async () => {
    const response = await server.post({}, { "x-request-id": "malformed-1" });
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { requestId: "malformed-1" } }],
    });
  });

  it("logs one line per request, without the query, its variables or the real path", async () => {
    const query = "query Secret($skip: Boolean!) { hello viewer @skip(if: $skip) }";
    await server.post(
      { query, variables: { skip: true, phone: "+70000000001" } },
      { "x-request-id": "log-1" },
    );
    await fetch(`${server.running.url}/extra/key-123?token=hush`, {
      headers: { "x-request-id": "log-2" },
    });
    await fetch(`${server.running.url}/nowhere/key-123`, { headers: { "x-request-id": "log-3" } });

    const lines = server.log.filter((entry) => /^log-\d$/.test(String(entry["requestId"])));
    expect(lines).toMatchObject([
      {
        requestId: "log-1",
        method: "POST",
        path: "/graphql",
        status: 200,
        ms: expect.any(Number) as number,
      },
      { requestId: "log-2", method: "GET", path: "/extra/:secret", status: 200 },
      { requestId: "log-3", method: "GET", path: "(no route)", status: 404 },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Secret|70000000001|key-123|hush/);
  });
});

describe("the handling of browsers", () => {
  it("opens answers to listed origins only, and never with credentials", async () => {
    const from = async (origin: string) =>
      (await server.post({ query: "{ hello }" }, { origin })).headers;
    const listed = await from("https://pizza.example");
    expect(listed.get("access-control-allow-origin")).toBe("https://pizza.example");
    expect(listed.get("access-control-allow-credentials")).toBeNull();
    expect(listed.get("vary")).toMatch(/origin/i);
    for (const origin of ["https://evil.example", "https://pizza.example.evil.example", "null"]) {
      expect((await from(origin)).get("access-control-allow-origin")).toBeNull();
    }
  });

  it("answers preflights of listed origins only", async () => {
    const preflight = (origin: string) =>
      fetch(server.graphqlUrl, { method: "OPTIONS", headers: { origin } });
    const listed = await preflight("https://pizza.example");
    expect(listed.status).toBe(204);
    expect(listed.headers.get("access-control-allow-headers")).toContain("authorization");
    expect(
      (await preflight("https://evil.example")).headers.get("access-control-allow-headers"),
    ).toBeNull();
  });

  it("sends strict security headers", async () => {
    const { headers } = await server.post({ query: "{ hello }" });
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none';frame-ancestors 'none';base-uri 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("strict-transport-security")).toBeNull();
    const inProduction = (await outside.post({ query: "{ hello }" })).headers;
    expect(inProduction.get("strict-transport-security")).toContain("max-age");
  });

  it("survives an invalid Host header", async () => {
    const { port } = new URL(server.running.url);
    const headers = { host: "[", "content-type": "application/json" };
    const sent = httpRequest({
      port,
      host: "127.0.0.1",
      path: "/graphql",
      method: "POST",
      headers,
    });
    sent.end('{"query":"{hello}"}');
    const [response] = (await once(sent, "response")) as [{ statusCode: number; resume(): void }];
    response.resume();
    expect(response.statusCode).toBeLessThan(500);
  });
});
