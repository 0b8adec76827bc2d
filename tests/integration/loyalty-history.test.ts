import { type Viewer } from "../../src/domain/access/viewer";
import { aNewOrder, aWantedLine } from "../support/a-new-order";
import { ADMIN, operatorOf } from "../support/branch-gateway";
import { type DemoGateway } from "../support/demo-gateway";
import { ANNA, anna, boris, GuestAccount } from "../support/guest-account";
import { plainProduct } from "../support/sandbox-session";

describe("the loyalty programme's account of a guest", () => {
  let account: GuestAccount;
  let gateway: DemoGateway;
  let branchId: string;

  beforeAll(async () => {
    account = await GuestAccount.start();
    ({ gateway, branchId } = account);
  });
  beforeEach(() => account.reset());
  afterAll(() => account.stop());

  it("shows a branch's key the points and history only of guests who have ordered there", async () => {
    const phone = anna!.phone;
    const history = `query ($id: ID!, $phone: String) {
      loyaltyBalance(branchId: $id, phone: $phone) { transactions(first: 1) { nodes { kind } } }
    }`;
    const { errors } = await gateway.answer(history, { id: branchId, phone }, operatorOf(branchId));
    expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
    expect(await account.errorOf(operatorOf(branchId), phone)).toMatchObject({ code: "NOT_FOUND" });
    expect(await account.callsOf("customer/info")).toBe(0);
    expect((await account.balanceOf(ADMIN, phone)).balance.amount).toBe("350.50");

    const lines = [aWantedLine({ article: plainProduct.article })];
    const customer = { name: "Анна", phone, joinsLoyalty: false };
    const { order } = await gateway.app.createOrder.execute(
      aNewOrder(branchId, { lines, customer }),
    );
    expect((await account.balanceOf(operatorOf(branchId), phone)).balance.amount).toBe("350.50");
    await gateway.db.query("delete from orders where id = $1", [order.id]);
  });

  it("identifies a guest by phone, with their own orders and nobody else's", async () => {
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

  it("lists how points came and went, page by page, without being shifted by new entries", async () => {
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
