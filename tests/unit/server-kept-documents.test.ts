import { parse } from "graphql";

import { keptDocuments, weightOfDocument } from "../../src/server/kept-documents";
import { operationHash } from "../../src/server/operation-hash";

const MEGABYTE = 2 ** 20;

/** How many of 1,000 documents are still there when all have been kept. */
function leftOf(documentOf: (n: number) => string, maxBytes: number): number {
  const kept = keptDocuments(maxBytes);
  const keys = Array.from({ length: 1_000 }, (_, n) => {
    kept.set(String(n), parse(documentOf(n)));
    return String(n);
  });
  return keys.filter((key) => kept.get(key)).length;
}

describe("The documents that are kept", () => {
  it("take no more memory for what they say in comments", () => {
    const comment = "x".repeat(19_000);
    expect(leftOf((n) => `{ a${n} } #${comment}`, MEGABYTE)).toBeLessThanOrEqual(MEGABYTE / (2 * 19_000));
  });

  it("take no more memory for many comments of nothing", () => {
    expect(weightOfDocument(parse(`{ a } ${"#\n".repeat(9_000)}`))).toBeGreaterThan(9_000 * 100);
  });

  it("take no more memory for trees that are large beside their text", () => {
    const fields = "a ".repeat(1_500);
    expect(leftOf((n) => `{ a${n} ${fields} }`, MEGABYTE)).toBeLessThanOrEqual(MEGABYTE / (1_500 * 400));
  });

  it("are hundreds where they are as clients send them", () => {
    expect(leftOf((n) => `query Menu${n} { a { b { c d e f } } }`, 8 * MEGABYTE)).toBeGreaterThan(500);
  });
});

describe("The hash of an operation", () => {
  it("is another for every pair of document and name, however they are cut", () => {
    const pairs = [
      ["query A { a }", ""],
      ["query A { a }", "A"],
      [" { a }", "query A"],
      ["{ a }", "query A "],
      ["A { a }", "query "],
      ["query A { a } ", ""],
      ["6 query  A { a }", ""],
    ] as const;
    expect(new Set(pairs.map(([document, name]) => operationHash(document, name))).size).toBe(pairs.length);
  });

  it("is short, and the same for a name that is left out", () => {
    const document = `{ a } #${"x".repeat(10_000)}`;
    expect(operationHash(document, null)).toHaveLength(43);
    expect(operationHash(document, null)).toBe(operationHash(document, undefined));
  });
});
