import { randomUUID } from "node:crypto";

import { Fulfilment } from "../../src/domain/order-ticket";
import { type Viewer } from "../../src/domain/viewer";
import { Quote } from "../../src/entities/quote";
import { PosUnavailable } from "../../src/errors";
import { type NewOrder } from "../../src/services/orders/accept/new-order";
import { type WantedOrder } from "../../src/services/orders/accept/wanted-order";
import { aMenuSnapshot, aProduct, aSize } from "../support/a-menu-snapshot";
import { aNewOrder, aWantedLine } from "../support/a-new-order";
import { anEntry, aStopList } from "../support/a-stop-list";
import { ADMIN, GUEST } from "../support/branch-gateway";
import { faultsOf } from "../support/catalogue-fixture";
import { OrderFixture } from "../support/order-fixture";

const PHONE = "+79990000009";
const OWNER: Viewer = { kind: "customer", phone: PHONE, expiresAt: null };
const DISCOUNT = randomUUID();
const SETTINGS = { bonusPaymentTypeId: randomUUID(), bonusWriteOffLimitPercent: 50, universalDiscountId: DISCOUNT };
const QUARTER_MS = 15 * 60_000;

let fixture: OrderFixture;
let branchId: string;

beforeAll(async () => {
  fixture = await OrderFixture.start();
});
beforeEach(async () => {
  branchId = await fixture.branch(SETTINGS);
  fixture.pos.failure = undefined;
  fixture.pos.knownDiscounts = [{ posId: DISCOUNT, name: "Универсальная", kind: "FlexibleSum" }];
  fixture.pos.loyalty.has(PHONE, 50_000);
  await fixture.db.query("delete from bonus_reservations");
});
afterAll(() => fixture.stop());

/** Two soups at 390.00, for nobody in particular. */
function aBasket(overrides: Partial<WantedOrder> = {}): WantedOrder {
  const { fulfilment, onPriceMismatch } = aNewOrder(branchId);
  const lines = [aWantedLine({ quantity: 2000 })];
  return { branchId, fulfilment, lines, customer: null, address: null, wantedAt: null, onPriceMismatch, ...overrides };
}
const quote = (overrides: Partial<WantedOrder> = {}, viewer: Viewer = GUEST) =>
  fixture.useCases.quoteOrder.execute(aBasket(overrides), [], viewer);
const take = (overrides: Partial<NewOrder>, viewer: Viewer = GUEST) =>
  fixture.useCases.createOrder.execute(
    aNewOrder(branchId, { lines: [aWantedLine({ quantity: 2000 })], ...overrides }),
    [],
    viewer,
  );
const codes = (faults: readonly { code: string; field: readonly string[] | null }[]) =>
  faults.map(({ code, field }) => `${code} ${field?.join(".") ?? ""}`);
const refusal = async (overrides: Partial<NewOrder>, viewer?: Viewer) => codes(await faultsOf(take(overrides, viewer)));

function soupCosts(price: number, revision: number): void {
  const soup = aProduct({ article: "301", name: "Борщ", sizes: [aSize({ price })] });
  fixture.sells({ ...aMenuSnapshot([soup], branchId), revision });
}

