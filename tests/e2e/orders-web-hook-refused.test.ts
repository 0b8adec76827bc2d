import { eventuallyIs } from "../support/eventually";
import { WebHookSender } from "../support/web-hook-sender";

describe("a webhook call", () => {
  let hooks: WebHookSender;

  beforeAll(async () => {
    hooks = await WebHookSender.start();
  });

  afterAll(() => hooks.stop());

  it.each([
    ["absent", () => undefined],
    ["empty", () => ""],
    ["wrong", () => `${hooks.token.slice(0, -1)}${hooks.token.endsWith("A") ? "B" : "A"}`],
    ["too short", () => hooks.token.slice(0, 10)],
    ["too long", () => `${hooks.token}${hooks.token}`],
    ["in another scheme", () => `Basic ${hooks.token}`],
  ])("is refused when its token is %s", async (_, authorization) => {
    expect((await hooks.post([], authorization())).status).toBe(401);
  });

  it("is refused when its lists are nested endlessly", async () => {
    const body = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect((await hooks.post(body, hooks.token)).status).toBe(400);
    expect(
      (await hooks.post([JSON.parse("[".repeat(50) + "]".repeat(50))], hooks.token)).status,
    ).toBe(200);
  });

  it("is refused when its token belongs to another organization", async () => {
    expect((await hooks.post([], hooks.token, "3f6f3a4e-7c11-4a58-9d0a-6c0e8f3f1b52")).status).toBe(
      401,
    );
  });

  it.each([
    ["raw", () => hooks.token],
    ["as Bearer", () => `Bearer ${hooks.token}`],
    ["as bearer", () => `bearer ${hooks.token}`],
  ])("is accepted with its token %s", async (_, authorization) => {
    const { order, event } = await hooks.inTill();
    expect((await hooks.post([event("OnWay", 10)], authorization())).status).toBe(200);
    await eventuallyIs(() => hooks.statusOf(order), "ON_THE_WAY");
  });

  it("is not read when it comes from a stranger, however large or broken", async () => {
    const headers = { "content-type": "application/json", authorization: "x".repeat(4_000) };
    const answer = await fetch(hooks.address(), {
      method: "POST",
      headers,
      body: "{broken".repeat(1_000),
    });
    expect(answer.status).toBe(401);
  });
});
