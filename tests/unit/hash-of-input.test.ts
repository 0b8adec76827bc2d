import { createHash } from "node:crypto";

import { hashOfInput } from "../../src/services/idempotency/hash-of-input";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("the hash of an input", () => {
  // Stored with orders that other versions repeat.
  it("is that of its JSON with sorted fields and without empty ones", () => {
    const at = new Date("2026-11-30T10:00:00Z");
    const input = {
      lines: [{ quantity: 2000, comment: null, article: "A-1", options: [] }],
      customer: { phone: "+79990000009", name: "", joinsLoyalty: false, Z: 1, é: 0 },
      wantedAt: at,
      quoteId: undefined,
      10: "ten",
      9: "nine",
    };
    const customer = `{"Z":1,"name":"","phone":"+79990000009","é":0}`;
    const lines = `[{"article":"A-1","quantity":2000}]`;
    expect(hashOfInput(input)).toBe(
      sha256(
        `{"9":"nine","10":"ten","customer":${customer},"lines":${lines},"wantedAt":"2026-11-30T10:00:00.000Z"}`,
      ),
    );
  });

  it("is the same for fields in another order", () => {
    expect(hashOfInput({ one: 1, two: { three: 3, four: 4 } })).toBe(
      hashOfInput({ two: { four: 4, three: 3 }, one: 1 }),
    );
  });

  it("differs for elements in another order", () => {
    expect(hashOfInput({ codes: ["A", "B"] })).not.toBe(hashOfInput({ codes: ["B", "A"] }));
  });
});
