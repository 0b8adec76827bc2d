import { toIikoOrder } from "../../src/adapters/iiko/map-order";
import { type IikoCreateDelivery } from "../../src/adapters/iiko/iiko-order";
import { Fulfilment, type OrderTicket, type TicketLine } from "../../src/domain/order-ticket";
import { PaymentMethod } from "../../src/domain/payment-method";
import { type PosBranch } from "../../src/ports/pos";
import { anAddress, anOrderTicket, aTicketLine } from "../support/an-order-ticket";

const branch: PosBranch = {
  credential: { kind: "API_LOGIN_V1", apiLogin: "demo" },
  organizationId: "980fc7f0-8928-4055-adbe-5ef97627bfec",
  terminalGroupId: "f11b5fc6-1640-49b1-a433-93781406f4ee",
  externalMenuId: "10073",
  priceCategoryId: null,
  timeZone: "Europe/Moscow",
};
const now = new Date("2026-10-12T12:00:00Z");
const option = {
  posProductId: "6b5fc62a-9448-4c92-a6eb-9fe3b890bb44",
  posGroupId: null,
  name: "Сметана",
  article: "09301",
  quantity: 1000,
  price: 4000,
};

/** The body as it goes over the wire. */
function body(overrides: Partial<OrderTicket> = {}, at: Partial<PosBranch> = {}, kinds = new Map<string, string>()) {
  const written = JSON.stringify(toIikoOrder(anOrderTicket(overrides), { ...branch, ...at }, kinds, now));
  return JSON.parse(written) as IikoCreateDelivery;
}

function productLine(line: Partial<TicketLine>) {
  const [item] = body({ lines: [aTicketLine(line)] }).order.items;
  if (item?.type !== "Product") throw new Error("The line is no product");
  return item;
}

describe("the whole body", () => {
  it("is what iiko's contract asks for, and nothing else", () => {
    const posOrderId = "59deae55-d2d4-44a7-aadb-72794d3e215f";
    const wantedAt = new Date("2026-10-12T16:30:00Z");
    expect(body({ posOrderId, wantedAt, comment: "Без приборов" })).toEqual({
      organizationId: branch.organizationId,
      terminalGroupId: branch.terminalGroupId,
      createOrderSettings: { transportToFrontTimeout: 40, checkStopList: true },
      order: {
        id: posOrderId,
        externalNumber: "RR-100500",
        phone: "+79990000009",
        orderServiceType: "DeliveryByCourier",
        deliveryPoint: {
          coordinates: { latitude: 55.1, longitude: 37.2 },
          address: {
            type: "legacy",
            street: { name: "Тестовая", city: "Примерск" },
            house: "5",
            flat: "12",
            entrance: "1",
            floor: "3",
            doorphone: "12К",
          },
          comment: "Примерск, Тестовая, д. 5, кв. 12, подъезд 1, этаж 3, домофон 12К. Позвонить за 10 минут",
        },
        completeBefore: "2026-10-12 19:30:00.000",
        comment: "Без приборов",
        customer: { type: "regular", name: "Тест" },
        guests: { count: 1, splitBetweenPersons: false },
        items: [{ type: "Product", productId: aTicketLine().posProductId, amount: 1, price: 390 }],
        payments: [
          {
            paymentTypeKind: "Cash",
            paymentTypeId: "dea65430-24a3-4053-ae39-783fd1fcb352",
            sum: 390,
            isProcessedExternally: false,
          },
        ],
        sourceKey: "Result.Rest",
      },
    });
  });

  it("leaves the till to iiko when the branch names none, and then asks for no stop list check", () => {
    const { terminalGroupId, createOrderSettings } = body({}, { terminalGroupId: null });
    expect(terminalGroupId).toBeUndefined();
    expect(createOrderSettings).toEqual({ transportToFrontTimeout: 40 });
  });
});

describe("guest and address", () => {
  it("keeps a guest who does not join the loyalty programme out of the guest base", () => {
    const customer = { name: "  Аноним\n", phone: "+79990000009", joinsLoyalty: false };
    expect(body({ customer }).order.customer).toEqual({ type: "one-time", name: "Аноним" });
  });

  it("sends no address with a pickup, and says that an order is for the hall", () => {
    const pickup = body({ fulfilment: Fulfilment.PICKUP }).order;
    expect(pickup).toMatchObject({ orderServiceType: "DeliveryByClient" });
    expect(pickup.deliveryPoint).toBeUndefined();
    const hall = body({ fulfilment: Fulfilment.DINE_IN, address: null, comment: "Стол 4" }).order;
    expect(hall).toMatchObject({ orderServiceType: "DeliveryByClient", comment: "Стол 4. В зале" });
  });

  it("cuts fields to iiko's limits by whole characters and leaves the full text in the comment", () => {
    const doorphone = "🔔".repeat(12);
    const { address, comment } = body({ address: { ...anAddress, doorphone, comment: "а".repeat(900) } }).order
      .deliveryPoint!;
    expect(address.doorphone).toBe("🔔".repeat(10));
    expect(comment).toContain(doorphone);
    expect([...comment!]).toHaveLength(500);
  });

  it("leaves out coordinates and details that are unknown", () => {
    const address = { ...anAddress, latitude: null, city: null, flat: "", doorphone: null };
    const point = body({ address }).order.deliveryPoint!;
    expect(point.coordinates).toBeUndefined();
    expect(point.address.street).toEqual({ name: "Тестовая", city: "-" });
    expect(Object.keys(point.address)).toEqual(["type", "street", "house", "entrance", "floor"]);
  });
});

