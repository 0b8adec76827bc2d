import { ADMIN } from "../support/branch-gateway";
import { DemoGateway } from "../support/demo-gateway";

const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { number } userErrors { code field } }
}`;
const ORDER = {
  lines: [{ article: "00101", quantity: "1" }],
  customer: { name: "Анна", phone: "+79990000001" },
  payment: { method: "CASH" },
};

let now = new Date();
let gateway: DemoGateway;
beforeAll(async () => {
  gateway = await DemoGateway.start({ now: () => now });
});
afterAll(() => gateway.stop());

async function codesOf(fulfilment: string): Promise<string[]> {
  const address = fulfilment === "DELIVERY" ? { street: "Печная", house: "7" } : null;
  const input = {
    ...ORDER,
    branchId: gateway.demoBranchId,
    fulfilment,
    address,
    idempotencyKey: String(Math.random()),
  };
  const { createOrder } = await gateway.ask<{ createOrder: { userErrors: { code: string }[] } }>(
    CREATE,
    { input },
  );
  return createOrder.userErrors.map(({ code }) => code);
}

describe("createOrder while delivery is paused", () => {
  it("refuses deliveries, accepts pick-ups, and accepts deliveries again when the pause is over", async () => {
    const until = new Date(now.getTime() + 3_600_000);
    await gateway.app.setOrderAcceptance.execute(ADMIN, gateway.demoBranchId, {
      delivery: false,
      until,
    });

    expect(await codesOf("DELIVERY")).toContain("BRANCH_NOT_ACCEPTING");
    expect(await codesOf("PICKUP")).not.toContain("BRANCH_NOT_ACCEPTING");
    now = until;
    expect(await codesOf("DELIVERY")).not.toContain("BRANCH_NOT_ACCEPTING");
  });
});
