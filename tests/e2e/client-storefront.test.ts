import { createClient } from "../../packages/client/src/create-client";
import { type CreateOrderInput } from "../../packages/client/src/operations";
import { RunningGateway } from "../support/running-gateway";

describe("the storefront client", () => {
  let gateway: RunningGateway;
  let branchId: string;

  beforeAll(async () => {
    gateway = await RunningGateway.start();
    branchId = (await gateway.storefront()).branchId;
  });

  afterAll(() => gateway.stop());

  const client = () => createClient({ url: `${gateway.gateway.url}/graphql`, locale: "en" });

  it("reads branches, the menu and more of its products", async () => {
    expect((await client().branches()).map(({ id }) => id)).toContain(branchId);
    const menu = await client().menu(branchId);
    expect(menu?.sections[0]?.products.nodes[0]?.sizes.length).toBeGreaterThan(0);
    const first = await client().products(branchId, { first: 2 });
    const next = await client().products(branchId, { first: 2, after: first.pageInfo.endCursor });
    expect(new Set([...first.nodes, ...next.nodes].map(({ id }) => id)).size).toBe(4);
  });

  it("asks who delivers to an address, and at what times", async () => {
    const address = { latitude: "57.63", longitude: "39.85" };
    const { options, userErrors } = await client().deliveryOptions({
      branchIds: [branchId],
      address,
    });
    expect(userErrors).toEqual([]);
    expect(options).toMatchObject([{ branch: { id: branchId }, served: true, reason: null }]);
    const tomorrow = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 10);
    const [slot] = await client().timeSlots(branchId, tomorrow);
    expect(slot).toMatchObject({ available: true });
    expect(await client().facts(branchId)).toMatchObject({
      paymentMethods: ["CASH", "CARD_ON_DELIVERY", "ONLINE"],
    });
  });

  it("orders once no matter how often it retries, and shows the order by its token", async () => {
    const input = (await (await gateway.storefront()).input()) as CreateOrderInput;
    const once = await client().createOrder(input);
    const again = await client().createOrder(input);
    expect(once.userErrors).toEqual([]);
    expect(again).toMatchObject({
      replayed: true,
      order: { id: once.order?.id },
      trackingToken: once.trackingToken,
    });
    expect(await client().trackedOrder(once.trackingToken ?? "")).toMatchObject({
      number: once.order?.number,
    });
    expect(await client().trackedOrder("wrong")).toBeNull();
  });

  it("reports everything that a guest can fix together, by code", async () => {
    const { order, userErrors } = await client().createOrder({
      idempotencyKey: "faulty-1",
      branchId,
      fulfilment: "DELIVERY",
      customer: { name: "Guest", phone: "12" },
      lines: [{ article: "99999999" }],
      payment: { method: "CASH" },
    });
    expect(order).toBeNull();
    expect(userErrors.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["PHONE_INVALID", "ITEM_NOT_FOUND"]),
    );
    const missing = userErrors.find((error) => error.__typename === "ItemUserError");
    expect(missing?.article).toBe("99999999");
  });

  it("throws on a refusal, and when there is no valid answer", async () => {
    const tooMany = client().products(branchId, { first: 100_000 });
    await expect(tooMany).rejects.toMatchObject({
      name: "GatewayError",
      code: "TOO_COMPLEX",
      retryable: false,
    });
    const nowhere = createClient({ url: "http://127.0.0.1:1/graphql" });
    await expect(nowhere.branches()).rejects.toMatchObject({ name: "GatewayUnreachable" });
    const elsewhere = createClient({ url: `${gateway.gateway.url}/graphiql/nothing` });
    await expect(elsewhere.branches()).rejects.toMatchObject({
      name: "GatewayError",
      code: "NOT_FOUND",
    });
  });
});
