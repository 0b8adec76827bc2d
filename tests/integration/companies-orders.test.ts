import { randomUUID } from "node:crypto";

import { CreateCompany } from "../../src/services/companies/create-company";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { OrderFixture } from "../support/order-fixture";

const PHONE = "+79990000009";

let fixture: OrderFixture;
let companyId: string;

beforeAll(async () => {
  fixture = await OrderFixture.start();
  const company = await new CreateCompany(fixture.db).execute(ADMIN, {
    name: "Sushi",
    origins: [],
  });
  companyId = company.id;
});
afterAll(() => fixture.stop());

async function numberOf(branchId: string): Promise<string> {
  const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
  return order.number;
}

describe("Orders of two companies", () => {
  it("are numbered per company, from 1001", async () => {
    const pizza = await fixture.branch();
    const [one, other] = [
      await fixture.branch({}, randomUUID(), companyId),
      await fixture.branch({}, randomUUID(), companyId),
    ];
    expect([await numberOf(pizza), await numberOf(one), await numberOf(other)]).toEqual([
      "1001",
      "1001",
      "1002",
    ]);
    expect(await numberOf(pizza)).toBe("1002");
    const rows = await fixture.db.query<{ count: number }[]>(
      "select count(*)::int as count from orders where company_id = $1",
      [companyId],
    );
    expect(rows).toEqual([{ count: 2 }]);
  });

  it("are exported and forgotten per company, even though the phone is the same", async () => {
    const { eraseCustomer, exportCustomer } = fixture.useCases;
    await fixture.db.query("update orders set status = 'CLOSED', injection_state = 'IN_POS'");
    const all = { phone: PHONE, first: 10, after: null };
    const theirs = await exportCustomer.execute(ADMIN, { ...all, companyId });
    expect(theirs.totalOrders).toBe(2);
    expect(await eraseCustomer.execute(ADMIN, PHONE, companyId)).toEqual({ erasedOrders: 2 });
    expect((await exportCustomer.execute(ADMIN, { ...all, companyId })).totalOrders).toBe(0);
    expect((await exportCustomer.execute(ADMIN, all)).totalOrders).toBe(2);
    const none = exportCustomer.execute(ADMIN, { ...all, companyId: randomUUID() });
    await expect(none).rejects.toMatchObject({ userErrors: [{ code: "NOT_FOUND" }] });
  });

  it("stay with it: a branch never moves to another company", async () => {
    const branchId = await fixture.branch();
    const given = fixture.db.query("update branches set company_id = $2 where id = $1", [
      branchId,
      companyId,
    ]);
    await expect(given).rejects.toThrow("A branch stays with its company");
  });
});
