import { DEMO_KEY } from "../../sandbox/credentials";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox";
import { RunningGateway } from "../support/running-gateway";
import { SandboxControl } from "../support/sandbox-control";
import { setUpBranch } from "../support/set-up-branch";
import { Storefront } from "../support/storefront";

describe("a gateway that is given iiko's address", () => {
  let iiko: Sandbox;
  let gateway: RunningGateway;

  beforeAll(async () => {
    iiko = await startSandbox({ port: 0, cookingSpeed: 50, creationDelayMs: 50 });
    gateway = await RunningGateway.start({
      IIKO_API_URL: iiko.url,
      SMTP_URL: iiko.smtpUrl,
      TELEGRAM_BOT_TOKEN: "123456:invented",
      TELEGRAM_API_URL: iiko.telegramUrl,
    });
  });

  afterAll(async () => {
    await gateway.stop();
    await iiko.close();
  });

  it("starts no sandbox, and has no branches until some are created", async () => {
    expect(gateway.gateway.sandboxUrl).toBeNull();
    expect(await gateway.client.ask("{ branches { nodes { id } } }")).toEqual({
      branches: { nodes: [] },
    });
  });

  it("is set up through its API alone, then submits orders to the till and reports their statuses", async () => {
    const branchId = await setUpBranch(gateway.client, DEMO_KEY);
    const storefront = new Storefront(gateway.client, branchId);
    const order = await storefront.order();
    const events = await storefront.follow(order.trackingToken, ({ to }) => to === "DELIVERED");
    expect(events.at(-1)).toMatchObject({ to: "DELIVERED" });
    expect(await new SandboxControl(iiko.url).inTill(order.number)).toHaveLength(1);
  });

  it("notifies the staff through the mail server and the bot that it was given", async () => {
    const fallback = [
      { kind: "EMAIL", target: "people@test.example" },
      { kind: "TELEGRAM", target: "-100" },
    ];
    const injection = { retryDelaysSeconds: [] };
    const branchId = await setUpBranch(gateway.client, DEMO_KEY, { fallback, injection });
    const storefront = new Storefront(gateway.client, branchId);
    iiko.faults.plan({ path: "/api/1/deliveries/create", fault: { kind: "status", status: 500 } });
    const order = await storefront.order();
    await storefront.follow(order.trackingToken, ({ state }) => state === "FALLBACK_SENT");
    const control = new SandboxControl(iiko.url);
    const messages = [...(await control.mail()), ...(await control.telegram())];
    expect(messages.some(({ text }) => text.includes(order.number))).toBe(true);
  });
});
