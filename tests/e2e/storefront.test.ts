import { eventually } from "../support/eventually";
import { RunningGateway } from "../support/running-gateway";
import { type SandboxControl } from "../support/sandbox-control";
import { type Storefront } from "../support/storefront";

describe("a storefront", () => {
  let gateway: RunningGateway;
  let sandbox: SandboxControl;
  let storefront: Storefront;

  beforeAll(async () => {
    gateway = await RunningGateway.start();
    sandbox = gateway.sandbox;
    storefront = await gateway.storefront();
  });

  afterAll(() => gateway.stop());

  it("reads the whole menu without a request to iiko", async () => {
    const { sections } = await storefront.menu();
    const products = sections.flatMap((section) => section.products.nodes);
    expect(sections.length).toBeGreaterThan(10);
    expect(products.length).toBeGreaterThan(80);
    expect(products.every(({ article }) => /^\d+$/.test(article))).toBe(true);
  });

  it("orders a dish with a size and two options, and sees it delivered step by step", async () => {
    const phone = "+79990000009";
    const { trackingToken, number, total } = await storefront.order({
      customer: { name: "Тест Гость", phone },
    });
    const events = await storefront.follow(trackingToken, ({ to }) => to === "DELIVERED");

    const steps = events.map(({ to, state }) => to ?? state);
    const expected = ["NEW", "QUEUED", "SENDING", "IN_POS", "COOKING", "ON_THE_WAY", "DELIVERED"];
    expect(steps.filter((step) => expected.includes(step!))).toEqual(expected);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);

    const [inTill, ...copies] = await sandbox.inTill(number);
    expect(copies).toEqual([]);
    expect(inTill).toMatchObject({ createCalls: 1, sum: Number(total), phone });
    const [item] = inTill!.items as {
      modifiers: unknown[];
      productSizeId?: string;
      size?: unknown;
    }[];
    expect(item!.modifiers).toHaveLength(2);
  });

  it("gets an answer before the till has the order, and the till has it soon after", async () => {
    await sandbox.setTill({ paused: true });
    const { order } = await storefront.create(await storefront.input());
    expect(order).toMatchObject({ status: "NEW", version: 2, injection: { state: "QUEUED" } });
    await eventually(async () => (await sandbox.inTill(order!.number)).length === 1);
    await sandbox.setTill({ paused: false });
  });

  it("gets the same order and token again when it repeats its request", async () => {
    const input = await storefront.input();
    const answers = await Promise.all(Array.from({ length: 10 }, () => storefront.create(input)));
    expect(new Set(answers.map(({ order }) => order?.id)).size).toBe(1);
    expect(new Set(answers.map(({ trackingToken }) => trackingToken)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    await eventually(async () => (await sandbox.inTill(answers[0]!.order!.number)).length === 1);
  });

  it("learns everything that is wrong with an order in one answer, and where", async () => {
    const { order, trackingToken, userErrors } = await storefront.create(
      await storefront.input({
        lines: [{ article: "0", quantity: "0", expectedUnitPrice: "1.00" }],
        customer: { name: " ", phone: "12" },
        address: null,
      }),
    );
    expect({ order, trackingToken }).toEqual({ order: null, trackingToken: null });
    expect(userErrors.map(({ code, field }) => `${code} ${field?.join(".") ?? ""}`).sort()).toEqual(
      [
        "ITEM_NOT_FOUND input.lines.0.article",
        "PHONE_INVALID input.customer.phone",
        "REQUIRED input.address",
        "REQUIRED input.customer.name",
      ],
    );
  });

  it("is told when amounts are not valid", async () => {
    const input = await storefront.input({
      expectedTotal: "-1",
      payment: { method: "CASH", changeFrom: "1.234" },
    });
    const { userErrors } = await storefront.create(input);
    expect(userErrors.map(({ code, field }) => `${code} ${field?.join(".") ?? ""}`)).toEqual([
      "INVALID input.payment.changeFrom",
      "INVALID input.expectedTotal",
    ]);
  });

  it("is told when a branch does not exist", async () => {
    for (const branchId of ["nowhere", "3f6f3a4e-7c11-4a58-9d0a-6c0e8f3f1b52"]) {
      const { userErrors } = await storefront.create(await storefront.input({ branchId }));
      expect(userErrors).toMatchObject([{ code: "NOT_FOUND", field: ["input", "branchId"] }]);
    }
  });
});
