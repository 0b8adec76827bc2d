import { randomUUID } from "node:crypto";

import { type Viewer } from "../../src/domain/access/viewer";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { PosKind } from "../../src/entities/branches/branch-settings";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder, aWantedLine } from "../support/a-new-order";
import { anAddress } from "../support/an-order-ticket";
import { operatorOf } from "../support/branch-gateway";
import { errorsOf } from "../support/catalogue-fixture";
import { OrderFixture } from "../support/order-fixture";

const PAYMENT = {
  method: PaymentMethod.CASH,
  paidOnline: false,
  externalPaymentId: null,
  changeFrom: null,
};
const GUEST = { name: "Тест", phone: "+79990000009", joinsLoyalty: false };
const HOUR_MS = 3_600_000;

describe("createOrder refuses", () => {
  let fixture: OrderFixture;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch();
  });

  afterAll(() => fixture.stop());

  async function refusal(overrides: Partial<NewOrder>, viewer?: Viewer): Promise<string[]> {
    const userErrors = await errorsOf(
      fixture.useCases.createOrder.execute(aNewOrder(branchId, overrides), [], viewer),
    );
    return userErrors.map(({ code, field }) => `${code} ${field?.join(".") ?? ""}`);
  }

  const refusals: readonly [title: string, overrides: Partial<NewOrder>, userError: string][] = [
    ["an unknown branch", { branchId: randomUUID() }, "NOT_FOUND input.branchId"],
    ["a branch id that is none", { branchId: "1 or 1=1" }, "NOT_FOUND input.branchId"],
    ["a blank key", { idempotencyKey: "  " }, "REQUIRED input.idempotencyKey"],
    ["an endless key", { idempotencyKey: "k".repeat(201) }, "INVALID input.idempotencyKey"],
    [
      "a guest without a name",
      { customer: { ...GUEST, name: " " } },
      "REQUIRED input.customer.name",
    ],
    [
      "a name of 61 characters",
      { customer: { ...GUEST, name: "я".repeat(61) } },
      "INVALID input.customer.name",
    ],
    [
      "a broken phone",
      { customer: { ...GUEST, phone: "12" } },
      "PHONE_INVALID input.customer.phone",
    ],
    ["a comment of 501 characters", { comment: "!".repeat(501) }, "INVALID input.comment"],
    ["an order of nothing", { lines: [] }, "INVALID input.lines"],
    [
      "101 lines",
      { lines: Array.from({ length: 101 }, () => aWantedLine()) },
      "INVALID input.lines",
    ],
    [
      "a line's comment of 256 characters",
      { lines: [aWantedLine({ comment: "!".repeat(256) })] },
      "INVALID input.lines.0.comment",
    ],
    [
      "an unknown dish",
      { lines: [aWantedLine({ article: "999" })] },
      "ITEM_NOT_FOUND input.lines.0.article",
    ],
    ["a delivery to nowhere", { address: null }, "REQUIRED input.address"],
    [
      "a delivery without a street",
      { address: { ...anAddress, street: "" } },
      "REQUIRED input.address.street",
    ],
    [
      "a delivery without a house",
      { address: { ...anAddress, house: " " } },
      "REQUIRED input.address.house",
    ],
    [
      "a floor of 11 characters",
      { address: { ...anAddress, floor: "1".repeat(11) } },
      "INVALID input.address.floor",
    ],
    ["a pick-up with an address", { fulfilment: Fulfilment.PICKUP }, "INVALID input.address"],
    ["eating in", { fulfilment: Fulfilment.DINE_IN, address: null }, "INVALID input.fulfilment"],
    [
      "points as the only payment",
      { payment: { ...PAYMENT, method: PaymentMethod.BONUS } },
      "INVALID input.payment.method",
    ],
    [
      "change for a card",
      { payment: { ...PAYMENT, method: PaymentMethod.CARD_ON_DELIVERY, changeFrom: 100_000 } },
      "INVALID input.payment.changeFrom",
    ],
    [
      "change from less than the total",
      { payment: { ...PAYMENT, changeFrom: 38_999 } },
      "INVALID input.payment.changeFrom",
    ],
    [
      "a second half of a dish that has none",
      { lines: [aWantedLine({ secondHalf: { article: "64", options: [] } })] },
      "INVALID input.lines.0.secondHalf.article",
    ],
    ["a total that has changed", { expectedTotal: 1 }, "PRICE_CHANGED input.expectedTotal"],
    [
      "a dish's price that has changed",
      { lines: [aWantedLine({ expectedUnitPrice: 1 })] },
      "PRICE_CHANGED input.lines.0.expectedUnitPrice",
    ],
    [
      "a name of two lines",
      { customer: { ...GUEST, name: "Анна\nИтого: 0" } },
      "INVALID input.customer.name",
    ],
    [
      "text that no database keeps",
      { customer: { ...GUEST, name: "Те\u0000ст" } },
      "INVALID input.customer.name",
    ],
  ];

  it.each(refusals)("%s", async (_, overrides, userError) => {
    expect(await refusal(overrides)).toEqual([userError]);
  });

  it.each([
    ["cash that is paid already", PaymentMethod.CASH, "INVALID input.payment.paidOnline"],
    [
      "a paid order that the till would ask money for",
      PaymentMethod.ONLINE,
      "PAYMENT_TYPE_NOT_MAPPED input.payment.method",
    ],
  ])("%s", async (_, method, userError) => {
    const payment = { ...PAYMENT, method, paidOnline: true };
    expect(await refusal({ payment }, operatorOf(branchId))).toEqual([userError]);
  });

  it("a time in the past, and one more than 60 days ahead", async () => {
    const now = fixture.clock.now().getTime();
    for (const wantedAt of [
      new Date(now),
      new Date(now - 1),
      new Date(now + 60 * 24 * HOUR_MS + 1),
    ]) {
      expect(await refusal({ wantedAt })).toEqual(["TIME_SLOT_UNAVAILABLE input.wantedAt"]);
    }
  });

  it("a delivery while the branch does not deliver, but not a pick-up there", async () => {
    const paused = await fixture.branch();
    await fixture.db.query("update branches set accepting_delivery = false where id = $1", [
      paused,
    ]);
    expect(await refusal({ branchId: paused })).toEqual(["BRANCH_NOT_ACCEPTING input.fulfilment"]);
    const pickUp = aNewOrder(paused, { fulfilment: Fulfilment.PICKUP, address: null });
    expect((await fixture.useCases.createOrder.execute(pickUp)).replayed).toBe(false);
  });

  it("an order that nobody would send because the branch has no POS", async () => {
    const unconnected = await fixture.branch({ pos: PosKind.NONE });
    expect(await refusal({ branchId: unconnected })).toEqual([
      "BRANCH_NOT_ACCEPTING input.branchId",
    ]);
  });

  it("everything that is wrong, in one answer", async () => {
    expect(
      await refusal({
        customer: { name: "", phone: "?", joinsLoyalty: false },
        address: { ...anAddress, street: "", flat: "1".repeat(101) },
        wantedAt: new Date(0),
        lines: [
          aWantedLine({ article: "999" }),
          aWantedLine({ quantity: 0 }),
          aWantedLine({ article: "64", sizeId: "huge" }),
          aWantedLine({ article: "64", options: [{ article: "999", quantity: 1000 }] }),
        ],
        payment: { ...PAYMENT, paidOnline: true, externalPaymentId: "4711" },
      }),
    ).toEqual([
      "REQUIRED input.customer.name",
      "PHONE_INVALID input.customer.phone",
      "TIME_SLOT_UNAVAILABLE input.wantedAt",
      "REQUIRED input.address.street",
      "INVALID input.address.flat",
      "ITEM_NOT_FOUND input.lines.0.article",
      "INVALID input.lines.1.quantity",
      "NOT_FOUND input.lines.2.sizeId",
      "ITEM_NOT_FOUND input.lines.3.options.0.article",
      "MODIFIER_REQUIRED input.lines.3.options",
      "INVALID input.payment.paidOnline",
      "FORBIDDEN input.payment.paidOnline",
      "FORBIDDEN input.payment.externalPaymentId",
    ]);
  });

  it("a higher total if the guest accepts only lower ones", async () => {
    expect(await refusal({ expectedTotal: 38_999, onPriceMismatch: "ACCEPT_LOWER" })).toEqual([
      "PRICE_CHANGED input.expectedTotal",
    ]);
  });
});
