import { eventually, eventuallyIs } from "../support/eventually";
import { organization } from "../support/sandbox-session";
import { WebHookSender } from "../support/web-hook-sender";

describe("the webhook", () => {
  let hooks: WebHookSender;

  beforeAll(async () => {
    hooks = await WebHookSender.start();
  });

  afterAll(() => hooks.stop());

  it("records an event once even if it arrives many times, alone or in a list", async () => {
    const { order, event } = await hooks.inTill();
    const before = await hooks.seen(order);
    const told = event("CookingStarted", 10);
    const answers = await Promise.all(
      [[told], told, [told, told]].map((body) => hooks.post(body, hooks.token)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    // Each is a job, and jobs run in no particular order.
    await eventuallyIs(() => hooks.statusOf(order), "COOKING");
    await hooks.post([event("OnWay", 20), told], hooks.token);
    await eventuallyIs(() => hooks.statusOf(order), "ON_THE_WAY");
    expect(await hooks.seen(order)).toEqual([...before, "COOKING", "ON_THE_WAY"]);
  });

  it("marks news that comes too late, and changes nothing because of it", async () => {
    const { order, event } = await hooks.inTill();
    await hooks.post([event("OnWay", 20)], hooks.token);
    await eventuallyIs(() => hooks.statusOf(order), "ON_THE_WAY");
    await hooks.post([event("CookingStarted", 10)], hooks.token);
    await eventually(async () => (await hooks.seen(order)).includes("COOKING late"));
    expect(await hooks.statusOf(order)).toBe("ON_THE_WAY");
  });

  it("is accepted and ignored when it is about something else", async () => {
    for (const body of [
      [],
      {},
      [{ eventType: "StopListUpdate" }],
      [null, 1, "text"],
      { eventInfo: { id: "nobody's" } },
    ]) {
      expect((await hooks.post(body, hooks.token)).status).toBe(200);
    }
  });

  it("may be about many orders, organizations and other things; each is judged separately", async () => {
    const [one, two] = [await hooks.inTill(), await hooks.inTill()];
    const foreign = "3f6f3a4e-7c11-4a58-9d0a-6c0e8f3f1b52";
    const told = two.event("OnWay", 10) as { eventInfo: object };
    const body = [
      { eventType: "StopListUpdate", organizationId: organization.id, eventInfo: {} },
      { ...told, eventType: "TableOrderUpdate" },
      {
        ...told,
        organizationId: foreign,
        eventInfo: { ...told.eventInfo, organizationId: foreign },
      },
      one.event("Delivered", 20),
    ];
    expect((await hooks.post(body, hooks.token)).status).toBe(200);
    await eventuallyIs(() => hooks.statusOf(one.order), "DELIVERED");
    expect(await hooks.statusOf(two.order)).toBe("ACCEPTED");
  });

  it("may hold what no database can store: the rest is recorded, and so is what follows", async () => {
    const [one, two] = [await hooks.inTill(), await hooks.inTill()];
    const odd = one.event("OnWay", 10) as { eventInfo: { order: object } };
    const order = {
      ...odd.eventInfo.order,
      courierInfo: { courier: { name: "Ann\u0000\ud83d", phone: "\u0000" } },
      cookingFinishTime: "0001-01-01 00:00:00.000",
      whenSended: "+275760-09-13 00:00:00.000",
    };
    const body = [
      { ...odd, eventInfo: { ...odd.eventInfo, order } },
      { ...odd, eventInfo: { ...odd.eventInfo, id: "\u0000" } },
      { ...odd, eventInfo: { ...odd.eventInfo, timestamp: 1e300 } },
      two.event("Delivered", 20),
    ];
    expect((await hooks.post(body, hooks.token)).status).toBe(200);
    await eventuallyIs(() => hooks.statusOf(two.order), "DELIVERED");
    expect(await hooks.statusOf(one.order)).toBe("ON_THE_WAY");
  });

  it.each([
    ["cut off", () => "[{", 400],
    ["a text", () => '"text"', 400],
    ["empty", () => "", 400],
    ["larger than 8 MB", () => JSON.stringify(["x".repeat(8 * 2 ** 20)]), 413],
    ["large, as of many orders", () => JSON.stringify(["x".repeat(2 ** 20)]), 200],
  ])("with a body that is %s is answered accordingly", async (_, body, status) => {
    const response = await fetch(hooks.address(), {
      method: "POST",
      headers: { "content-type": "application/json", authorization: hooks.token },
      body: body(),
    });
    expect(response.status).toBe(status);
  });
});
