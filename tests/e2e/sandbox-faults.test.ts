import { eventually } from "../support/eventually";
import { aDelivery, type Json, SandboxSession } from "../support/sandbox-session";

const CREATE = "/api/1/deliveries/create";

describe("the sandbox with scripted faults", () => {
  let session: SandboxSession;
  beforeAll(async () => {
    session = await SandboxSession.open();
  });
  afterEach(async () => {
    await session.post("/_sandbox/reset");
    await session.logIn();
  });
  afterAll(() => session.close());

  const stored = () => session.sandbox.orders();

  it("answers with a status once, then works again", async () => {
    await session.fault({ kind: "status", status: 503, retryAfterSeconds: 7 }, { path: CREATE });
    const reply = await session.create(aDelivery());
    expect(reply.status).toBe(503);
    expect(reply.headers.get("retry-after")).toBe("7");
    expect(stored()).toHaveLength(0);
    expect((await session.create(aDelivery())).status).toBe(200);
  });

  it("strikes as often as it is told to, on any path if none is named, until cleared", async () => {
    await session.fault({ kind: "status", status: 500, body: { message: "x" } }, { times: 0 });
    for (const path of ["/api/1/organizations", "/api/1/terminal_groups", "/api/1/organizations"]) {
      expect(await session.post(path)).toMatchObject({ status: 500, body: { message: "x" } });
    }
    expect((await session.send("GET", "/_sandbox/faults")).body.faults).toHaveLength(1);
    await session.send("DELETE", "/_sandbox/faults");
    expect((await session.post("/api/1/organizations")).status).toBe(200);
  });

  it("answers with an absurdly deeply nested body", async () => {
    const body = `${"[".repeat(50_000)}${'{"a":1,"b":[2,"c"]}'}${"]".repeat(50_000)}`;
    const fault = `{"path":"${CREATE}","fault":{"kind":"status","status":400,"body":${body}}}`;
    const planned = await fetch(`${session.sandbox.url}/_sandbox/faults`, {
      method: "POST",
      body: fault,
    });
    expect(await planned.text()).toContain(body);
    const answer = await fetch(session.sandbox.url + CREATE, { method: "POST", body: "{}" });
    expect(await answer.text()).toBe(body);
  });

  it("loses the answer for an order that was stored", async () => {
    await session.fault({ kind: "drop-after" }, { path: CREATE });
    await expect(session.create(aDelivery())).rejects.toThrow();
    expect(stored()).toHaveLength(1);
  });

  it("can answer with an error although the order was stored", async () => {
    await session.fault({ kind: "status", status: 502, afterWork: true }, { path: CREATE });
    expect((await session.create(aDelivery())).status).toBe(502);
    expect(stored()).toHaveLength(1);
  });

  it("cuts the connection before anything happens", async () => {
    await session.fault({ kind: "drop-before" }, { path: CREATE });
    await expect(session.create(aDelivery())).rejects.toThrow();
    expect(stored()).toHaveLength(0);
  });

  it("hangs without doing anything", async () => {
    await session.fault({ kind: "hang" }, { path: CREATE });
    const call = fetch(session.sandbox.url + CREATE, {
      method: "POST",
      body: "{}",
      signal: AbortSignal.timeout(100),
    });
    await expect(call).rejects.toThrow();
    expect(stored()).toHaveLength(0);
  });

  it("waits before it does the work", async () => {
    await session.fault({ kind: "delay", ms: 80 }, { path: CREATE });
    const startedAt = Date.now();
    expect((await session.create(aDelivery())).status).toBe(200);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(75);
  });

  it("does the work, waits, and answers late", async () => {
    await session.fault({ kind: "delay", ms: 1_500, afterWork: true }, { path: CREATE });
    let answered = false;
    const call = session.create(aDelivery()).finally(() => (answered = true));
    await eventually(() => stored().length === 1);
    expect(answered).toBe(false);
    expect((await call).status).toBe(200);
  });

  it("sends broken JSON, HTML and a huge body", async () => {
    await session.fault({ kind: "truncate" }, { path: "/api/1/organizations" });
    await expect(session.post("/api/1/organizations")).rejects.toThrow(SyntaxError);
    await session.fault({ kind: "html", status: 502 }, { path: "/api/1/organizations" });
    expect((await session.post("/api/1/organizations")).headers.get("content-type")).toContain(
      "text/html",
    );
    await session.fault({ kind: "huge", bytes: 200_000 }, { path: "/api/1/organizations" });
    expect(
      JSON.stringify((await session.post("/api/1/organizations")).body).length,
    ).toBeGreaterThan(200_000);
  });

  it("limits the rate with and without Retry-After", async () => {
    await session.fault({ kind: "rate-limit", retryAfterSeconds: 120 });
    const limited = await session.post("/api/1/organizations");
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "120"]);
    await session.fault({ kind: "rate-limit" });
    expect((await session.post("/api/1/organizations")).headers.get("retry-after")).toBeNull();
  });

  it("revokes a token in mid-session", async () => {
    await session.fault({ kind: "unauthorized" }, { path: CREATE });
    expect((await session.create(aDelivery())).status).toBe(401);
    expect((await session.create(aDelivery())).status).toBe(401);
    await session.logIn();
    expect((await session.create(aDelivery())).status).toBe(200);
  });

  it("accepts an order after its creation timeout", async () => {
    await session.fault({ kind: "late-acceptance", ms: 150 });
    const failed = await session.createAndWait(aDelivery());
    expect(failed.creationStatus).toBe("Error");
    expect(failed.errorInfo.message).toContain("Creation timeout expired");
    const late = await eventually(async () => {
      const found = await session.orderInfo(failed.id);
      return found?.creationStatus === "Success" ? found : undefined;
    });
    expect(late).toMatchObject({ errorInfo: null, order: { status: "WaitCooking" } });
  });

  it("fails a creation with any given code", async () => {
    await session.fault({
      kind: "creation-error",
      code: "ConceptionNotFound",
      message: "нет концепции",
    });
    const failed = await session.createAndWait(aDelivery());
    expect(failed.errorInfo).toMatchObject({
      code: "ConceptionNotFound",
      message: "нет концепции",
    });
  });

  it("leaves an order in progress for a while", async () => {
    await session.fault({ kind: "stay-in-progress", ms: 200 });
    const body = aDelivery();
    const startedAt = Date.now();
    expect((await session.createAndWait(body)).creationStatus).toBe("Success");
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(190);
  });

  it("refuses a fault it does not know", async () => {
    expect((await session.post("/_sandbox/faults", { fault: { kind: "earthquake" } })).status).toBe(
      400,
    );
  });

  it("counts calls", async () => {
    await session.create(aDelivery());
    const { body } = await session.send("GET", "/_sandbox/calls");
    expect((body.counts as Json)[CREATE]).toBe(1);
    expect((body.calls as Json[]).at(-1)).toMatchObject({ path: CREATE, status: 200 });
  });
});
