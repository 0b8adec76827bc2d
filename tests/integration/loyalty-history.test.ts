import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { type Viewer } from "../../src/domain/access/viewer";
import { Branch } from "../../src/entities/branches/branch";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { aNewOrder, aWantedLine } from "../support/a-new-order";
import { ADMIN, operatorOf } from "../support/branch-gateway";
import { DemoGateway } from "../support/demo-gateway";
import { plainProduct } from "../support/sandbox-session";

const [anna, boris] = demoRestaurant.guests;
const ANNA: Viewer = { kind: "customer", phone: anna!.phone, expiresAt: null };

const BALANCE = `query ($id: ID!, $phone: String) {
  loyaltyBalance(branchId: $id, phone: $phone) {
    balance { amount currencyCode } held { amount } available { amount } writeOffLimitPercent source tier { name }
    wallets { name kind balance { amount } isBonusWallet } expiring { expiresAt }
  }
}`;

describe("the loyalty programme's account of a guest", () => {
  let gateway: DemoGateway;
  let branchId: string;

  beforeAll(async () => {
    gateway = await DemoGateway.start();
    branchId = gateway.demoBranchId;
  });
  beforeEach(async () => {
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

  it("shows a branch's key the points and history of guests who have ordered there, and of nobody else", async () => {
    const phone = anna!.phone;
    const history = `query ($id: ID!, $phone: String) {
      loyaltyBalance(branchId: $id, phone: $phone) { transactions(first: 1) { nodes { kind } } }
    }`;
    const { errors } = await gateway.answer(history, { id: branchId, phone }, operatorOf(branchId));
    expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
    expect(await errorOf(operatorOf(branchId), phone)).toMatchObject({ code: "NOT_FOUND" });
    expect(await callsOf("customer/info")).toBe(0);
    expect((await balanceOf(ADMIN, phone)).balance.amount).toBe("350.50");

    const lines = [aWantedLine({ article: plainProduct.article })];
    const customer = { name: "Анна", phone, joinsLoyalty: false };
    const { order } = await gateway.app.createOrder.execute(
      aNewOrder(branchId, { lines, customer }),
    );
    expect((await balanceOf(operatorOf(branchId), phone)).balance.amount).toBe("350.50");
    await gateway.db.query("delete from orders where id = $1", [order.id]);
  });

  it("knows a guest by phone, with their own orders and nobody else's", async () => {
    const query =
      "{ me { id name phone orders(first: 5) { nodes { number } pageInfo { hasNextPage } } } }";
    const before = await gateway.ask<{ me: { id: string; name: string | null } }>(query, {}, ANNA);
    expect(before.me).toMatchObject({ name: null, phone: anna!.phone, orders: { nodes: [] } });
    const lines = [aWantedLine({ article: plainProduct.article })];
    const of = (phone: string, name: string) =>
      gateway.app.createOrder.execute(
        aNewOrder(branchId, { lines, customer: { name, phone, joinsLoyalty: false } }),
      );
    const { order } = await of(anna!.phone, "Анна");
    await of(boris!.phone, "Борис");
    expect((await gateway.ask<{ me: object }>(query, {}, ANNA)).me).toEqual({
      id: before.me.id,
      name: "Анна",
      phone: anna!.phone,
      orders: { nodes: [{ number: order.number }], pageInfo: { hasNextPage: false } },
    });
    const customer =
      "query ($phone: String!) { customer(phone: $phone) { name orders { nodes { number } } } }";
    const asked = (viewer: Viewer) =>
      gateway.ask<{ customer: object }>(customer, { phone: anna!.phone }, viewer);
    expect((await asked(operatorOf(branchId))).customer).toMatchObject({
      orders: { nodes: [{ number: order.number }] },
    });
    expect((await asked(operatorOf("00000000-0000-4000-8000-000000000000"))).customer).toBeNull();
  });

  it("lists how points came and went, page by page, while new ones shift nothing", async () => {
    for (const sum of [-1, -2, -3])
      await gateway.control("POST", `guests/${anna!.phone}/points`, { sum });
    const query = `query ($id: ID!, $first: Int!, $after: String) { loyaltyBalance(branchId: $id) {
      transactions(first: $first, after: $after) {
        nodes { amount { amount } balanceAfter { amount } kind posOrderNumber } pageInfo { hasNextPage endCursor }
      }
    } }`;
    interface Page {
      readonly nodes: readonly { readonly amount: { readonly amount: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    }
    const page = async (after: string | null) => {
      const variables = { id: branchId, first: 2, after };
      return (await gateway.ask<{ loyaltyBalance: { transactions: Page } }>(query, variables, ANNA))
        .loyaltyBalance.transactions;
    };
    const first = await page(null);
    expect(first.nodes.map(({ amount }) => amount.amount)).toEqual(["-3.00", "-2.00"]);
    expect(first.pageInfo.hasNextPage).toBe(true);
    await gateway.control("POST", `guests/${anna!.phone}/points`, { sum: -4 });
    expect(await page(first.pageInfo.endCursor)).toMatchObject({
      nodes: [
        { amount: { amount: "-1.00" }, balanceAfter: { amount: "349.50" }, kind: "PayFromWallet" },
      ],
      pageInfo: { hasNextPage: false },
    });
  });
});
