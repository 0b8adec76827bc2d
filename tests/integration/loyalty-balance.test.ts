import { DEMO_KEY } from "../../sandbox/credentials";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { ADMIN, operatorOf } from "../support/branch-gateway";
import { type DemoGateway } from "../support/demo-gateway";
import { ANNA, anna, boris, GuestAccount } from "../support/guest-account";

const bonuses = anna!.wallets.find(({ name }) => name === "Бонусы")!;

describe("loyaltyBalance", () => {
  let account: GuestAccount;
  let gateway: DemoGateway;
  let branchId: string;

  beforeAll(async () => {
    account = await GuestAccount.start();
    ({ gateway, branchId } = account);
  });
  afterEach(() => account.reset());
  afterAll(() => account.stop());

  it("shows a guest every wallet separately, and the points of the branch's wallet", async () => {
    expect(await account.balanceOf(ANNA)).toEqual({
      balance: { amount: "350.50", currencyCode: "RUB" },
      held: { amount: "0.00" },
      available: { amount: "350.50" },
      source: "IIKO",
      tier: null,
      expiring: [],
      writeOffLimitPercent: expect.any(Number) as number,
      wallets: [
        { name: "Бонусы", kind: "BONUS", balance: { amount: "350.50" }, isPointsWallet: true },
        { name: "Депозит", kind: "DEPOSIT", balance: { amount: "0.00" }, isPointsWallet: false },
      ],
    });
  });

  it("shows in the very next answer what the POS has spent", async () => {
    await account.balanceOf(ANNA);
    await gateway.control("POST", `guests/${anna!.phone}/points`, { sum: -50.25 });
    expect((await account.balanceOf(ANNA)).balance.amount).toBe("300.25");
  });

  it("uses the wallet that the settings name, and never guesses among several", async () => {
    expect(await account.errorOf(ADMIN, boris!.phone)).toMatchObject({ code: "LOYALTY_DISABLED" });
    await account.save({ bonusWalletId: bonuses.id });
    const { balance, wallets } = await account.balanceOf(ADMIN, boris!.phone);
    expect(balance.amount).toBe("80.00");
    expect(wallets.filter(({ isPointsWallet }) => isPointsWallet).map(({ name }) => name)).toEqual([
      "Бонусы",
    ]);
  });

  it("is empty for a phone the programme does not know", async () => {
    expect(await account.balanceOf(ADMIN, "8 (999) 555-00-00")).toMatchObject({
      balance: { amount: "0.00" },
      wallets: [],
    });
  });

  it("queries iiko once per guest and organization in one request, and again in the next", async () => {
    const twin = await gateway.app.createBranch.execute({
      name: "Twin",
      timeZone: "Europe/Moscow",
      currencyCode: "RUB",
    });
    const { pos, organizationId, terminalGroupId, externalMenuId } = (
      await gateway.ask<{ branch: { settings: BranchSettingsChange } }>(
        "query ($id: ID!) { branch(id: $id) { settings { pos organizationId terminalGroupId externalMenuId } } }",
        { id: branchId },
      )
    ).branch.settings;
    const place = { pos, organizationId, terminalGroupId, externalMenuId, apiLogin: DEMO_KEY };
    await gateway.app.saveBranchSettings.execute(ADMIN, twin.id, twin.version, place);
    const both = `query ($id: ID!, $twin: ID!) {
      a: loyaltyBalance(branchId: $id) { asOf } b: loyaltyBalance(branchId: $id) { asOf }
      c: loyaltyBalance(branchId: $twin) { asOf } me { loyalty(branchId: $id) { asOf } }
    }`;
    await gateway.ask(both, { id: branchId, twin: twin.id }, ANNA);
    expect(await account.callsOf("customer/info")).toBe(1);
    await gateway.ask(both, { id: branchId, twin: twin.id }, ANNA);
    expect(await account.callsOf("customer/info")).toBe(2);
  });

  it("is a typed error where nobody has points: disabled by the branch, or not set up in iiko", async () => {
    await gateway.control("PUT", "switches", { loyaltyIsOff: true });
    expect(await account.errorOf(ANNA)).toMatchObject({
      code: "LOYALTY_DISABLED",
      retryable: false,
    });
    await gateway.control("POST", "reset");
    await account.save({ doNotUseBonuses: true });
    expect(await account.errorOf(ANNA)).toMatchObject({ code: "LOYALTY_DISABLED" });
    expect(await account.callsOf("customer/info")).toBe(0);
  });

  it("is a typed error while iiko is down, and the rest of the query is answered", async () => {
    await gateway.control("POST", "faults", { times: 0, fault: { kind: "status", status: 503 } });
    const query = `query ($id: ID!) { loyaltyBalance(branchId: $id) { asOf } branch(id: $id) { name } }`;
    const { data, errors } = await gateway.answer(query, { id: branchId }, ANNA);
    expect(data).toMatchObject({
      loyaltyBalance: null,
      branch: { name: expect.any(String) as string },
    });
    expect(errors?.[0]?.originalError).toMatchObject({
      code: "POS_UNAVAILABLE",
      source: "IIKO",
      retryable: true,
    });
  });

  it("lets guests see only their own points, and keys only those of their branches", async () => {
    expect(await account.errorOf(ANNA, boris!.phone)).toMatchObject({ code: "FORBIDDEN" });
    expect(await account.errorOf(operatorOf("another"), anna!.phone)).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await account.errorOf(ADMIN)).toMatchObject({ code: "BAD_USER_INPUT" });
  });
});
