import { UnlocatedAddresses } from "../../src/domain/delivery/unlocated-addresses";
import { type UserError } from "../../src/domain/errors/user-error";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { Order } from "../../src/entities/orders/order";
import { type Refused } from "../../src/errors";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { ImportDeliveryZones } from "../../src/services/delivery/import-delivery-zones";
import { aNewOrder, aWantedLine } from "../support/a-new-order";
import { anAddress } from "../support/an-order-ticket";
import { ADMIN } from "../support/branch-gateway";
import { OrderFixture } from "../support/order-fixture";

/** A dish costs 390 roubles. */
const TWO = [aWantedLine({ quantity: 2000 })];
const NEAR = { latitude: 55.05, longitude: 37.05 };
const FAR = { latitude: 55.5, longitude: 37.5 };
const BEYOND = { latitude: 43.1155, longitude: 131.8855 };
const UNKNOWN = { latitude: null, longitude: null };

function square(size: number) {
  const [west, south] = [37, 55];
  const corners = [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
  ];
  return { type: "Polygon", coordinates: [corners] };
}

function map(near: object = {}, far: object = {}): string {
  const features = [
    { geometry: square(0.1), properties: { name: "Близко", priority: 1, fee: "99.00", ...near } },
    { geometry: square(1), properties: { name: "Далеко", priority: 2, fee: "300.00", ...far } },
  ];
  return JSON.stringify({ type: "FeatureCollection", features });
}

describe("an order of a branch with zones", () => {
  let fixture: OrderFixture;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });

  afterAll(() => fixture.stop());

  beforeEach(async () => {
    branchId = await fixture.branch({
      delivery: { fee: 15_000, unlocatedAddresses: UnlocatedAddresses.REFUSE },
    });
    await importMap(map({}, { minimumSum: 600, freeFrom: 1_000 }));
  });

  const importMap = (geoJson: string) =>
    new ImportDeliveryZones(fixture.db).execute(ADMIN, { branchId, geoJson, keepOthers: false });
  const at = (point: object, more: Partial<NewOrder> = {}) =>
    aNewOrder(branchId, { address: { ...anAddress, ...point }, ...more });
  const create = (order: NewOrder) => fixture.useCases.createOrder.execute(order);
  const quote = (order: NewOrder) =>
    fixture.useCases.quoteOrder.execute({ ...order, quoteId: null }, [], ADMIN);
  const errors = async (order: NewOrder) => {
    const refused = await create(order).then(
      () => null,
      (reason: unknown) => reason as Refused<UserError>,
    );
    return refused?.userErrors ?? [];
  };

  it("costs what the zone of its address charges, and the order keeps the zone", async () => {
    const { order } = await create(at(NEAR));
    expect(order).toMatchObject({
      deliveryZone: "Близко",
      placeUnchecked: false,
      deliveryFee: 9_900,
      total: 48_900,
    });
    const { order: other } = await create(at(FAR, { lines: TWO }));
    expect(other).toMatchObject({ deliveryZone: "Далеко", deliveryFee: 30_000, total: 108_000 });
  });

  it("is delivered free from the sum its zone sets", async () => {
    const lines = [aWantedLine({ quantity: 3000 })];
    const { order } = await create(at(FAR, { lines }));
    expect(order).toMatchObject({ deliveryFee: 0, total: 117_000 });
  });

  it("is refused beyond all zones, in words for the guest, and leaves nothing behind", async () => {
    const before = await fixture.db.manager.count(Order);
    expect(await errors(at(BEYOND))).toEqual([
      {
        code: "ADDRESS_NOT_SERVED",
        field: ["input", "address"],
        message: {
          ru: "По этому адресу филиал не доставляет",
          en: "The branch does not deliver to this address",
        },
      },
    ]);
    expect(await fixture.db.manager.count(Order)).toBe(before);
  });

  it("is refused below its zone's minimum, stating how much is missing", async () => {
    expect(await errors(at(FAR))).toEqual([
      {
        code: "BELOW_MINIMUM",
        field: ["input", "lines"],
        message: {
          ru: "По этому адресу доставляют заказы от 600.00 ₽: не хватает 210.00 ₽",
          en: "Orders for this address start at 600.00 ₽: 210.00 ₽ is missing",
        },
        minimum: { minimumSum: 60_000, missing: 21_000, currency: "RUB" },
      },
    ]);
  });

  it("is refused for an address that is not located, unless the branch accepts those", async () => {
    expect(await errors(at(UNKNOWN))).toMatchObject([
      { code: "ADDRESS_NOT_LOCATED", field: ["input", "address"] },
    ]);
    await fixture.saveSettings(branchId, { delivery: { unlocatedAddresses: null } });
    const { order } = await create(at(UNKNOWN));
    expect(order).toMatchObject({
      deliveryZone: null,
      placeUnchecked: true,
      deliveryFee: 15_000,
    });
    await fixture.pass();
    const sent = fixture.pos.submitted.find(({ number }) => number === order.number);
    expect(sent).toMatchObject({ placeUnchecked: true });
  });

  it("is not judged by zones when the guest collects it", async () => {
    const pickup = { fulfilment: Fulfilment.PICKUP, address: null };
    expect((await create(aNewOrder(branchId, pickup))).order.deliveryFee).toBe(0);
  });

  it("is quoted by the same rules, with each objection as a warning", async () => {
    const codes = async (point: object) =>
      (await quote(at(point))).warnings.map(({ code }) => code);
    expect(await codes(NEAR)).toEqual([]);
    expect(await codes(FAR)).toEqual(["BELOW_MINIMUM"]);
    expect(await codes(BEYOND)).toEqual(["ADDRESS_NOT_SERVED"]);
    expect(await codes(UNKNOWN)).toEqual(["ADDRESS_NOT_LOCATED"]);
    expect((await quote(at(NEAR))).money.deliveryFee).toBe(9_900);
  });

  it("keeps its quote's fee when the zone becomes more expensive, but not for another zone", async () => {
    const { id: quoteId } = await quote(at(NEAR, { lines: TWO }));
    await importMap(map({ fee: 500 }));
    expect((await create(at(NEAR, { lines: TWO, quoteId }))).order.deliveryFee).toBe(9_900);
    expect(await errors(at(FAR, { lines: TWO, quoteId }))).toMatchObject([
      { code: "PRICE_CHANGED", field: ["input", "quoteId"] },
    ]);
  });

  it("that was quoted before the guest gave an address pays the zone's fee", async () => {
    const { id: quoteId, money } = await quote(aNewOrder(branchId, { address: null }));
    expect(money.deliveryFee).toBe(15_000);
    expect(await errors(at(NEAR, { quoteId }))).toMatchObject([{ code: "PRICE_CHANGED" }]);
    const { order } = await create(at(NEAR, { quoteId, onPriceMismatch: "ACCEPT_LOWER" }));
    expect(order.deliveryFee).toBe(9_900);
  });

  it("is judged by the most recently imported zones in every process", async () => {
    const other = await fixture.anotherGateway();
    await other.createOrder.execute(at(NEAR));
    await importMap(map({ minimumSum: 1_000 }, { minimumSum: 1_000 }));
    await expect(other.createOrder.execute(at(NEAR))).rejects.toMatchObject({
      userErrors: [{ code: "BELOW_MINIMUM" }],
    });
    await importMap(JSON.stringify({ type: "FeatureCollection", features: [] }));
    const { order } = await other.createOrder.execute(at(BEYOND));
    expect(order).toMatchObject({ deliveryZone: null, deliveryFee: 15_000 });
  });
});
