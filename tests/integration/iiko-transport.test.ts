import { gzipSync } from "node:zlib";

import { z } from "zod";

import { PosContractBroken, PosRejected, RefusalKind } from "../../src/errors";
import { type Script, sendJson } from "../support/scripted-server";
import { TransportUnderTest } from "../support/transport-under-test";

const schema = z.object({ answer: z.number() });
const correlationId = "b3148b97-952b-40f4-aa33-64fe6055018c";

let under: TransportUnderTest<{ answer: number }>;

async function start(script: Script): Promise<void> {
  under = await TransportUnderTest.start(schema, script);
}

afterEach(() => under.stop());

describe("a good answer", () => {
  it("is read, and the exchange is stored without personal data", async () => {
    await start((response) => sendJson(response, 200, { correlationId, answer: 7, unknown: true }));
    expect(await under.post({ timeoutSeconds: 3 })).toEqual({
      reply: { answer: 7 },
      exchange: {
        correlationId,
        request: { phone: "+7***0009" },
        response: { status: 200, body: { correlationId, answer: 7, unknown: true } },
      },
    });
    expect(under.works()[0]?.headers).toMatchObject({
      timeout: "3",
      authorization: "Bearer token-1",
      "content-type": "application/json; charset=utf-8",
    });
  });

  it("may be compressed", async () => {
    await start((response) => {
      response.writeHead(200, { "Content-Type": "application/json", "Content-Encoding": "gzip" });
      response.end(gzipSync(JSON.stringify({ answer: 7 })));
    });
    expect((await under.post()).reply).toEqual({ answer: 7 });
    expect(under.works()[0]?.headers["accept-encoding"]).toContain("gzip");
  });

  it("reuses its connection", async () => {
    const ports = new Set<number | undefined>();
    await start((response) => {
      ports.add(response.socket?.remotePort);
      sendJson(response, 200, { answer: 7 });
    });
    await under.post();
    await under.post();
    expect(ports.size).toBe(1);
  });
});

describe("a refusal", () => {
  const shapes = [
    { correlationId, errorDescription: "Bad phone", error: "InvalidPhone" },
    { message: "Bad phone", code: "Transport", errorCode: "InvalidPhone", httpStatusCode: 400 },
    { message: "Bad phone", details: "more", code: "InvalidPhone" },
  ];

  it.each(shapes)("is understood in each of iiko's shapes: %j", async (body) => {
    await start((response) => sendJson(response, 400, body));
    const error = await under.failure();
    expect(error).toBeInstanceOf(PosRejected);
    expect(error).toMatchObject({ posCode: "InvalidPhone", kind: RefusalKind.FINAL });
    expect((error as Error).message).toBe("iiko answered 400 to /api/1/anything: Bad phone");
  });

  it.each([
    [400, RefusalKind.FINAL],
    [422, RefusalKind.FINAL],
    [410, RefusalKind.FINAL],
    [403, RefusalKind.OPERATOR],
  ])("with HTTP %i and no known words is of kind %s, even as a page", async (status, kind) => {
    await start((response) =>
      response.writeHead(status, { "Content-Type": "text/html" }).end("<h1>No</h1>"),
    );
    expect(await under.failure({ mutates: true })).toMatchObject({
      code: "POS_REJECTED",
      posCode: "UNKNOWN",
      kind,
    });
    expect(under.works()).toHaveLength(1);
  });

  it("of an organization is for the operator, and does not affect the key's other organizations", async () => {
    const text =
      "Passed organization(s) 2715df0b doesn't belong to your api login included organization list.";
    await start((response) =>
      sendJson(response, 400, { error: "ORGANIZATION_DENIED", errorDescription: text }),
    );
    expect(await under.failure()).toMatchObject({
      posCode: "ORGANIZATION_DENIED",
      kind: RefusalKind.OPERATOR,
    });
    await under.failure();
    expect(under.works()).toHaveLength(2);
  });

  it.each([301, 404, 418])("with HTTP %i is a broken contract", async (status) => {
    await start((response) =>
      response.writeHead(status, { Location: "http://127.0.0.1:1/" }).end(),
    );
    expect(await under.failure()).toBeInstanceOf(PosContractBroken);
    expect(under.works()).toHaveLength(1);
  });
});

describe("a token that is not accepted", () => {
  it("is replaced, and the request is sent once more", async () => {
    await start((response, { headers }) =>
      headers.authorization === "Bearer token-1"
        ? sendJson(response, 401, { errorDescription: "Token has expired." })
        : sendJson(response, 200, { answer: 7 }),
    );
    expect((await under.post({ mutates: true })).reply).toEqual({ answer: 7 });
    expect(under.works()).toHaveLength(2);
  });

  it("is replaced only once", async () => {
    await start((response) => sendJson(response, 401, { errorDescription: "Token has expired." }));
    expect(await under.failure()).toMatchObject({
      code: "POS_REJECTED",
      kind: RefusalKind.OPERATOR,
    });
    expect(under.works()).toHaveLength(2);
    // Then the circuit is open: no calls are made for a while.
    expect(await under.failure()).toMatchObject({ code: "POS_RATE_LIMITED" });
    expect(under.works()).toHaveLength(2);
  });

  it("of a blocked key is not replaced, and the key is left alone", async () => {
    await start((response) =>
      sendJson(response, 401, { errorDescription: "Apilogin has been blocked." }),
    );
    const verdict = { code: "POS_REJECTED", posCode: "KEY_BLOCKED", kind: RefusalKind.OPERATOR };
    expect(await under.failure()).toMatchObject(verdict);
    expect(await under.failure()).toMatchObject(verdict);
    expect(under.server.calls.map(({ path }) => path)).toEqual([
      "/api/1/access_token",
      "/api/1/anything",
    ]);
  });
});

it("logs in a new kind of key through version 2 of the login", async () => {
  await start((response) => sendJson(response, 200, { answer: 7 }));
  const version2 = {
    kind: "APP_KEY_V2",
    apiKey: "key",
    appId: "app",
    clientSecret: "secret",
  } as const;
  await under.transport.post(version2, { path: "/api/1/anything", body: {} }, schema);
  expect(under.server.calls[0]).toMatchObject({
    path: "/api/v2/access_token",
    body: { apiKey: "key", appId: "app", clientSecret: "secret" },
  });
});
