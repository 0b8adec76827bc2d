import { LeastRecentlyUsed } from "../../src/server/least-recently-used";

describe("A bounded map", () => {
  it("gives up what was not asked for longest", () => {
    const map = new LeastRecentlyUsed<number>(2);
    map.set("a", 1);
    map.set("b", 2);
    map.get("a");
    map.set("c", 3);
    expect(["a", "b", "c"].map((key) => map.get(key))).toEqual([1, undefined, 3]);
  });

  it("counts weights, keeps nothing heavier than itself, and forgets what was replaced or deleted", () => {
    const map = new LeastRecentlyUsed<string>(10, (text) => text.length);
    map.set("a", "12345");
    map.set("a", "123");
    map.set("b", "1234567");
    expect(map.get("a")).toBe("123");
    map.set("c", "12345678901");
    expect([map.get("a"), map.get("b"), map.get("c")]).toEqual(["123", "1234567", undefined]);
    map.delete("b");
    map.set("d", "1234567");
    expect(map.get("a")).toBe("123");
  });
});
