import { randomUUID } from "node:crypto";

import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { toTerminalTime } from "../../sandbox/terminal-time";
import { eventually } from "../support/eventually";
import {
  aDelivery,
  aLine,
  type Json,
  organization,
  paymentType,
  plainProduct,
  productWith,
  SandboxSession,
} from "../support/sandbox-session";

const withRequired = productWith(({ modifierGroups }) =>
  modifierGroups.some(({ min, id }) => min > 0 && id !== null),
);
const flexible = demoRestaurant.discounts.find(({ mode }) => mode === "FlexibleSum")!;
const percent = demoRestaurant.discounts.find(({ mode }) => mode === "Percent")!;

function localTime(fromNowMs: number): string {
  return toTerminalTime(Date.now() + fromNowMs, organization.timeZone);
}

describe("a sandbox that creates deliveries", () => {
  let session: SandboxSession;
  beforeAll(async () => {
    session = await SandboxSession.open();
  });
  afterEach(() => session.post("/_sandbox/reset"));
  afterAll(() => session.close());

  async function refusal(order: Json, request: Json = {}): Promise<Json> {
    const info = await session.createAndWait(aDelivery(order, request));
    expect(info.creationStatus).toBe("Error");
    expect(info.order).toBeNull();
    return info.errorInfo;
  }

  const withLine = (overrides: Json, product = plainProduct) => ({
    items: [aLine(product, overrides)],
  });

  describe("for an accepted order", () => {
    it("answers InProgress, then shows the order with a number", async () => {
      const body = aDelivery();
      const reply = await session.create(body);
      expect(reply.status).toBe(200);
      expect(reply.body.orderInfo).toMatchObject({
        id: body.order.id,
        creationStatus: "InProgress",
        order: null,
      });

      const info = await eventually(async () => {
        const found = await session.orderInfo(body.order.id);
        return found?.creationStatus === "Success" ? found : undefined;
      });
      expect(info.posId).toEqual(expect.any(String));
      expect(info.order).toMatchObject({
        status: "WaitCooking",
        number: expect.any(Number) as number,
        isAsap: true,
      });
    });

    it("recalculates the sum: quantity times price with options, less the discount", async () => {
      const [group] = withRequired.modifierGroups.filter(({ min }) => min > 0);
      const line = aLine(withRequired, { amount: 3, price: 100 });
      for (const modifier of line.modifiers as Json[]) modifier.price = 10;
      const options = (line.modifiers as Json[]).length;
      expect(options).toBeGreaterThanOrEqual(group!.min);
      const info = await session.createAndWait(
        aDelivery({
          items: [line, aLine(plainProduct, { amount: 1, price: 50 })],
          discountsInfo: { discounts: [{ type: "RMS", discountTypeId: flexible.id, sum: 25 }] },
          payments: [
            {
              paymentTypeKind: "External",
              paymentTypeId: paymentType("SITE"),
              sum: 100,
              isProcessedExternally: true,
            },
          ],
        }),
      );
      expect(info.order.sum).toBe(3 * (100 + 10 * options) + 50 - 25);
      expect(info.order.processedPaymentsSum).toBe(100);
    });

    it("deducts a percentage discount", async () => {
      const discounts = [{ type: "RMS", discountTypeId: percent.id }];
      const info = await session.createAndWait(
        aDelivery({ ...withLine({ price: 200 }), discountsInfo: { discounts } }),
      );
      expect(info.order.sum).toBe(200 - 2 * percent.percent);
    });

    it("chooses an id when none is given", async () => {
      const reply = await session.create(aDelivery({ id: null }));
      expect(reply.body.orderInfo.id).toMatch(/^[0-9a-f-]{36}$/);
    });

    it("accepts a pickup without an address", async () => {
      const pickup = { orderServiceType: "DeliveryByClient", deliveryPoint: null };
      const info = await session.createAndWait(aDelivery(pickup));
      expect(info.order.orderType).toMatchObject({ orderServiceType: "DeliveryByClient" });
    });

    it("accepts an order by its order type and for a later time", async () => {
      const kind = demoRestaurant.orderTypes.find(
        ({ orderServiceType }) => orderServiceType === "DeliveryByCourier",
      )!;
      const completeBefore = localTime(2 * 3_600_000);
      const info = await session.createAndWait(
        aDelivery({ orderServiceType: null, orderTypeId: kind.id, completeBefore }),
      );
      expect(info.order).toMatchObject({ completeBefore, isAsap: false });
    });

    it("accepts a combo whose groups are filled, at the price of the combo", async () => {
      const combo = demoRestaurant.categories.flatMap(({ combos }) => combos)[0]!;
      const comboId = randomUUID();
      const items = combo.groups.map(({ id, choices }) => {
        const choice = choices[0]!;
        const product = demoRestaurant.categories
          .flatMap(({ products }) => products)
          .find((one) => one.id === choice.productId)!;
        const line = aLine(product, {
          comboInformation: { comboId, comboSourceId: combo.id, comboGroupId: id },
        });
        const modifiers = (line.modifiers as Json[]).map((modifier) => ({ ...modifier, price: 0 }));
        return { ...line, modifiers, productSizeId: choice.sizeId };
      });
      const combos = [
        { id: comboId, name: combo.name, amount: 1, price: combo.price, sourceId: combo.id },
      ];
      const info = await session.createAndWait(aDelivery({ items, combos }));
      expect(info.order?.sum).toBe(combo.price);
      expect(
        (await refusal({ items: items.slice(1).map((item) => ({ ...item })), combos })).code,
      ).toBe("InvalidComboItemsAmount");
    });
  });

  describe("for a repeated id", () => {
    it("refuses a known id and leaves the stored order unchanged", async () => {
      const body = aDelivery();
      const before = await session.createAndWait(body);
      const again = await session.create({ ...body, order: { ...body.order, comment: "другое" } });
      expect(again.status).toBe(200);
      expect(again.body.orderInfo).toMatchObject({
        creationStatus: "Error",
        errorInfo: { code: "DuplicatedOrderId" },
      });
      expect(await session.orderInfo(body.order.id)).toEqual(before);
      expect(session.sandbox.orders()).toMatchObject([{ createCalls: 2 }]);
    });

    it("stores one order for simultaneous calls with the same id", async () => {
      const body = aDelivery();
      const replies = await Promise.all([1, 2, 3, 4].map(() => session.create(body)));
      const statuses = replies.map((reply) => reply.body.orderInfo.creationStatus).sort();
      expect(statuses).toEqual(["Error", "Error", "Error", "InProgress"]);
      expect(session.sandbox.orders()).toHaveLength(1);
    });

    it("can refuse a known id with HTTP 400", async () => {
      await session.switch({ duplicateIsBadRequest: true });
      const body = aDelivery();
      await session.create(body);
      const again = await session.create(body);
      expect(again.status).toBe(400);
      expect(again.body).toMatchObject({
        error: "DuplicatedOrderId",
        errorDescription: "Order already exists",
      });
    });
  });
});
