import { DEMO_KEY } from "../../sandbox/credentials";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { type Viewer } from "../../src/domain/access/viewer";
import { Branch } from "../../src/entities/branches/branch";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { ADMIN, operatorOf } from "../support/branch-gateway";
import { DemoGateway } from "../support/demo-gateway";

const [anna, boris] = demoRestaurant.guests;
const ANNA: Viewer = { kind: "customer", phone: anna!.phone, expiresAt: null };
const bonuses = anna!.wallets.find(({ name }) => name === "Бонусы")!;

const BALANCE = `query ($id: ID!, $phone: String) {
  loyaltyBalance(branchId: $id, phone: $phone) {
    balance { amount currencyCode } held { amount } available { amount } writeOffLimitPercent source tier { name }
    wallets { name kind balance { amount } isBonusWallet } expiring { expiresAt }
  }
}`;

describe("loyaltyBalance", () => {
  let gateway: DemoGateway;
  let branchId: string;

  beforeAll(async () => {
    gateway = await DemoGateway.start();
    branchId = gateway.demoBranchId;
  });
  afterEach(async () => {
    await gateway.control("POST", "reset");
    await save({ doNotUseBonuses: false, bonusWalletId: null });
  });
  afterAll(() => gateway.stop());

  async function save(change: BranchSettingsChange): Promise<void> {
    const { version } = await gateway.db.manager.findOneByOrFail(Branch, { id: branchId });
    await gateway.app.saveBranchSettings.execute(ADMIN, branchId, version, change);
  }

  interface Account {
    readonly balance: { readonly amount: string };
    readonly wallets: readonly { readonly name: string; readonly isBonusWallet: boolean }[];
  }

  async function balanceOf(viewer: Viewer, phone: string | null = null): Promise<Account> {
    const variables = { id: branchId, phone };
    return (await gateway.ask<{ loyaltyBalance: Account }>(BALANCE, variables, viewer))
      .loyaltyBalance;
  }

  async function errorOf(viewer: Viewer, phone: string | null = null): Promise<unknown> {
    const { data, errors } = await gateway.answer(BALANCE, { id: branchId, phone }, viewer);
    expect(data).toEqual({ loyaltyBalance: null });
    return errors?.[0]?.originalError;
  }

  async function callsOf(path: string): Promise<number> {
    const { counts } = (await gateway.control("GET", "calls")) as {
      counts: Record<string, number>;
    };
    return counts[`/api/1/loyalty/iiko/${path}`] ?? 0;
  }

  it("tells a guest every wallet apart, and the points of the branch's one", async () => {
    expect(await balanceOf(ANNA)).toEqual({
      balance: { amount: "350.50", currencyCode: "RUB" },
      held: { amount: "0.00" },
      available: { amount: "350.50" },
      source: "IIKO",
      tier: null,
      expiring: [],
      writeOffLimitPercent: expect.any(Number) as number,
      wallets: [
        { name: "Бонусы", kind: "BONUS", balance: { amount: "350.50" }, isBonusWallet: true },
        { name: "Депозит", kind: "DEPOSIT", balance: { amount: "0.00" }, isBonusWallet: false },
      ],
    });
  });

  it("shows in the very next answer what the till has spent", async () => {
    await balanceOf(ANNA);
    await gateway.control("POST", `guests/${anna!.phone}/points`, { sum: -50.25 });
    expect((await balanceOf(ANNA)).balance.amount).toBe("300.25");
  });

  it("takes the wallet the settings name; among several it never guesses", async () => {
    expect(await errorOf(ADMIN, boris!.phone)).toMatchObject({ code: "LOYALTY_DISABLED" });
    await save({ bonusWalletId: bonuses.id });
    const { balance, wallets } = await balanceOf(ADMIN, boris!.phone);
    expect(balance.amount).toBe("80.00");
    expect(wallets.filter(({ isBonusWallet }) => isBonusWallet).map(({ name }) => name)).toEqual([
      "Бонусы",
    ]);
  });

  it("is empty for a phone the programme does not know", async () => {
    expect(await balanceOf(ADMIN, "8 (999) 555-00-00")).toMatchObject({
      balance: { amount: "0.00" },
      wallets: [],
    });
  });

  it("asks iiko once per guest and organization in one request, and again in the next", async () => {
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
    expect(await callsOf("customer/info")).toBe(1);
    await gateway.ask(both, { id: branchId, twin: twin.id }, ANNA);
    expect(await callsOf("customer/info")).toBe(2);
  });

  it("is a typed error where nobody has points: switched off by the branch, or not set up in iiko", async () => {
    await gateway.control("PUT", "switches", { loyaltyIsOff: true });
    expect(await errorOf(ANNA)).toMatchObject({ code: "LOYALTY_DISABLED", retryable: false });
    await gateway.control("POST", "reset");
    await save({ doNotUseBonuses: true });
    expect(await errorOf(ANNA)).toMatchObject({ code: "LOYALTY_DISABLED" });
    expect(await callsOf("customer/info")).toBe(0);
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

  it("lets guests see their own points only, and keys those of their branches", async () => {
    expect(await errorOf(ANNA, boris!.phone)).toMatchObject({ code: "FORBIDDEN" });
    expect(await errorOf(operatorOf("another"), anna!.phone)).toMatchObject({ code: "NOT_FOUND" });
    expect(await errorOf(ADMIN)).toMatchObject({ code: "BAD_USER_INPUT" });
  });
});
