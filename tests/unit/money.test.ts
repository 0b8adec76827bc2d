import {
  formatKopecks,
  formatThousandths,
  multiply,
  parseKopecks,
  parseThousandths,
} from "../../src/domain/money/money";

describe("an amount of money", () => {
  it.each([
    ["449.90", 44_990],
    ["449.9", 44_990],
    ["449", 44_900],
    ["0", 0],
    ["0.01", 1],
    ["1.230", 123],
    ["-12.34", -1_234],
    ["999999999999.99", 99_999_999_999_999],
  ])("is parsed from %s as %i kopecks", (text, kopecks) => {
    expect(parseKopecks(text)).toBe(kopecks);
  });

  it.each([
    "",
    " ",
    "1,50",
    "1.234",
    "1.",
    ".5",
    "1e3",
    "0x10",
    "+1",
    "1 000",
    "NaN",
    "Infinity",
    "1234567890123",
  ])("is not parsed from %j", (text) => {
    expect(parseKopecks(text)).toBeUndefined();
  });

  it.each([
    [44_990, "449.90"],
    [5, "0.05"],
    [0, "0.00"],
    [100, "1.00"],
    [-5, "-0.05"],
    [-1_234, "-12.34"],
  ])("of %i kopecks is written as %s", (kopecks, text) => {
    expect(formatKopecks(kopecks)).toBe(text);
  });

  it("survives being formatted and parsed", () => {
    for (const kopecks of [0, 1, 9, 10, 99, 100, 101, 12_345, 99_999_999_999_999]) {
      expect(parseKopecks(formatKopecks(kopecks))).toBe(kopecks);
    }
  });
});

describe("a quantity", () => {
  it.each([
    ["1", 1000],
    ["1.5", 1500],
    ["0.125", 125],
    ["-2", -2000],
  ])("is parsed from %s as %i thousandths", (text, thousandths) => {
    expect(parseThousandths(text)).toBe(thousandths);
  });

  it("has at most three decimal places", () => {
    expect(parseThousandths("0.1234")).toBeUndefined();
  });

  it.each([
    [1000, "1"],
    [1500, "1.5"],
    [125, "0.125"],
    [10, "0.01"],
    [0, "0"],
    [-2500, "-2.5"],
  ])("of %i thousandths is written as %s", (thousandths, text) => {
    expect(formatThousandths(thousandths)).toBe(text);
  });
});

describe("a price times a quantity", () => {
  it.each([
    [39_000, 2_000, 78_000],
    [33, 1_500, 50],
    [1, 500, 1],
    [1, 499, 0],
    [99, 333, 33],
    [0, 5_000, 0],
  ])("of %i kopecks × %i thousandths is %i kopecks", (price, quantity, total) => {
    expect(multiply(price, quantity, 1)).toBe(total);
  });

  it("rounds half a kopeck away from zero", () => {
    expect(multiply(-1, 500, 1)).toBe(-1);
    expect(multiply(-1, 499, 1)).toBe(0);
  });

  it("is never a negative zero", () => {
    expect(Object.is(multiply(-1, 499, 1), 0)).toBe(true);
  });
});
