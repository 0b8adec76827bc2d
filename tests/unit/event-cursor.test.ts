import { InvalidInput } from "../../src/errors";
import { cursorOf, cursorOfSeen, seenBy } from "../../src/subscriptions/event-cursor";

const ID = "8f3f1b52-6c0e-4a58-9d0a-3f6f3a4e7c11";
const EVENT = { sequence: 17, position: 9_007_199_254_740_991, id: ID };

describe("a cursor", () => {
  it("names the last event that was seen", () => {
    expect(seenBy(cursorOf(EVENT))).toEqual({
      sequence: 17,
      position: "9007199254740991",
      name: { id: ID },
    });
  });

  it("of an event that restarts a history is a different one, and leads to the same place", () => {
    const cursor = cursorOf({ sequence: 0, position: 0, id: "", startsAfter: EVENT });
    expect(cursor).not.toBe(cursorOf(EVENT));
    expect(seenBy(cursor)).toMatchObject(seenBy(cursorOf(EVENT)));
  });

  it("can be rebuilt from what was read out of it", () => {
    const anew = cursorOf({ sequence: 0, position: 0, id: "", startsAfter: EVENT });
    for (const cursor of [cursorOf(EVENT), anew]) {
      expect(cursorOfSeen(seenBy(cursor))).toBe(cursor);
    }
    const former = Buffer.from("17.1.1").toString("base64url");
    expect(cursorOfSeen(seenBy(former))).toBeNull();
  });

  it("of the old form, which names a transaction, is understood", () => {
    const cursor = Buffer.from("17.18446744073709551615.9223372036854775807").toString("base64url");
    expect(seenBy(cursor)).toEqual({
      sequence: 17,
      position: "9223372036854775807",
      name: { xid: "18446744073709551615" },
    });
  });

  it("fits into a URL, and into the length that is accepted for a cursor", () => {
    const longest = cursorOf({
      ...EVENT,
      sequence: 999_999_999,
      startsAfter: { ...EVENT, sequence: 999_999_999 },
    });
    expect(longest).toMatch(/^[\w-]{1,100}$/);
  });

  it.each([
    "",
    "17",
    "not a cursor",
    Buffer.from("17").toString("base64url"),
    Buffer.from("-1.1.1").toString("base64url"),
    Buffer.from("1.1.1.1").toString("base64url"),
    Buffer.from("9999999999.1.1").toString("base64url"),
    Buffer.from("1.18446744073709551616.1").toString("base64url"),
    Buffer.from("1.1.9223372036854775808").toString("base64url"),
    Buffer.from("1.1.1\n").toString("base64url"),
    Buffer.from("1 or 1=1.1.1").toString("base64url"),
    Buffer.from(`1.9223372036854775808.${"0".repeat(32)}`).toString("base64url"),
    Buffer.from(`1.1.${"0".repeat(33)}`).toString("base64url"),
  ])("from elsewhere is refused: %j", (cursor) => {
    expect(() => seenBy(cursor)).toThrow(InvalidInput);
  });
});
