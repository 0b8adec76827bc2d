import { type IikoPaymentType } from "../../src/adapters/iiko/orders/order-settings";
import { type OrderTicket } from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { iikoBody } from "../support/iiko-body";

describe("payments of an order for iiko", () => {
  const paid = (method: PaymentMethod) => [
    {
      method,
      posPaymentTypeId: "p",
      sum: 39000,
      processedExternally: method === PaymentMethod.ONLINE,
    },
  ];

  const paidBy = (
    type: IikoPaymentType,
    method: PaymentMethod,
    overrides: Partial<OrderTicket> = {},
  ) =>
    iikoBody({ payments: paid(method), ...overrides }, {}, { paymentTypes: new Map([["p", type]]) })
      .order;

  it.each([
    [PaymentMethod.CASH, "Cash"],
    [PaymentMethod.CARD_ON_DELIVERY, "Card"],
    [PaymentMethod.ONLINE, "External"],
    [PaymentMethod.BONUS, "LoyaltyCard"],
  ])("of method %s are of kind %s when the dictionary is not known", (method, kind) => {
    expect(iikoBody({ payments: paid(method) }).order.payments![0]!.paymentTypeKind).toBe(kind);
  });

  it("follow the dictionary otherwise, whose loyalty card has another name", () => {
    const kindOf = (kind: string) =>
      paidBy({ kind, mayBeExternal: true }, PaymentMethod.ONLINE).payments![0]!.paymentTypeKind;
    expect(["Card", "IikoCard", "Unknown"].map(kindOf)).toEqual([
      "Card",
      "LoyaltyCard",
      "External",
    ]);
  });

  it("tell the till that money is taken already", () => {
    const { payments: sent, comment } = iikoBody({
      payments: paid(PaymentMethod.ONLINE),
      paidOnline: true,
    }).order;
    expect(sent![0]!.isProcessedExternally).toBe(true);
    expect(comment).toBeUndefined();
  });

  it.each([[{ kind: "External", mayBeExternal: false }], [{ kind: "Cash", mayBeExternal: true }]])(
    "say it in the comment where iiko would refuse that: %j",
    (type) => {
      const { payments: sent, comment } = paidBy(type, PaymentMethod.ONLINE, { paidOnline: true });
      expect(sent![0]!.isProcessedExternally).toBe(false);
      expect(comment).toBe("Оплачено онлайн: 390.00 ₽");
    },
  );

  it.each([
    ["", {}, "Не оплачено. К оплате: 390.00 ₽"],
    [
      ", with a delivery that the till has no product for",
      { deliveryFee: { posProductId: null, price: 19_900 } },
      "Доставка 199.00 ₽ не в чеке. Не оплачено. К оплате: 589.00 ₽",
    ],
  ])("say of an online payment that nobody has made that it is owed%s", (_, overrides, words) => {
    const payments = [{ ...paid(PaymentMethod.ONLINE)[0]!, processedExternally: false }];
    const order = iikoBody({ payments, paidOnline: false, ...overrides }).order;
    expect(order.payments).toMatchObject([{ isProcessedExternally: false }]);
    expect(order.comment).toBe(words);
  });

  it("ask the courier to bring change", () => {
    expect(iikoBody({ changeFrom: 500000 }).order.comment).toBe("Сдача с 5000.00 ₽");
    expect(iikoBody({ changeFrom: 500000, payments: [] }).order.comment).toBe(
      "К оплате: 390.00 ₽. Сдача с 5000.00 ₽",
    );
    expect(
      iikoBody({ changeFrom: 500000, payments: paid(PaymentMethod.CARD_ON_DELIVERY) }).order
        .comment,
    ).toBeUndefined();
  });

  it("find the guest's points by phone", () => {
    expect(
      iikoBody({ payments: paid(PaymentMethod.BONUS) }).order.payments![0]!.paymentAdditionalData,
    ).toEqual({
      type: "LoyaltyCard",
      credential: "+79990000009",
      searchScope: "Phone",
    });
  });
});
