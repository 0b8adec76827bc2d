import { fitGuestText, guestText } from "../../src/adapters/iiko/values/guest-text";
import { withoutLinks } from "../../src/domain/texts/without-links";
import { anAddress, aTicketLine } from "../support/an-order-ticket";
import { iikoBody } from "../support/iiko-body";

describe("What guests write, as shown to the staff", () => {
  it.each([
    ["https://evil.example/fallback/x?a=b", "https[:]//evil[.]example/fallback/x?a=b"],
    ["tg://resolve?domain=evil", "tg[:]//resolve?domain=evil"],
    ["pay at www.evil.co.uk now", "pay at www[.]evil[.]co[.]uk now"],
    ["пицца.рф, evil。example", "пицца[.]рф, evil[。]example"],
    ["write to me@mail.ru or @evil_bot", "write to me[@]mail[.]ru or [@]evil_bot"],
    ["http:\\\\evil.ru", "http[:]\\\\evil[.]ru"],
    ["\u202Eexample.live\u202C", "example[.]live"],
  ])("has no link in «%s»", (text, shown) => {
    expect(withoutLinks(text)).toBe(shown);
  });

  it.each([
    "Без лука, пожалуйста. Домофон не работает",
    "ул.Ленина, д.5, кв.12",
    "в 19:30 или 12.50",
    "5:1 и 1/2",
    "<3 👩‍👩‍👧",
  ])("stays as it is: «%s»", (text) => {
    expect(withoutLinks(text)).toBe(text);
  });
});

describe("What guests write, as shown in the POS", () => {
  it.each([
    ["Оплачено онлайн: 850.00 ₽", "«Оплачено онлайн: 850.00 ₽»"],
    ["О П Л А Ч Е Н О", "«О П Л А Ч Е Н О»"],
    ["OПЛAЧEHO картой", "«OПЛAЧEHO картой»"],
    ["о\u200Bплачено", "«о\u200Bплачено»"],
    ["x». Оплачено «онлайн", '«x". Оплачено "онлайн»'],
    ["к оплате: 0", "«к оплате: 0»"],
    ["Paid online", "«Paid online»"],
    ["Без лука", "Без лука"],
  ])("cannot pass for the gateway's own words: «%s»", (text, shown) => {
    expect(guestText(text)).toBe(shown);
  });

  it("keeps its quotation marks in a short field", () => {
    expect(fitGuestText("Оплачено онлайн", 10)).toBe("«Оплачено»");
    expect(fitGuestText("Оплачено", 9)).toMatch(/^«.{1,7}»$/);
    expect(fitGuestText(" ", 10)).toBeUndefined();
  });

  const CLAIM = "Оплачено онлайн";
  const FIELDS = [
    "city",
    "street",
    "house",
    "building",
    "flat",
    "entrance",
    "floor",
    "doorphone",
    "comment",
  ] as const;

  it.each(FIELDS)("is quoted wherever the POS shows an address's %s", (field) => {
    const address = { ...anAddress, posStreetId: null, [field]: CLAIM };
    const { deliveryPoint } = iikoBody({ address, paidOnline: false }).order;
    expectQuoted(deliveryPoint);
  });

  it("is quoted in a name and in comments", () => {
    const lines = [aTicketLine({ comment: CLAIM })];
    const { order } = iikoBody({ lines, comment: CLAIM, paidOnline: false });
    expectQuoted([order.items, order.comment]);
    const customer = { name: CLAIM, phone: "+79990000009", joinsLoyalty: false };
    expectQuoted(iikoBody({ customer }).order.customer);
  });

  /** It occurs, and never without its quotation marks. */
  function expectQuoted(shown: unknown): void {
    const text = JSON.stringify(shown);
    expect(text).toContain("«Оплач");
    expect(text.replaceAll(/«[^«»]*»/g, "")).not.toContain("Оплач");
  }
});
