import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { aMenuSnapshot, aProduct } from "../support/a-menu-snapshot";
import { aNewOrder } from "../support/a-new-order";
import { anEntry, aStopList } from "../support/a-stop-list";
import { ADMIN } from "../support/branch-gateway";
import { errorsOf } from "../support/catalogue-fixture";
import { OrderFixture } from "../support/order-fixture";

const PAYMENT = {
  method: PaymentMethod.CASH,
  paidOnline: false,
  externalPaymentId: null,
  changeFrom: null,
};
const HOUR_MS = 3_600_000;

describe("createOrder with a stop list", () => {
  let fixture: OrderFixture;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });

  afterAll(() => fixture.stop());

  it("refuses what is sold out even while the menu fails, and accepts it when the list is too old to trust", async () => {
    const branchId = await fixture.branch();
    const menu = aMenuSnapshot([aProduct()], branchId);
    const create = () => fixture.useCases.createOrder.execute(aNewOrder(branchId));
    const [now, longAgo] = [fixture.clock.now(), new Date(0)];
    fixture.sells(menu, {
      stopList: aStopList(anEntry("pos-301")),
      confirmedAt: now,
      failingMenu: { confirmedAt: longAgo, failingSince: longAgo },
    });
    expect(await errorsOf(create())).toEqual([
      { code: "ITEM_UNAVAILABLE", field: ["input", "lines", "0", "quantity"] },
    ]);
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + 181_000));
    expect((await create()).order.total).toBe(39_000);
  });
});

describe("createOrder accepts", () => {
  let fixture: OrderFixture;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });

  afterAll(() => fixture.stop());

  it.each([
    ["a lower total", { expectedTotal: 40_000, onPriceMismatch: "ACCEPT_LOWER" as const }],
    ["any total", { expectedTotal: 1, onPriceMismatch: "ACCEPT" as const }],
    ["the total that was shown", { expectedTotal: 39_000 }],
  ])("%s if the guest said so", async (_, overrides) => {
    const { order } = await fixture.useCases.createOrder.execute(
      aNewOrder(await fixture.branch(), overrides),
    );
    expect(order.total).toBe(39_000);
  });

  it("a paid order once the branch has decided how the POS learns of it", async () => {
    const paymentTypes = [
      { method: PaymentMethod.ONLINE, posPaymentTypeId: null, processedExternally: false },
    ];
    const branchId = await fixture.branch({ paymentTypes });
    const payment = { ...PAYMENT, method: PaymentMethod.ONLINE, paidOnline: true };
    const { order } = await fixture.useCases.createOrder.execute(
      aNewOrder(branchId, { payment }),
      [],
      ADMIN,
    );
    expect(order.paidOnline).toBe(true);
  });

  it("a time within 60 days", async () => {
    const wantedAt = new Date(fixture.clock.now().getTime() + 60 * 24 * HOUR_MS);
    const { order } = await fixture.useCases.createOrder.execute(
      aNewOrder(await fixture.branch(), { wantedAt }),
    );
    expect(order.wantedAt).toEqual(wantedAt);
  });
});
