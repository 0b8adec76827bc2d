import { keyOf } from "../../src/domain/texts/typed-text";

describe("the text that something is found by is the same however it was typed", () => {
  it("in the digits of any script", () => {
    const all = Array.from({ length: 0x110000 - 0x10 }, (_unused, index) => index + 0x10)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((sign) => /^\p{Nd}$/u.test(sign));
    expect(all.length).toBeGreaterThan(600);
    const counts = all.reduce<Record<string, number>>((sum, digit) => {
      const read = keyOf(digit);
      return Object.assign(sum, { [read]: (sum[read] ?? 0) + 1 });
    }, {});
    expect(Object.keys(counts).sort()).toEqual([..."0123456789"]);
    expect(new Set(Object.values(counts)).size).toBe(1);
  });
});
