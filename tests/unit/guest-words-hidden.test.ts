import { GuestWords, wordsOfOrder } from "../../src/domain/guests/guest-words";
import { anAddress } from "../support/an-order-ticket";

const words = wordsOfOrder({
  customerName: "Иван О'Нил-Петров",
  customerPhone: "+79045551234",
  address: {
    ...anAddress,
    street: "ул. Мира (новая)",
    house: "15А",
    doorphone: "45B7",
    comment: "вход\nсо двора",
  },
  comment: "Позвоните: код 7788, без звонка",
});

describe("A guest's own words", () => {
  it.each([
    ["Guest Иван О'Нил-Петров is blocked", "Guest *** is blocked"],
    ["ПЕТРОВ, Иван", "***, ***"],
    ["phone +79045551234", "phone ***"],
    ["phone 8 (904) 555-12-34 and 9045551234", "phone *** and ***"],
    ["phone 7.904.555.12.34", "phone ***"],
    ["no street ул. Мира (новая), 15А", "no street ***, ***"],
    ["street 'Мира' of Примерск", "street '***' of ***"],
    ["comment: Позвоните: код 7788, без звонка", "comment: ***"],
    ["code 7788 or 45B7", "code *** or ***"],
    ["note со двора", "note ***"],
  ])("are masked in %j", (text, clean) => {
    expect(words.hide(text)).toBe(clean);
  });

  it.each([
    "Order 1015 is refused: payment type does not exist",
    "Стол не найден, проверьте дом и улицу",
    "sku 00301 is stopped; sum 12345.00",
    "Мирательный",
    "",
  ])("leave %j as it is", (text) => {
    expect(words.hide(text)).toBe(text);
  });

  it("are masked in every text of a JSON value, but in no field name", () => {
    const value = { Примерск: [{ a: "Иван" }, 5, null, true], b: "x" };
    expect(words.hideIn(value)).toEqual({ Примерск: [{ a: "***" }, 5, null, true], b: "x" });
  });

  it.each([
    [{ text: "refused: ПЕТРОВ" }, true],
    [["call 8 (904) 555-12-34"], true],
    [{ deep: [{ text: "вход\nсо двора" }] }, true],
    [{ creationStatus: "Success", number: 5 }, false],
    [undefined, false],
  ])("are searched for closely in %j: %s", (value, closely) => {
    const plain = wordsOfOrder({
      customerName: "Иван Петров",
      customerPhone: "+79045551234",
      address: null,
      comment: null,
    });
    expect((closely ? words : plain).mayBeIn(value)).toBe(closely);
  });

  it("are empty when nothing was said", () => {
    const nothing = new GuestWords({
      names: ["", null, undefined, "Я"],
      phones: ["12"],
      ownTexts: [null],
    });
    expect(nothing.hide("Я 12")).toBe("Я 12");
  });

  it("are taken literally, whatever they mean to a regular expression", () => {
    const odd = new GuestWords({ names: [".*+?^${}()|[]\\/-", "a|b.c"], ownTexts: ["(?=x)"] });
    expect(odd.hide("plain .*+?^${}()|[]\\/- text a|b.c, (?=x)")).toBe("plain *** text ***, ***");
  });

  it("are masked however long and however many they are", () => {
    const comment = Array.from({ length: 500 }, (_, word) => `слово${word}`).join(" ");
    const words = new GuestWords({
      names: ["(".repeat(3_000)],
      ownTexts: [comment, "1a ".repeat(5_000)],
    });
    expect(words.hide(`said: ${comment}`)).toMatch(/^said: [* ]+$/);
    expect(words.hide("в".repeat(100_000))).toHaveLength(100_000);
  });
});

it("leaves ids intact, whatever digits a guest's house or door has", () => {
  const words = new GuestWords({ names: ["4125"] });
  const id = "0b0f5a7e-43f4-4125-a6a1-2f8a3d4f1c11";
  expect(words.hideIn({ orderId: id, text: "flat 4125" })).toEqual({
    orderId: id,
    text: "flat ***",
  });
});
