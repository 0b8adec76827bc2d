import { Quote } from "../../src/entities/checkout/quote";
import { PosUnavailable } from "../../src/errors";
import { aMenuSnapshot, aProduct } from "../support/a-menu-snapshot";
import { aWantedLine } from "../support/a-new-order";
import { anEntry, aStopList } from "../support/a-stop-list";
import { ADMIN } from "../support/branch-gateway";
import { errorsOf } from "../support/catalogue-fixture";
import { type OrderFixture } from "../support/order-fixture";
import {
  codesOf,
  DISCOUNT,
  OWNER,
  PHONE,
  QUARTER_MS,
  QuoteFixture,
} from "../support/quote-fixture";

let fixture: QuoteFixture;
let orders: OrderFixture;

beforeAll(async () => {
  fixture = await QuoteFixture.start();
  ({ orders } = fixture);
});
beforeEach(() => fixture.open());
afterAll(() => fixture.stop());

describe("quoteOrder", () => {
  it("tells an anonymous guest what a basket costs, without asking the POS", async () => {
    orders.pos.failure = new PosUnavailable("socket hang up");
    const quoted = await fixture.quote();
    expect(quoted).toMatchObject({
      money: { subtotal: 78_000, discount: 0, deliveryFee: 0, bonusSpent: 0, total: 78_000 },
      lines: [{ article: "301", quantity: 2000, unitPrice: 39_000, total: 78_000 }],
      bonusMax: 0,
      promotions: [],
      warnings: [],
    });
    expect(quoted.expiresAt.getTime()).toBe(orders.clock.now().getTime() + QUARTER_MS);
  });

  it("tells a signed-in guest how much points may pay, less what other orders will take", async () => {
    expect(await fixture.quote({}, OWNER)).toMatchObject({
      bonusMax: 39_000,
      money: { bonusSpent: 0 },
      warnings: [],
    });
    await fixture.take({ bonusToSpend: 30_000 }, OWNER);
    const quoted = await fixture.quote({ bonusToSpend: 35_000 }, OWNER);
    expect(quoted).toMatchObject({
      bonusMax: 20_000,
      money: { bonusSpent: 20_000, total: 58_000 },
    });
    expect(codesOf(quoted.warnings)).toEqual(["LOYALTY_INSUFFICIENT input.bonusToSpend"]);
  });

  it("does not let anyone else see the guest's points", async () => {
    const customer = { name: "Тест", phone: PHONE, joinsLoyalty: false };
    const quoted = await fixture.quote({ customer, bonusToSpend: 100 });
    expect(quoted).toMatchObject({ bonusMax: 0, money: { bonusSpent: 0, total: 78_000 } });
    expect(codesOf(quoted.warnings)).toEqual(["FORBIDDEN input.bonusToSpend"]);
    expect((await fixture.quote({ customer }, ADMIN)).bonusMax).toBe(39_000);
  });

  it("answers without points, and says so, while the POS does not report the balance", async () => {
    orders.pos.failure = new PosUnavailable("socket hang up");
    const quoted = await fixture.quote({}, OWNER);
    expect(quoted).toMatchObject({ bonusMax: 0, money: { total: 78_000 } });
    expect(codesOf(quoted.warnings)).toEqual(["UPSTREAM_UNAVAILABLE "]);
  });

  it("warns about everything that would make the order be refused now", async () => {
    await orders.db.query("update branches set accepting_delivery = false where id = $1", [
      fixture.branchId,
    ]);
    const stopList = aStopList(anEntry("pos-301"));
    orders.sells(aMenuSnapshot([aProduct({ article: "301" })], fixture.branchId), { stopList });
    const lines = [aWantedLine({ quantity: 2000, expectedUnitPrice: 1 })];
    const quoted = await fixture.quote({ lines, bonusToSpend: 39_001 }, OWNER);
    expect(codesOf(quoted.warnings)).toEqual([
      "BRANCH_NOT_ACCEPTING input.fulfilment",
      "ITEM_UNAVAILABLE input.lines.0.quantity",
      "PRICE_CHANGED input.lines.0.expectedUnitPrice",
      "LOYALTY_LIMIT_EXCEEDED input.bonusToSpend",
    ]);
    expect(quoted.money).toMatchObject({ bonusSpent: 39_000, total: 39_000 });
    await fixture.open();
    orders.pos.knownDiscounts = [
      { posId: DISCOUNT, name: "Десять процентов", kind: "Percent", takesSum: false },
    ];
    const discounted = await fixture.quote({ discounts: [{ name: "Скидка", amount: 100 }] }, ADMIN);
    expect(codesOf(discounted.warnings)).toEqual(["DISCOUNT_NOT_MAPPED "]);
  });

  it("refuses a basket that cannot be priced, reporting all errors at once, and stores nothing", async () => {
    const before = await orders.db.manager.count(Quote);
    const userErrors = await errorsOf(
      fixture.quote({
        lines: [aWantedLine({ article: "999" }), aWantedLine({ article: "64" })],
        customer: { name: "", phone: "12", joinsLoyalty: false },
        discounts: [{ name: "Скидка", amount: 100 }],
      }),
    );
    expect(codesOf(userErrors)).toEqual([
      "REQUIRED input.customer.name",
      "PHONE_INVALID input.customer.phone",
      "ITEM_NOT_FOUND input.lines.0.article",
      "MODIFIER_REQUIRED input.lines.1.options",
    ]);
    expect(await orders.db.manager.count(Quote)).toBe(before);
  });

  it("keeps a quote only until it expires", async () => {
    const { id } = await fixture.quote();
    await orders.useCases.purgeExpired.execute();
    expect(await orders.db.manager.existsBy(Quote, { id })).toBe(true);
    orders.clock.turnTo(new Date(orders.clock.now().getTime() + QUARTER_MS + 1));
    await orders.useCases.purgeExpired.execute();
    expect(await orders.db.manager.existsBy(Quote, { id })).toBe(false);
  });
});
