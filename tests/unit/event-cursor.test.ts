import { InvalidInput } from "../../src/errors";
import { cursorOf, sequenceOf } from "../../src/subscriptions/event-cursor";

describe("a cursor", () => {
  it("leads back to its place in the order's history", () => {
    const cursor = cursorOf({ sequence: 17, xid: "18446744073709551615", position: 9_007_199_254_740_991 });
    expect(sequenceOf(cursor)).toBe(17);
  });

  it("fits into an address", () => {
    expect(cursorOf({ sequence: 1, xid: "750", position: 1 })).toMatch(/^[\w-]+$/);
  });

  it.each([
    "",
    "17",
    "not a cursor",
    Buffer.from("17").toString("base64url"),
    Buffer.from("-1.1.1").toString("base64url"),
    Buffer.from("1.1.1.1").toString("base64url"),
    Buffer.from("9999999999.1.1").toString("base64url"),
    Buffer.from("1.1.1\n").toString("base64url"),
    Buffer.from("1 or 1=1.1.1").toString("base64url"),
  ])("of somebody else is refused: %j", (cursor) => {
    expect(() => sequenceOf(cursor)).toThrow(InvalidInput);
  });
});