it("leaves out a wanted time that has passed: the guest still waits", () => {
  expect(body({ wantedAt: new Date("2026-10-12T11:59:00Z") }).order.completeBefore).toBeUndefined();
});

describe("comments", () => {
  it("are rid of tags, entities and line breaks", () => {
    const { comment } = body({ comment: " <b>Без</b>&nbsp;лука\r\n\r\nи\tперца <3 " }).order;
    expect(comment).toBe("Без лука и перца <3");
  });

  it("carry the total when nobody chose a payment, however long they are", () => {
    const { comment, payments } = body({ payments: [], total: 85000, comment: "я".repeat(600) }).order;
    expect(payments).toBeUndefined();
    expect(comment).toMatch(/я\. К оплате: 850\.00 ₽$/);
    expect([...comment!]).toHaveLength(500);
    expect(body({ payments: [], total: 85000 }).order.comment).toBe("К оплате: 850.00 ₽");
  });

  it("say that the guest has paid already when the till cannot be told otherwise", () => {
    const { comment } = body({ payments: [], paidOnline: true, total: 85000 }).order;
    expect(comment).toBe("Оплачено онлайн: 850.00 ₽");
  });

  it("of a line are cut at 255", () => {
    const line = productLine({ comment: "ш".repeat(300) });
    expect(line.comment).toHaveLength(255);
  });
});

describe("lines", () => {
  it("send money in roubles without a tail", () => {
    const line = productLine({ unitPrice: 44990, quantity: 1500 });
    expect(JSON.stringify([line.price, line.amount])).toBe("[449.9,1.5]");
  });

  it("name the group of a modifier only when it has one", () => {
    const grouped = { ...option, posProductId: "m-2", posGroupId: "6fe2ae13-950f-46a3-aaa5-8684290faa30" };
    const line = productLine({ options: [option, grouped] });
    expect(line.modifiers).toEqual([
      { productId: option.posProductId, amount: 1, price: 40 },
      { productId: "m-2", productGroupId: grouped.posGroupId, amount: 1, price: 40 },
    ]);
  });

  it("merge a modifier that is there twice, and keep what it costs", () => {
    const options = [{ ...option, price: 0 }, option, { ...option, posGroupId: "g" }];
    const line = productLine({ options });
    expect(line.modifiers).toEqual([
      { productId: option.posProductId, amount: 2, price: 20 },
      { productId: option.posProductId, productGroupId: "g", amount: 1, price: 40 },
    ]);
  });

  it("order a half-and-half product as a compound of one", () => {
    const line = aTicketLine({ compound: true, posSizeId: "3b1128e9-003b-4ce8-a55e-4bf741ca1fb0", options: [option] });
    expect(body({ lines: [line] }).order.items).toEqual([
      {
        type: "Compound",
        primaryComponent: {
          productId: line.posProductId,
          price: 390,
          modifiers: [{ productId: option.posProductId, amount: 1, price: 40 }],
        },
        amount: 1,
        productSizeId: line.posSizeId,
      },
    ]);
  });
});

describe("payments", () => {
  const paid = (method: PaymentMethod) => [
    { method, posPaymentTypeId: "p", sum: 39000, processedExternally: method === PaymentMethod.ONLINE },
  ];

  it.each([
    [PaymentMethod.CASH, "Cash"],
    [PaymentMethod.CARD_ON_DELIVERY, "Card"],
    [PaymentMethod.ONLINE, "External"],
    [PaymentMethod.BONUS, "LoyaltyCard"],
  ])("of method %s are of kind %s when the dictionary is not known", (method, kind) => {
    expect(body({ payments: paid(method) }).order.payments![0]!.paymentTypeKind).toBe(kind);
  });

  it("follow the dictionary otherwise, whose loyalty card has another name", () => {
    const kindOf = (kind: string) =>
      body({ payments: paid(PaymentMethod.ONLINE) }, {}, new Map([["p", kind]])).order.payments![0]!.paymentTypeKind;
    expect(["Card", "IikoCard", "Unknown"].map(kindOf)).toEqual(["Card", "LoyaltyCard", "External"]);
  });

  it("tell the till that money is taken already", () => {
    expect(body({ payments: paid(PaymentMethod.ONLINE) }).order.payments![0]!.isProcessedExternally).toBe(true);
  });

  it("find the guest's points by phone", () => {
    expect(body({ payments: paid(PaymentMethod.BONUS) }).order.payments![0]!.paymentAdditionalData).toEqual({
      type: "LoyaltyCard",
      credential: "+79990000009",
      searchScope: "Phone",
    });
  });
});
