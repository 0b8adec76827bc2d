import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { eventually } from "../support/eventually";
import { customerToken, RunningGateway } from "../support/running-gateway";

const [anna, boris] = demoRestaurant.guests;
const INFO = "/api/1/loyalty/iiko/customer/info";
const TRANSACTIONS = "/api/1/loyalty/iiko/customer/transactions/by_date";
const COUPONS = "/api/1/loyalty/iiko/coupons/info";

describe("What callers cost of the budget of iiko requests", () => {
  let gateway: RunningGateway;
  let branchId: string;
  let token: string;

  beforeAll(async () => {
    gateway = await RunningGateway.start({
      IIKO_RATE_PER_SECOND: "100",
      PUBLIC_MUTATION_BURST: "0",
    });
    const { branches } = await gateway.client.ask<{ branches: { nodes: { id: string }[] } }>(
      "{ branches(first: 1) { nodes { id } } }",
    );
    branchId = branches.nodes[0]!.id;
    token = await customerToken(anna!.phone);
  });
  beforeEach(() => gateway.sandbox.send("POST", "reset"));
  afterAll(() => gateway.stop());

  const calls = async (path: string) => (await gateway.sandbox.calls(path)).length;
  const aliases = (count: number, field: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => `a${n}: ${field(n)}`).join(" ");
  const transactions = (after: (n: number) => string, count: number) =>
    `query ($b: ID!) { me { loyalty(branchId: $b) { ${aliases(
      count,
      (n) => `transactions(first: 1, after: "${after(n)}") { pageInfo { hasNextPage } }`,
    )} } } }`;

  it("is one page of transactions for fifty aliases within it", async () => {
    const query = transactions((n) => `1900000000000.${n + 1}`, 50);
    const { errors } = await gateway.client.query(query, { b: branchId }, token);
    expect(errors).toBeUndefined();
    expect([await calls(INFO), await calls(TRANSACTIONS)]).toEqual([1, 1]);
  });

  it.each<[string, (n: number) => string]>([
    ["places in the list", (n) => `1900000000000.${n * 100}`],
    ["ends of the period", (n) => `${1_900_000_000_000 + n}.0`],
  ])("is at most two pages, however many different %s a request names", async (_, after) => {
    const { errors } = await gateway.client.query(transactions(after, 20), { b: branchId }, token);
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(["BAD_USER_INPUT"]);
    // The refusal of the third page does not wait for the answers to the others.
    await eventually(async () => (await calls(TRANSACTIONS)) >= 2);
    expect(await calls(TRANSACTIONS)).toBe(2);
  });

  it("is a single request per failing query, however often it is sent", async () => {
    await gateway.sandbox.plan({ path: INFO, times: 0, fault: { kind: "status", status: 503 } });
    const query = "query ($b: ID!) { loyaltyBalance(branchId: $b) { balance { amount } } }";
    for (let n = 1; n <= 5; n++) {
      const { errors } = await gateway.client.query(query, { b: branchId }, token);
      expect(errors?.[0]?.extensions?.code).toBe("POS_UNAVAILABLE");
      expect(await calls(INFO)).toBe(n);
    }
  });

  it("is a single request for a coupon that appears in five operations of one request", async () => {
    const input = `{ branchId: "${branchId}", fulfilment: PICKUP, lines: [{ article: "00101" }], promoCodes: ["KEBAB-2026"] }`;
    const quotes = `mutation { ${aliases(5, () => `quoteOrder(input: ${input}) { userErrors { code } }`)} }`;
    const { errors } = await gateway.client.query(quotes);
    expect(errors).toBeUndefined();
    expect(await calls(COUPONS)).toBe(1);
  });

  it("is capped for a guest who asks too often, whatever the token, while another guest is unaffected", async () => {
    const query = "query ($b: ID!) { loyaltyBalance(branchId: $b) { balance { amount } } }";
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 40; n++) {
      const { errors } = await gateway.client.query(
        query,
        { b: branchId },
        await customerToken(anna!.phone, `${n + 1}h`),
      );
      codes.push(errors?.[0]?.extensions?.code);
    }
    expect(codes).toContain("RATE_LIMITED");
    expect(await calls(INFO)).toBeLessThan(40);
    const other = await gateway.client.query(
      query,
      { b: branchId },
      await customerToken(boris!.phone),
    );
    expect(other.errors?.[0]?.extensions?.code).not.toBe("RATE_LIMITED");
  });
});