describe("quoteOrder", () => {
  it("tells a guest nobody knows what a basket costs, and asks the till nothing", async () => {
    fixture.pos.failure = new PosUnavailable("socket hang up");
    const quoted = await quote();
    expect(quoted).toMatchObject({
      money: { subtotal: 78_000, discount: 0, deliveryFee: 0, bonusSpent: 0, total: 78_000 },
      lines: [{ article: "301", quantity: 2000, unitPrice: 39_000, total: 78_000 }],
      ...{ bonusMax: 0, promotions: [], warnings: [] },
    });
    expect(quoted.expiresAt.getTime()).toBe(fixture.clock.now().getTime() + QUARTER_MS);
  });

  it("tells the guest who is signed in how much points may pay, less what other orders will take", async () => {
    expect(await quote({}, OWNER)).toMatchObject({ bonusMax: 39_000, money: { bonusSpent: 0 }, warnings: [] });
    await take({ bonusToSpend: 30_000 }, OWNER);
    const quoted = await quote({ bonusToSpend: 35_000 }, OWNER);
    expect(quoted).toMatchObject({ bonusMax: 20_000, money: { bonusSpent: 20_000, total: 58_000 } });
    expect(codes(quoted.warnings)).toEqual(["LOYALTY_INSUFFICIENT input.bonusToSpend"]);
  });

  it("lets nobody else look into the guest's purse", async () => {
    const customer = { name: "Тест", phone: PHONE, joinsLoyalty: false };
    const quoted = await quote({ customer, bonusToSpend: 100 });
    expect(quoted).toMatchObject({ bonusMax: 0, money: { bonusSpent: 0, total: 78_000 } });
    expect(codes(quoted.warnings)).toEqual(["FORBIDDEN input.bonusToSpend"]);
    expect((await quote({ customer }, ADMIN)).bonusMax).toBe(39_000);
  });

  it("is told without points, and says so, while the till does not tell the balance", async () => {
    fixture.pos.failure = new PosUnavailable("socket hang up");
    const quoted = await quote({}, OWNER);
    expect(quoted).toMatchObject({ bonusMax: 0, money: { total: 78_000 } });
    expect(codes(quoted.warnings)).toEqual(["UPSTREAM_UNAVAILABLE "]);
  });

  it("warns of everything that would make the order be refused now", async () => {
    await fixture.db.query("update branches set accepting_delivery = false where id = $1", [branchId]);
    const stopList = aStopList(anEntry("pos-301"));
    fixture.sells(aMenuSnapshot([aProduct({ article: "301" })], branchId), { stopList });
    const lines = [aWantedLine({ quantity: 2000, expectedUnitPrice: 1 })];
    const quoted = await quote({ lines, bonusToSpend: 39_001 }, OWNER);
    expect(codes(quoted.warnings)).toEqual([
      "BRANCH_NOT_ACCEPTING input.fulfilment",
      "ITEM_UNAVAILABLE input.lines.0.quantity",
      "PRICE_CHANGED input.lines.0.expectedUnitPrice",
      "LOYALTY_LIMIT_EXCEEDED input.bonusToSpend",
    ]);
    expect(quoted.money).toMatchObject({ bonusSpent: 39_000, total: 39_000 });
    fixture.pos.knownDiscounts = [{ posId: DISCOUNT, name: "Десять процентов", kind: "Percent" }];
    branchId = await fixture.branch(SETTINGS);
    const discounted = await quote({ discounts: [{ name: "Скидка", amount: 100 }] }, ADMIN);
    expect(codes(discounted.warnings)).toEqual(["DISCOUNT_NOT_MAPPED "]);
  });

  it("refuses what has no price, with every fault at once, and stores nothing", async () => {
    const before = await fixture.db.manager.count(Quote);
    const faults = await faultsOf(
      quote({
        lines: [aWantedLine({ article: "999" }), aWantedLine({ article: "64" })],
        customer: { name: "", phone: "12", joinsLoyalty: false },
        discounts: [{ name: "Скидка", amount: 100 }],
      }),
    );
    expect(codes(faults)).toEqual([
      "REQUIRED input.customer.name",
      "PHONE_INVALID input.customer.phone",
      "ITEM_NOT_FOUND input.lines.0.article",
      "MODIFIER_REQUIRED input.lines.1.options",
    ]);
    expect(await fixture.db.manager.count(Quote)).toBe(before);
  });

  it("is forgotten once it has expired", async () => {
    const { id } = await quote();
    await fixture.useCases.forgetOld.execute();
    expect(await fixture.db.manager.existsBy(Quote, { id })).toBe(true);
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + QUARTER_MS + 1));
    await fixture.useCases.forgetOld.execute();
    expect(await fixture.db.manager.existsBy(Quote, { id })).toBe(false);
  });
});

