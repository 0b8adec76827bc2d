import { type IikoPaymentType } from "../../src/adapters/iiko/orders/order-settings";
import { type OrderTicket } from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { iikoBody } from "../support/iiko-body";

describe("payments of an order sent to iiko", () => {
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
  ])("with the method %s have the kind %s when the dictionary is unavailable", (method, kind) => {
    expect(iikoBody({ payments: paid(method) }).order.payments![0]!.paymentTypeKind).toBe(kind);
  });

  it("follow the dictionary when there is one, even where it names the loyalty card differently", () => {
    const kindOf = (kind: string) =>
      paidBy({ kind, mayBeExternal: true }, PaymentMethod.ONLINE).payments![0]!.paymentTypeKind;
    expect(["Card", "IikoCard", "Unknown"].map(kindOf)).toEqual([
      "Card",
      "LoyaltyCard",
      "External",
    ]);
  });

  it("tell the POS that the money has already been taken", () => {
    const { payments: sent, comment } = iikoBody({
      payments: paid(PaymentMethod.ONLINE),
      paidOnline: true,
    }).order;
    expect(sent![0]!.isProcessedExternally).toBe(true);
    expect(comment).toBeUndefined();
  });

  it.each([[{ kind: "External", mayBeExternal: false }], [{ kind: "Cash", mayBeExternal: true }]])(
    "report a completed payment in the comment where iiko would reject the flag: %j",
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
  ])("state that an online payment nobody made is still owed%s", (_, overrides, words) => {
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

  it("look up the guest's points by phone", () => {
    expect(
      iikoBody({ payments: paid(PaymentMethod.BONUS) }).order.payments![0]!.paymentAdditionalData,
    ).toEqual({
      type: "LoyaltyCard",
      credential: "+79990000009",
      searchScope: "Phone",
    });
  });
});
