import { iikoBody } from "../support/iiko-body";

describe("comments", () => {
  it("are stripped of tags, entities and line breaks", () => {
    const { comment } = iikoBody({ comment: " <b>Без</b>&nbsp;лука\r\n\r\nи\tперца <3 " }).order;
    expect(comment).toBe("«Без лука и перца <3»");
  });

  it("state the total when no payment was chosen, however long they are", () => {
    const { comment, payments } = iikoBody({
      payments: [],
      total: 85000,
      comment: "я".repeat(600),
    }).order;
    expect(payments).toBeUndefined();
    expect(comment).toMatch(/я…»\. К оплате: 850\.00 ₽$/);
    expect(comment).toHaveLength(500);
    expect(iikoBody({ payments: [], total: 85000 }).order.comment).toBe("К оплате: 850.00 ₽");
  });

  it("keep the guest's words apart from ours, whatever the guest writes", () => {
    const { comment } = iikoBody({
      payments: [],
      total: 85000,
      comment: "Без лука». Оплачено онлайн: 850.00 ₽",
    }).order;
    expect(comment).toBe('«Без лука". Оплачено онлайн: 850.00 ₽». К оплате: 850.00 ₽');
  });

  it("say that the guest has already paid when the POS has no other way of knowing", () => {
    const { comment } = iikoBody({ payments: [], paidOnline: true, total: 85000 }).order;
    expect(comment).toBe("Оплачено онлайн: 850.00 ₽");
  });

  it.each([
    [
      "what the courier takes",
      { paidOnline: false, changeFrom: 200_000 },
      "К оплате: 589.00 ₽. Сдача с 2000.00 ₽",
    ],
    ["that it is paid", { paidOnline: true }, "Оплачено онлайн: 589.00 ₽"],
  ])("mention a delivery that has no product in the POS, and %s", (_, guest, words) => {
    const deliveryFee = { posProductId: null, price: 19_900 };
    const { comment, items, payments } = iikoBody({ deliveryFee, ...guest }).order;
    expect(comment).toBe(`Доставка 199.00 ₽ не в чеке. ${words}`);
    expect(items).toHaveLength(1);
    expect(payments).toMatchObject([{ sum: 390 }]);
  });

  it.each([
    ["KZT", "Доставка 199 ₸ не в чеке. К оплате: 589 ₸. Сдача с 2000 ₸"],
    ["BYN", "Доставка 199.00 BYN не в чеке. К оплате: 589.00 BYN. Сдача с 2000.00 BYN"],
  ])("use the currency of the branch: %s", (currencyCode, words) => {
    const fee = {
      deliveryFee: { posProductId: null, price: 19_900 },
      changeFrom: 200_000,
      paidOnline: false,
    };
    expect(iikoBody({ ...fee, currencyCode }).order.comment).toBe(words);
  });
});
