import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { anAddress, aTicketLine } from "../support/an-order-ticket";
import { iikoBody, iikoBranch } from "../support/iiko-body";

describe("the whole request body", () => {
  it("contains what iiko's contract requires, and nothing else", () => {
    const posOrderId = "59deae55-d2d4-44a7-aadb-72794d3e215f";
    const wantedAt = new Date("2026-10-12T16:30:00Z");
    expect(iikoBody({ posOrderId, wantedAt, comment: "Без приборов" })).toEqual({
      organizationId: iikoBranch.organizationId,
      terminalGroupId: iikoBranch.terminalGroupId,
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
          comment:
            "Примерск, Тестовая, д. 5, кв. 12, подъезд 1, этаж 3, домофон 12К. Позвонить за 10 минут",
        },
        completeBefore: "2026-10-12 19:30:00.000",
        comment: "«Без приборов»",
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

  it("lets iiko choose the terminal group when the branch names none, and then skips the stop list check", () => {
    const { terminalGroupId, createOrderSettings } = iikoBody({}, { terminalGroupId: null });
    expect(terminalGroupId).toBeUndefined();
    expect(createOrderSettings).toEqual({ transportToFrontTimeout: 40 });
  });
});

describe("guest and address", () => {
  it("keeps a guest who does not join the loyalty programme out of the guest database", () => {
    const customer = { name: "  Аноним\n", phone: "+79990000009", joinsLoyalty: false };
    expect(iikoBody({ customer }).order.customer).toEqual({ type: "one-time", name: "Аноним" });
  });

  it("sends no address for a pickup, and marks an order for the dining room", () => {
    const pickup = iikoBody({ fulfilment: Fulfilment.PICKUP }).order;
    expect(pickup).toMatchObject({ orderServiceType: "DeliveryByClient" });
    expect(pickup.deliveryPoint).toBeUndefined();
    const hall = iikoBody({
      fulfilment: Fulfilment.DINE_IN,
      address: null,
      comment: "Стол 4",
    }).order;
    expect(hall).toMatchObject({
      orderServiceType: "DeliveryByClient",
      comment: "«Стол 4». В зале",
    });
  });

  it("truncates fields to iiko's limits without splitting characters, and keeps the full text in the comment", () => {
    const doorphone = "🔔".repeat(12);
    const { address, comment } = iikoBody({
      address: { ...anAddress, doorphone, comment: "а".repeat(900) },
    }).order.deliveryPoint!;
    expect(address.doorphone).toBe("🔔".repeat(5));
    expect(comment).toContain(doorphone);
    expect(comment).toHaveLength(500);
  });

  it("leaves out coordinates and details that are unknown", () => {
    const address = { ...anAddress, latitude: null, city: null, flat: "", doorphone: null };
    const point = iikoBody({ address }).order.deliveryPoint!;
    expect(point.coordinates).toBeUndefined();
    expect(point.address).toMatchObject({ street: { name: "Тестовая", city: "-" } });
    expect(Object.keys(point.address)).toEqual(["type", "street", "house", "entrance", "floor"]);
  });
});

it("omits a requested time that has passed, because the guest is still waiting", () => {
  expect(
    iikoBody({ wantedAt: new Date("2026-10-12T11:59:00Z") }).order.completeBefore,
  ).toBeUndefined();
});

describe("the organization's settings", () => {
  it("put the address on one line", () => {
    const { address, comment } = iikoBody({}, {}, { addressInOneLine: true }).order.deliveryPoint!;
    expect(address).toEqual({
      type: "city",
      line1: "Примерск, Тестовая, д. 5",
      flat: "12",
      entrance: "1",
      floor: "3",
      doorphone: "12К",
    });
    expect(comment).toContain("кв. 12");
  });

  it("let the site name the street by iiko's id if it knows it", () => {
    const posStreetId = "6b5fc62a-9448-4c92-a6eb-9fe3b890bb44";
    const { address } = iikoBody({ address: { ...anAddress, posStreetId } }).order.deliveryPoint!;
    expect(address).toMatchObject({ type: "legacy", street: { id: posStreetId }, house: "5" });
  });

  it("move line comments into the order's comment when the POS accepts none", () => {
    const lines = [
      aTicketLine({ comment: "без лука" }),
      aTicketLine({ name: "Плов", comment: null }),
    ];
    const { comment, items } = iikoBody(
      { lines, comment: "Позвонить", payments: [] },
      {},
      { lineComments: false },
    ).order;
    expect(comment).toBe("«Позвонить. Борщ: без лука». К оплате: 390.00 ₽");
    expect(items.map((item) => item.comment)).toEqual([undefined, undefined]);
  });

  it.each([
    [10, 8],
    [60, 40],
    [900, 600],
  ])(
    "give an order the branch's %d s to be accepted, and %d of them to reach the till",
    (acceptTimeoutSeconds, seconds) => {
      expect(iikoBody({ acceptTimeoutSeconds }).createOrderSettings.transportToFrontTimeout).toBe(
        seconds,
      );
    },
  );
});