describe("createOrder by a quote", () => {
  it("costs what the quote said, however the dishes were commented, and with points of the guest's choice", async () => {
    const { id: quoteId, money } = await quote({ bonusToSpend: 1_000 }, OWNER);
    expect(money.total).toBe(77_000);
    const lines = [aWantedLine({ quantity: 2000, comment: "Без лука", expectedUnitPrice: 39_000 })];
    const { order } = await take({ quoteId, lines, bonusToSpend: 8_000, expectedTotal: 70_000 }, OWNER);
    expect(order).toMatchObject({ subtotal: 78_000, bonusSpent: 8_000, total: 70_000 });
  });

  it("is refused with the new total when the menu has another price, or taken as the client wants", async () => {
    const { id: quoteId } = await quote();
    soupCosts(40_000, 2);
    await expect(take({ quoteId })).rejects.toMatchObject({
      faults: [{ code: "PRICE_CHANGED", field: ["input", "quoteId"], item: { currentPrice: 80_000 } }],
    });
    expect(await refusal({ quoteId, onPriceMismatch: "ACCEPT_LOWER" })).toEqual(["PRICE_CHANGED input.quoteId"]);
    expect((await take({ quoteId, onPriceMismatch: "ACCEPT" })).order.total).toBe(80_000);
    soupCosts(38_000, 3);
    expect((await take({ quoteId, onPriceMismatch: "ACCEPT_LOWER" })).order.total).toBe(76_000);
    soupCosts(39_000, 4);
    expect((await take({ quoteId })).order.total).toBe(78_000);
  });

  it("waits for the menu that the quote was made from", async () => {
    const { id: quoteId } = await quote();
    await fixture.db.query("update quotes set menu_revision = 7 where id = $1", [quoteId]);
    await take({ quoteId });
    expect(fixture.leastRevisions.at(-1)).toBe(7);
  });

  it("is refused for another branch, another basket, another guest and no quote at all", async () => {
    const customer = { name: "Тест", phone: "+79990000001", joinsLoyalty: false };
    const { id: quoteId } = await quote({ customer });
    expect(await refusal({ quoteId })).toEqual(["CONFLICT input.quoteId"]);
    expect(await refusal({ quoteId, customer, lines: [aWantedLine()] })).toEqual(["CONFLICT input.quoteId"]);
    const pickUp = { fulfilment: Fulfilment.PICKUP, address: null };
    expect(await refusal({ quoteId, customer, ...pickUp })).toEqual(["CONFLICT input.quoteId"]);
    expect(await refusal({ quoteId, customer, branchId: await fixture.branch() })).toEqual(["CONFLICT input.quoteId"]);
    expect(await refusal({ quoteId: randomUUID() })).toEqual(["NOT_FOUND input.quoteId"]);
    expect(await refusal({ quoteId: "1 or 1=1" })).toEqual(["NOT_FOUND input.quoteId"]);
    expect((await take({ quoteId, customer })).order.total).toBe(78_000);
  });

  it("needs the right to a discount that an operator was quoted", async () => {
    const discounts = [{ name: "День рождения", amount: 10_000 }];
    const { id: quoteId, money } = await quote({ discounts }, ADMIN);
    expect(money.total).toBe(68_000);
    expect(await refusal({ quoteId })).toEqual(["CONFLICT input.quoteId"]);
    expect(await refusal({ quoteId, discounts })).toContain("FORBIDDEN input.discounts");
    expect((await take({ quoteId, discounts }, ADMIN)).order.total).toBe(68_000);
  });

  it("is the same order again for the same key, whatever became of the quote since", async () => {
    const { id: quoteId } = await quote();
    const idempotencyKey = randomUUID();
    const { order } = await take({ quoteId, idempotencyKey });
    await fixture.db.query("delete from quotes");
    soupCosts(99_000, 2);
    expect(await take({ quoteId, idempotencyKey })).toMatchObject({ replayed: true, order: { id: order.id } });
    expect(await refusal({ idempotencyKey })).toEqual(["IDEMPOTENCY_KEY_REUSED input.idempotencyKey"]);
  });
});
