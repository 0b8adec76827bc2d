import { normalisePhone } from "../../src/domain/guests/phone";

describe("a phone number", () => {
  it.each([
    ["+7 900 123-45-67", "+79001234567"],
    ["8 (900) 123-45-67", "+79001234567"],
    ["89001234567", "+79001234567"],
    ["79001234567", "+79001234567"],
    ["900 123 45 67", "+79001234567"],
    ["  +7.900.123.45.67 ", "+79001234567"],
    ["+375 29 123 45 67", "+375291234567"],
    ["375291234567", "+375291234567"],
    ["4951234567", "+74951234567"],
    ["９００１２３４５６７", "+79001234567"],
  ])("given as %j is stored as %s", (text, phone) => {
    expect(normalisePhone(text)).toBe(phone);
  });

  it.each([
    ["", "nothing"],
    ["+", "a plus alone"],
    ["call me", "words"],
    ["+7 900 123-45-67 ext. 5", "an extension"],
    ["+7900123456789012", "sixteen digits"],
    ["+1234567", "seven digits"],
    ["1234567", "a number without its city"],
    ["8901234567", "a mobile without its last digit"],
    ["+12345678", "eight digits of no country"],
    ["+7+9001234567", "two pluses"],
    ["<script>89001234567", "markup"],
  ])("is not parsed from %j: %s", (text) => {
    expect(normalisePhone(text)).toBeUndefined();
  });

  it("stays the same when it is parsed again", () => {
    expect(normalisePhone(normalisePhone("8 900 123 45 67") ?? "")).toBe("+79001234567");
  });
});
