import { Observation } from "../../src/domain/orders/order-event";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { PosOrder } from "../../src/entities/orders/pos-order";
import { webhookAddress } from "../../src/services/pos/webhook-address";
import { WebhookTokens } from "../../src/services/pos/webhook-tokens";
import { aNewOrder } from "../support/a-new-order";
import { aPosOrderUpdate } from "../support/a-pos-order-update";
import { errorsOf } from "../support/catalogue-fixture";
import { DUMMY } from "../support/dummy-vendor";
import { OrderFixture } from "../support/order-fixture";

const UUID = "7bc05553-4b68-44e8-b7bc-37be63c6d9e1";
const RESTAURANT = "r-17/кухня 2";
/** A different id: only the vendor could say that upper and lower case letters are the same. */
const OTHER = "R-17/КУХНЯ 2";

/** A branch of a POS that names its entities as humans do. */
describe("A POS whose ids are not UUIDs", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });
  afterEach(() => fixture.stop());

  const settingsOf = (branchId: string) =>
    fixture.db.manager.findOneByOrFail(BranchSettings, { branchId });

  it("has its ids stored as they are, wherever a branch refers to them", async () => {
    const branchId = await fixture.branch(
      {
        pos: "DUMMY",
        terminalGroupId: "till 1",
        priceCategoryId: "delivery",
        bonusPaymentTypeId: "points",
        bonusWalletId: "wallet",
        universalDiscountId: "any sum",
        paymentTypes: [
          { method: PaymentMethod.CASH, paymentTypeIdInPos: "cash", processedExternally: false },
        ],
        delivery: { posProductId: "courier" },
        posOrders: { deliveryOrderTypeId: "by courier", pickupOrderTypeId: "counter" },
      },
      RESTAURANT,
    );
    expect(await settingsOf(branchId)).toMatchObject({
      organizationId: RESTAURANT,
      terminalGroupId: "till 1",
      priceCategoryId: "delivery",
      bonusPaymentTypeId: "points",
      bonusWalletId: "wallet",
      universalDiscountId: "any sum",
      paymentTypes: [
        { method: PaymentMethod.CASH, posPaymentTypeId: "cash", processedExternally: false },
      ],
      deliveryProductId: "courier",
      deliveryOrderTypeId: "by courier",
      pickupOrderTypeId: "counter",
    });
  });

  it("refuses ids that it does not use, each at its own field", async () => {
    const branchId = await fixture.branch({ pos: "DUMMY" }, RESTAURANT);
    const long = "x".repeat(41);
    const refused = await errorsOf(
      fixture.saveSettings(branchId, {
        terminalGroupId: long,
        bonusWalletId: "a\0b",
        delivery: { posProductId: long },
        paymentTypes: [
          { method: PaymentMethod.CASH, paymentTypeIdInPos: long, processedExternally: false },
        ],
      }),
    );
    expect(refused.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        ["input", "terminalGroupIdInPos"],
        ["input", "bonusWalletIdInPos"],
        ["input", "delivery", "productIdInPos"],
        ["input", "paymentTypes", "0", "paymentTypeIdInPos"],
      ]),
    );
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["INVALID"]));
    expect(refused).toHaveLength(4);
  });

  it.each([
    ["DUMMY", RESTAURANT, "улица 5", []],
    ["DUMMY", RESTAURANT, "x".repeat(41), ["INVALID"]],
    ["IIKO", UUID, UUID.toUpperCase(), []],
    ["IIKO", UUID, "улица 5", ["INVALID"]],
  ])(
    "of kind %s in %s checks a guest's street with the id %s",
    async (pos, organization, street, codes) => {
      const branchId = await fixture.branch({ pos }, organization);
      const order = aNewOrder(branchId);
      const address = order.address && Object.assign({}, order.address, { posStreetId: street });
      const taking = fixture.useCases.createOrder.execute(Object.assign(order, { address }));
      const field = ["input", "address", "streetIdInPos"];
      if (codes.length > 0)
        expect(await errorsOf(taking)).toEqual(codes.map((code) => ({ code, field })));
      else expect((await taking).order.address).toEqual(address);
    },
  );

  it("takes an order, is probed for it, and reports on it", async () => {
    const id = await fixture.taken({}, { pos: "DUMMY", organizationId: RESTAURANT });
    fixture.pos.nextSubmissions.push("lost");
    await fixture.pass(60);
    const { injectionState, posOrderId, branchId } = await fixture.order(id);
    expect(injectionState).toBe("IN_POS");
    expect(fixture.pos.submitted).toHaveLength(1);
    expect(await fixture.db.manager.findOneBy(PosOrder, { posOrderId })).toMatchObject({
      organizationId: RESTAURANT,
    });

    const news = { posOrderId, timestamp: 2, rawStatus: "Cooking", status: OrderStatus.COOKING };
    const told = { observedBy: Observation.WEBHOOK, confirmed: false };
    const record = (organizationId: string) =>
      fixture.useCases.recordPosUpdate.execute(aPosOrderUpdate({ ...news, organizationId }), told);
    await record(OTHER);
    expect((await fixture.order(id)).status).not.toBe(OrderStatus.COOKING);
    await record(RESTAURANT);
    expect((await fixture.order(id)).status).toBe(OrderStatus.COOKING);
    expect((await settingsOf(branchId)).organizationId).toBe(RESTAURANT);
  });

  it("is polled for changes, and its orders live on under ids of its own", async () => {
    const id = await fixture.taken({}, { pos: "DUMMY", organizationId: RESTAURANT });
    await fixture.pass(5);
    const { posOrderId, branchId } = await fixture.order(id);
    const moved = { movedToPosOrderId: "2041/2", movedToOrganizationId: null };
    const update = aPosOrderUpdate({ posOrderId, organizationId: RESTAURANT, ...moved });
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    fixture.pos.changes.push(update);
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    fixture.pos.changes.push(
      aPosOrderUpdate({
        posOrderId: "2041/2",
        organizationId: RESTAURANT,
        timestamp: 3,
        rawStatus: "CookingStarted",
        status: OrderStatus.COOKING,
      }),
    );
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    expect(await fixture.order(id)).toMatchObject({
      posOrderId: "2041/2",
      status: OrderStatus.COOKING,
    });
  });

  it("sends its web hooks to a separate address, with a token that is renewed", async () => {
    const address = webhookAddress("https://gateway.example", DUMMY, RESTAURANT) ?? "";
    expect(decodeURIComponent(new URL(address).pathname.split("/").at(-1) ?? "")).toBe(RESTAURANT);
    const tokens = new WebhookTokens(fixture.db, fixture.secrets);
    const first = await tokens.of(RESTAURANT);
    const second = await tokens.renew(RESTAURANT);
    await tokens.posWasTold(RESTAURANT);
    expect(await tokens.accepts(RESTAURANT, first)).toBe(true);
    expect(await tokens.accepts(RESTAURANT, second)).toBe(true);
    expect(await tokens.accepts(OTHER, second)).toBe(false);
  });
});
