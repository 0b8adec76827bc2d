import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { eventually } from "../support/eventually";
import {
  aDelivery,
  type Json,
  organization,
  paymentType,
  SandboxSession,
} from "../support/sandbox-session";

describe("a sandbox that is restarted", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "sandbox-"));
  });
  const opened: SandboxSession[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((session) => session.close()));
    await rm(folder, { recursive: true });
  });

  async function open(options: Json = {}): Promise<SandboxSession> {
    const session = await SandboxSession.open({
      stateFile: join(folder, "state.json"),
      ...options,
    });
    opened.push(session);
    return session;
  }

  it("still has orders, registrations, commands, the revision and balances", async () => {
    const before = await open();
    const guest = demoRestaurant.guests[0]!;
    const payment = {
      paymentTypeKind: "LoyaltyCard",
      paymentTypeId: paymentType("BONUS"),
      sum: 20,
    };
    const paymentAdditionalData = {
      type: "LoyaltyCard",
      credential: guest.phone,
      searchScope: "Phone",
    };
    const body = aDelivery({ payments: [{ ...payment, paymentAdditionalData }] });
    const info = await before.createAndWait(body);
    const webHook = { organizationId: organization.id, webHooksUri: "http://127.0.0.1:9/hook" };
    await before.post("/api/1/webhooks/update_settings", webHook);
    const [order] = before.sandbox.orders();
    await before.close();

    const after = await open();
    expect(await after.orderInfo(info.id)).toEqual(info);
    expect(after.sandbox.orders()[0]!.revision).toBe(order!.revision);
    expect((await after.create(body)).body.orderInfo.errorInfo.code).toBe("DuplicatedOrderId");
    expect(
      (await after.post("/api/1/webhooks/settings", { organizationId: organization.id })).body,
    ).toMatchObject({
      webHooksUri: webHook.webHooksUri,
    });
    const customer = { organizationId: organization.id, type: "phone", phone: guest.phone };
    const { walletBalances } = (await after.post("/api/1/loyalty/iiko/customer/info", customer))
      .body;
    const bonuses = guest.wallets.find(({ name }) => name === "Бонусы")!;
    expect((walletBalances as Json[]).find(({ id }) => id === bonuses.id)!.balance).toBe(
      bonuses.balance - 20,
    );
    await after.close();
    expect(await readdir(folder)).toEqual(["state.json"]);
  });

  it("stores an order before answering, and accepts it after the restart", async () => {
    const before = await open({ creationDelayMs: 60_000 });
    const { body } = await before.create(aDelivery());
    const id = body.orderInfo.id;
    // A second sandbox reads the file as it is while the first is still running, as after a kill.
    const after = await open({ creationDelayMs: 60_000 });
    expect((await after.orderInfo(id))!.creationStatus).toBe("InProgress");
  });

  it("carries on cooking", async () => {
    const before = await open();
    const info = await before.createAndWait(aDelivery());
    await before.close();
    const after = await open({ cookingSpeed: 2000 });
    await eventually(async () => {
      const found = await after.orderInfo(info.id);
      return found!.order.status === "Closed" ? true : undefined;
    });
    await after.close();
  });
});
