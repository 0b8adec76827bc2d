import { randomUUID } from "node:crypto";

import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { ADMIN, GUEST, operatorOf } from "../support/branch-gateway";
import { codesOf, OWNER, PHONE, QuoteFixture } from "../support/quote-fixture";

const GIVEN = {
  posProgramId: randomUUID(),
  name: "Гостям",
  lines: [{ position: 0, amount: 3_900 }],
};
const customer = { name: "Тест", phone: PHONE, joinsLoyalty: false };

let quotes: QuoteFixture;
beforeAll(async () => (quotes = await QuoteFixture.start()));
beforeEach(() => quotes.open());
afterAll(() => quotes.stop());

const ofBranch = () => operatorOf(quotes.branchId);
const ofSeveral = (): Viewer => ({
  kind: "key",
  keyId: randomUUID(),
  label: "x",
  scope: Scope.ADMIN,
  branchIds: [randomUUID(), quotes.branchId],
});

describe.each([
  ["a key of the branch", ofBranch],
  ["a key of several branches", ofSeveral],
])("%s, of a guest who has never ordered there,", (_, key) => {
  it("is not told their points, whether it asks for some or for none", async () => {
    const none = await quotes.quote({ customer }, key());
    expect([none.bonusMax, codesOf(none.warnings)]).toEqual([0, []]);
    const some = await quotes.quote({ customer, bonusToSpend: 10_000 }, key());
    expect([some.bonusMax, codesOf(some.warnings)]).toEqual([
      0,
      ["SIGN_IN_REQUIRED input.bonusToSpend"],
    ]);
    expect(some.money.bonusSpent).toBe(0);
  });

  it("learns nothing from an order that wants more points than there are, and spends nothing", async () => {
    for (const bonusToSpend of [100, 39_000, 1_000_000]) {
      expect(await quotes.refusal({ customer, bonusToSpend }, key())).toEqual([
        "SIGN_IN_REQUIRED input.bonusToSpend",
      ]);
    }
  });

  it("is not told what the programme gives", async () => {
    await quotes.open({ quotesByPosLoyalty: true });
    quotes.orders.pos.loyalty.gives = { promotions: [GIVEN], bonusLimits: new Map() };
    expect((await quotes.quote({ customer }, key())).promotions).toEqual([]);
    expect(quotes.orders.pos.loyalty.quoted).toEqual([]);
  });

  it("triggers no request about the guest", async () => {
    quotes.orders.pos.failure = new Error("iiko was asked");
    const { warnings } = await quotes.quote({ customer, bonusToSpend: 10_000 }, key());
    expect(codesOf(warnings)).toEqual(["SIGN_IN_REQUIRED input.bonusToSpend"]);
    quotes.orders.pos.failure = undefined;
  });

  it("sees and may spend the points once the guest has ordered there", async () => {
    await quotes.take({ customer }, GUEST);
    expect((await quotes.quote({ customer }, key())).bonusMax).toBe(39_000);
    const { order } = await quotes.take({ customer, bonusToSpend: 10_000 }, key());
    expect(order.bonusSpent).toBe(10_000);
  });

  it("does not see them because of an order at another branch", async () => {
    await quotes.take({ customer }, GUEST);
    await quotes.open();
    expect((await quotes.quote({ customer }, key())).bonusMax).toBe(0);
  });
});

it.each([
  ["The guest", OWNER],
  ["A key of all branches", ADMIN],
])("%s sees the points of a guest who has never ordered there", async (_, viewer) => {
  expect((await quotes.quote({ customer }, viewer)).bonusMax).toBe(39_000);
});
