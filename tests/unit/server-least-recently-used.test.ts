import { cacheKey } from "../../src/server/cache-key";
import { ENTRY_BYTES, LeastRecentlyUsed } from "../../src/server/least-recently-used";

function keptIn(map: Pick<LeastRecentlyUsed<unknown>, "get">, ...names: string[]): unknown[] {
  return names.map((name) => map.get(cacheKey(name)));
}

describe("A bounded map", () => {
  it("evicts the least recently used entry", () => {
    const map = new LeastRecentlyUsed<number>(2 * (ENTRY_BYTES + 8), () => 8);
    map.set(cacheKey("a"), 1);
    map.set(cacheKey("b"), 2);
    map.get(cacheKey("a"));
    map.set(cacheKey("c"), 3);
    expect(keptIn(map, "a", "b", "c")).toEqual([1, undefined, 3]);
  });

  it("counts the size of values, keeps nothing larger than itself, and frees what was replaced or deleted", () => {
    const map = new LeastRecentlyUsed<string>(10 + 2 * ENTRY_BYTES, (text) => text.length);
    map.set(cacheKey("a"), "x".repeat(5));
    map.set(cacheKey("a"), "x".repeat(3));
    map.set(cacheKey("b"), "x".repeat(7));
    expect(keptIn(map, "a")).toEqual(["xxx"]);
    map.set(cacheKey("c"), "x".repeat(11 + ENTRY_BYTES));
    expect(keptIn(map, "a", "b", "c")).toEqual(["xxx", "x".repeat(7), undefined]);
    map.delete(cacheKey("b"));
    map.set(cacheKey("d"), "x".repeat(7));
    expect(keptIn(map, "a")).toEqual(["xxx"]);
  });

  it("counts its keys, so that many small values also fill it", () => {
    const map = new LeastRecentlyUsed<number>(100 * ENTRY_BYTES, () => 0);
    const names = Array.from({ length: 1_000 }, (_, n) => `${n}`);
    for (const name of names) map.set(cacheKey(name), 1);
    expect(keptIn(map, ...names).filter(Boolean)).toHaveLength(100);
  });
});

describe("The key of a cache", () => {
  it("is different for different texts, however they are split", () => {
    const texts: readonly (readonly (string | null)[])[] = [
      ["query A { a }", ""],
      ["query A { a }", null],
      ["query A { a }", "A"],
      [" { a }", "query A"],
      ["{ a }", "query A "],
      ["A { a }", "query "],
      ["query A { a } "],
      ["query A { a }", "", ""],
      ["13:query A { a }"],
      ["a", "1:b"],
      ["a1:b"],
      ["a-"],
      ["a", null],
      ["\ud800"],
      ["\ud801"],
      ["\ufffd"],
      ["é"],
      ["e\u0301"],
    ];
    expect(new Set(texts.map((each) => cacheKey(...each))).size).toBe(texts.length);
  });

  it("is short, and the same whether an omitted text is null or undefined", () => {
    const document = `{ a } #${"x".repeat(10_000)}`;
    expect(cacheKey(document, null)).toHaveLength(43);
    expect(cacheKey(document, null)).toBe(cacheKey(document, undefined));
  });
});
