import { randomUUID } from "node:crypto";

import { type TillOrder } from "../../sandbox/control/till-order";
import { eventually } from "../support/eventually";
import { customerToken, RunningGateway } from "../support/running-gateway";
import { ADMIN_KEY } from "../support/settings";
import { type Storefront } from "../support/storefront";

const CREATE_KEY = `mutation ($branchIds: [ID!]!) {
  createApiKey(input: { label: "site", scope: OPERATOR, branchIds: $branchIds }) { secret userErrors { code } }
}`;
const CREATE_BRANCH = `mutation {
  createBranch(input: { name: "Another", timeZone: "Europe/Moscow", currencyCode: RUB }) { branch { id } }
}`;
const COUNT = "{ orders { totalCount } }";
/** The guest of the orders that a storefront places. */
const GUEST = { name: "Тест Гость", phone: "+79990000009" };

describe("an order that is claimed to be paid", () => {
  let gateway: RunningGateway;
  let storefront: Storefront;
  let key: string;

  beforeAll(async () => {
    gateway = await RunningGateway.start();
    storefront = await gateway.storefront();
    key = await keyOf(storefront.branchId);
  });

  afterAll(() => gateway.stop());

  async function keyOf(...branchIds: string[]): Promise<string> {
    const answer = await gateway.client.ask<{ createApiKey: { secret: string } }>(
      CREATE_KEY,
      { branchIds },
      ADMIN_KEY,
    );
    return answer.createApiKey.secret;
  }

  async function keyOfAnotherBranch(): Promise<string> {
    const made = await gateway.client.ask<{ createBranch: { branch: { id: string } } }>(
      CREATE_BRANCH,
      {},
      ADMIN_KEY,
    );
    return keyOf(made.createBranch.branch.id);
  }

  async function stored(): Promise<number> {
    return (await gateway.client.ask<{ orders: { totalCount: number } }>(COUNT, {}, ADMIN_KEY))
      .orders.totalCount;
  }

  const paidBy = (externalPaymentId: string | null, more: object = {}) =>
    storefront.input({
      customer: GUEST,
      payment: { method: "ONLINE", paidOnline: true, externalPaymentId },
      ...more,
    });

  /** "taken", or each fault as "CODE path". */
  async function outcome(input: object, token?: string): Promise<string> {
    const { order, userErrors } = await storefront.create(input, token);
    return order
      ? "taken"
      : userErrors.map(({ code, field }) => `${code} ${field?.join(".") ?? ""}`).join();
  }

  async function inTill(number: string): Promise<TillOrder> {
    return eventually(async () => (await gateway.sandbox.inTill(number))[0]);
  }

  it("is refused from anonymous callers, signed-in guests and another branch's key, and reaches no till", async () => {
    const guest = await customerToken(GUEST.phone);
    const claims = ["input.payment.paidOnline", "input.payment.externalPaymentId"].map(
      (path) => `FORBIDDEN ${path}`,
    );
    for (const token of [undefined, guest]) {
      expect(await outcome(await paidBy("4711"), token)).toBe(claims.join());
      expect(await outcome(await paidBy("  "), token)).toBe(claims[0]);
      const named = await storefront.input({
        customer: GUEST,
        payment: { method: "ONLINE", externalPaymentId: "4711" },
      });
      expect(await outcome(named, token)).toBe(claims[1]);
    }
    expect(await outcome(await paidBy("4711"), await keyOfAnotherBranch())).toBe(
      "NOT_FOUND input.branchId",
    );
    expect(await stored()).toBe(0);
    expect(await gateway.sandbox.orders()).toEqual([]);
  });

  it("is reported as refused together with all other errors", async () => {
    const input = await paidBy("4711", { customer: { name: " ", phone: "12" } });
    expect(await outcome(input)).toBe(
      [
        "REQUIRED input.customer.name",
        "PHONE_INVALID input.customer.phone",
        "FORBIDDEN input.payment.paidOnline",
        "FORBIDDEN input.payment.externalPaymentId",
      ].join(),
    );
  });

  it("is accepted with a key of the branch, and the till collects no money for it", async () => {
    const { order } = await storefront.create(await paidBy(randomUUID()), key);
    const { request, payments, comment } = await inTill(order!.number);
    expect(request.order.payments).toMatchObject([
      { sum: Number(order!.totals.total.amount), isProcessedExternally: true },
    ]);
    expect(payments).toMatchObject([{ isProcessedExternally: true }]);
    expect(comment).toBeNull();
  });

  it("is shown to the till as owed if it is to be paid online and nobody has said that it was", async () => {
    const { order } = await storefront.create(
      await storefront.input({ payment: { method: "ONLINE" } }),
    );
    const { request, comment } = await inTill(order!.number);
    expect(request.order.payments).toMatchObject([{ isProcessedExternally: false }]);
    expect(comment).toBe(`Не оплачено. К оплате: ${order!.totals.total.amount} ₽`);
  });

  it("is the same order again for the same key, and no second order for the same payment", async () => {
    const input = await paidBy("again");
    const first = await storefront.create(input, key);
    expect(await storefront.create(input, key)).toMatchObject({
      replayed: true,
      order: { id: first.order!.id },
    });
    const before = await stored();
    expect(await outcome(await paidBy("again"), key)).toBe(
      "CONFLICT input.payment.externalPaymentId",
    );
    expect(await outcome(await paidBy("again"), ADMIN_KEY)).toBe(
      "CONFLICT input.payment.externalPaymentId",
    );
    expect(await stored()).toBe(before);
  });

  it("is the only one of twenty simultaneous ones with one payment, in the gateway and in the till", async () => {
    const comment = "из двадцати";
    const inputs = await Promise.all(
      Array.from({ length: 20 }, () => paidBy("twenty", { comment })),
    );
    const outcomes = await Promise.all(inputs.map((input) => outcome(input, key)));
    expect(outcomes.filter((each) => each === "taken")).toHaveLength(1);
    expect(
      outcomes.filter((each) => each === "CONFLICT input.payment.externalPaymentId"),
    ).toHaveLength(19);
    const found = async () =>
      (await gateway.sandbox.orders()).filter((order) => order.comment === `«${comment}»`);
    await eventually(async () => (await found()).length > 0);
    const { order } = await storefront.create(await paidBy("after the twenty"), key);
    await inTill(order!.number);
    expect(await found()).toHaveLength(1);
  });
});
