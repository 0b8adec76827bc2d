import { isUuid, newId, newSecret, posHoldIdFor, posOrderIdFor } from "../../src/domain/ids";

const ORDER = "3f6f3a4e-7c11-4a58-9d0a-6c0e8f3f1b52";

describe("the id an order carries in the POS", () => {
  it("is always the same, on every repeat and in every process", () => {
    // Computed once with Python's uuid.uuid5: a change would send known orders under new ids.
    expect(posOrderIdFor(ORDER, 1)).toBe("fbd3dbe7-66f1-54fe-b252-bf9f975199a4");
    expect(posOrderIdFor(ORDER, 2)).toBe("3b6b8355-69a9-5040-a4ea-052e657077fb");
  });

  it("is different for the next generation and for another order", () => {
    const ids = [posOrderIdFor(ORDER, 1), posOrderIdFor(ORDER, 2), posOrderIdFor(newId(), 1)];
    expect(new Set(ids).size).toBe(3);
  });

  it("is a version 5 UUID", () => {
    expect(posOrderIdFor(newId(), 1)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

describe("the id under which an order's points are held", () => {
  it("never changes, whatever the generation, and differs from the order's own ids", () => {
    // Also computed once with Python's uuid.uuid5: a change would hold points twice and release
    // none.
    expect(posHoldIdFor(ORDER)).toBe("07bd1045-2bd4-5de7-93f7-610410602329");
    expect(posHoldIdFor(newId())).not.toBe(posHoldIdFor(ORDER));
  });
});

describe("ids and secrets", () => {
  it("are recognised only when they are UUIDs as a whole", () => {
    expect(isUuid(newId())).toBe(true);
    expect(isUuid(newId().toUpperCase())).toBe(true);
    for (const text of [
      "",
      "1",
      `${newId()} `,
      `${newId()}\n`,
      `{${newId()}}`,
      newId().replaceAll("-", ""),
    ]) {
      expect(isUuid(text)).toBe(false);
    }
  });

  it("come as 24 random bytes that fit into a URL", () => {
    const secrets = Array.from({ length: 100 }, () => newSecret());
    expect(new Set(secrets).size).toBe(100);
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{32}$/);
  });
});
