import { type Viewer } from "../../src/domain/access/viewer";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { PromoFixture } from "../support/promo-fixture";

const PHONE = "+79990000009";
const SIGNED_IN: Viewer = { kind: "customer", phone: PHONE, expiresAt: null };
const SOMEBODY_ELSE: Viewer = { kind: "customer", phone: "+79990000010", expiresAt: null };

describe("promotions that count how often they are used", () => {
  let fixture: PromoFixture;

  beforeAll(async () => {
    fixture = await PromoFixture.start();
  });

  afterAll(() => fixture.orders.stop());

  beforeEach(() => fixture.renew());

  const onlyProven = (on: boolean | null) =>
    fixture.orders.saveSettings(fixture.branchId, {
      guestOrders: { countedPromotionsOnlyProven: on },
    });

  const COUNTED = [
    { firstOrderOnly: true },
    { oncePerCustomer: true },
    { usageLimit: 5 },
    { usesPerCode: 5 },
  ];

  it.each(COUNTED)(
    "are limited to signed-in guests and key holders only if the branch says so: %j",
    async (terms) => {
      await onlyProven(true);
      const code = fixture.code();
      await fixture.promotion(terms, code);
      const refused = ["SIGN_IN_REQUIRED input.promoCodes.0"];
      expect(await fixture.refusal([code])).toEqual(refused);
      expect(await fixture.refusal([code], {}, SOMEBODY_ELSE)).toEqual(refused);
      await fixture.take([code], {}, SIGNED_IN);
      const somebody = { name: "Тест", phone: "+79990000077", joinsLoyalty: false };
      await fixture.take([code], { customer: somebody }, ADMIN);
    },
  );

  it("are for everybody unless the branch says otherwise", async () => {
    const code = fixture.code();
    await fixture.promotion({ oncePerCustomer: true }, code);
    await fixture.take([code]);
  });

  it("are distinguished from those that everybody may use any number of times", async () => {
    await onlyProven(true);
    const code = fixture.code();
    await fixture.promotion({}, code);
    await fixture.take([code]);
    await fixture.take([code]);
  });

  it("ask the guest in a quote to sign in, and still state a price", async () => {
    await onlyProven(true);
    const code = fixture.code();
    await fixture.promotion({ firstOrderOnly: true }, code);
    const { quoteOrder } = fixture.orders.useCases;
    const basket = aNewOrder(fixture.branchId, { promoCodes: [code] });
    const quote = await quoteOrder.execute(basket, [], { kind: "anonymous" });
    expect(quote.warnings.map(({ code: why }) => why)).toEqual(["SIGN_IN_REQUIRED"]);
    expect(quote.money.total).toBeGreaterThan(0);
  });
});
