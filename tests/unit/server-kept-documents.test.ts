import { parse } from "graphql";

import { cacheKey } from "../../src/server/cache-key";
import { keptDocuments, weightOfDocument } from "../../src/server/kept-documents";

const MEGABYTE = 2 ** 20;

/** How many of this number of documents remain when all have been kept. */
function leftOf(documentOf: (n: number) => string, maxBytes: number, count = 100): number {
  const kept = keptDocuments(maxBytes);
  const keys = Array.from({ length: count }, (_, n) => {
    const key = cacheKey(String(n));
    kept.set(key, parse(documentOf(n)));
    return key;
  });
  return keys.filter((key) => kept.get(key)).length;
}

describe("Kept documents", () => {
  it("stay within their memory limit, however long their comments are", () => {
    const comment = "x".repeat(19_000);
    expect(leftOf((n) => `{ a${n} } #${comment}`, MEGABYTE)).toBeLessThanOrEqual(
      MEGABYTE / (2 * 19_000),
    );
  });

  it("are charged for the memory of many empty comments", () => {
    expect(weightOfDocument(parse(`{ a } ${"#\n".repeat(9_000)}`))).toBeGreaterThan(9_000 * 100);
  });

  it("stay within their memory limit when their trees are large compared with their text", () => {
    const fields = "a ".repeat(1_500);
    expect(leftOf((n) => `{ a${n} ${fields} }`, MEGABYTE)).toBeLessThanOrEqual(
      MEGABYTE / (1_500 * 400),
    );
  });

  it("number in the hundreds when they are typical of what clients send", () => {
    const left = leftOf((n) => `query Menu${n} { a { b { c d e f } } }`, 8 * MEGABYTE, 1_000);
    expect(left).toBeGreaterThan(500);
  });
});
