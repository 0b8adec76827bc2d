import { gzipSync } from "node:zlib";

import { z } from "zod";

import { IikoTransport } from "../../src/adapters/iiko/connection/iiko-transport";
import { PosContractBroken, PosRateLimited, PosSilent, PosUnavailable } from "../../src/errors";
import { inMemorySharing } from "../support/in-memory-sharing";
import { type Script, sendJson } from "../support/scripted-server";
import { credential, now, TransportUnderTest } from "../support/transport-under-test";

const schema = z.object({ answer: z.number() });

let under: TransportUnderTest<{ answer: number }>;

async function start(script: Script): Promise<void> {
  under = await TransportUnderTest.start(schema, script);
}

afterEach(() => under.stop());

describe("a requested pause", () => {
  it.each([
    [{ "Retry-After": "120" }, 120_000],
    [{ "Retry-After": "Mon, 12 Oct 2026 12:00:30 GMT" }, 30_000],
    [{ "Retry-After": "soon" }, 5_000],
    [{}, 5_000],
  ])("with %j lasts %i ms", async (headers: Record<string, string>, retryAfterMs) => {
    await start((response) =>
      sendJson(response, 429, { errorDescription: "Too many requests" }, headers),
    );
    const error = await under.failure();
    expect(error).toBeInstanceOf(PosRateLimited);
    expect(error).toMatchObject({ retryAfterMs });
    expect(under.works()).toHaveLength(1);
  });
});

describe("an unusable answer", () => {
  const html = { "Content-Type": "text/html" };
  const cut = JSON.stringify({ answer: 7 }).slice(0, 6);

  it.each<[string, Script]>([
    [
      "a server-side timeout",
      (response) => sendJson(response, 408, { errorDescription: "Request timeout" }),
    ],
    [
      "a server error",
      (response) => sendJson(response, 500, { errorDescription: "Internal server error" }),
    ],
    ["a proxy's page", (response) => response.writeHead(502, html).end("<h1>502</h1>")],
    ["a page with HTTP 200", (response) => response.writeHead(200, html).end("<h1>Welcome</h1>")],
    [
      "a cut body",
      (response) => response.writeHead(200, { "Content-Type": "application/json" }).end(cut),
    ],
    [
      "an empty body",
      (response) => response.writeHead(200, { "Content-Type": "application/json" }).end(),
    ],
    [
      "a body shorter than announced",
      (response) => response.writeHead(200, { "Content-Length": 99 }).end(cut),
    ],
    ["a broken connection", (response) => response.destroy()],
    ["silence", () => undefined],
    [
      "a mutation's answer of another shape",
      (response) => sendJson(response, 200, { answer: "seven" }),
    ],
  ])("is %s, and the request is sent once", async (_name, script) => {
    await start(script);
    const error = await under.failure({ mutates: true, timeoutSeconds: 0.1 });
    expect(error).toBeInstanceOf(PosUnavailable);
    expect((error as PosUnavailable).exchange?.request).toEqual({ phone: "+7***0009" });
    expect(under.works()).toHaveLength(1);
  });

  it.each<[string, boolean, Script]>([
    ["408", true, (response) => sendJson(response, 408, { errorDescription: "Request timeout" })],
    ["504", true, (response) => response.writeHead(504, html).end("<h1>504</h1>")],
    ["nothing", true, () => undefined],
    [
      "500",
      false,
      (response) => sendJson(response, 500, { errorDescription: "Internal server error" }),
    ],
    ["a broken connection", false, (response) => response.destroy()],
    [
      "half a body",
      false,
      (response) =>
        response.writeHead(200, { "Content-Length": 99 }).write(cut, () => response.destroy()),
    ],
  ])(
    "counts as silence, for the next request as well, or not: %s (%p)",
    async (_name, silent, script) => {
      await start(script);
      expect((await under.failure({ timeoutSeconds: 0.1 })) instanceof PosSilent).toBe(silent);
    },
  );

  it("is one that trickles in beyond the deadline", async () => {
    await start((response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      const drip = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(drip));
    });
    expect(await under.failure({ timeoutSeconds: 0.1 })).toMatchObject({
      message: "iiko did not answer /api/1/anything: no answer in time",
    });
  });

  it("is what a server that is not there gives", async () => {
    await start(() => undefined);
    const gone = new IikoTransport({
      baseUrl: "http://127.0.0.1:1",
      clock: () => now,
      sharing: inMemorySharing(),
    });
    await expect(gone.post(credential, { path: "/x", body: {} }, schema)).rejects.toThrow(
      PosUnavailable,
    );
    gone.close();
  });
});

describe("an answer that breaks the contract", () => {
  it("to a read is for the operator, and names the field", async () => {
    await start((response) => sendJson(response, 200, { answer: "seven" }));
    const error = await under.failure();
    expect(error).toBeInstanceOf(PosContractBroken);
    expect((error as Error).message).toBe(
      "iiko's answer to /api/1/anything breaks its contract: answer",
    );
  });

  it("may be too large; the outcome of a mutation is then unknown", async () => {
    await start((response) => sendJson(response, 200, { answer: 7, padding: "x".repeat(5000) }));
    expect(await under.failure({ maxBytes: 1000 })).toBeInstanceOf(PosContractBroken);
    expect(await under.failure({ maxBytes: 1000, mutates: true })).toBeInstanceOf(PosUnavailable);
  });

  it("is too large even if it was compressed to a small size", async () => {
    await start((response) => {
      response.writeHead(200, { "Content-Type": "application/json", "Content-Encoding": "gzip" });
      response.end(gzipSync(JSON.stringify({ answer: 7, padding: "x".repeat(200_000) })));
    });
    expect(await under.failure({ maxBytes: 10_000 })).toBeInstanceOf(PosContractBroken);
  });
});
