import fc from "fast-check";

import { isStorable, storableJson } from "../../src/domain/texts/storable-text";

/** Includes half a surrogate pair and NUL. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});
const dangerous = fc.string({
  unit: fc.constantFrom("\0", "\ud83d", "\ude00", "\\", "u0000", '"', "d83d", "я"),
});

describe("JSON made storable", () => {
  it.each([
    ["NUL", '"a\\u0000b"', "a\ufffdb"],
    ["the first half of a pair", '"a\\uD83Db"', "a\ufffdb"],
    ["the second half of a pair", '"\\ude00"', "\ufffd"],
    ["two first halves", '"\\ud83d\\ud83d\\ude00"', "\ufffd😀"],
    ["a whole pair, escaped", '"\\ud83d\\ude00"', "😀"],
    ["a backslash before what looks like an escape", '"\\\\u0000"', "\\u0000"],
    ["a backslash before an escape", '"\\\\\\u0000"', "\\\ufffd"],
  ])("reads %s", (_, json, text) => {
    expect(JSON.parse(storableJson(json))).toBe(text);
  });

  it("contains nothing that cannot be stored, and is otherwise unchanged", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, dangerous), (text) => {
        const read = JSON.parse(storableJson(JSON.stringify({ [text]: [text] }))) as Record<
          string,
          string[]
        >;
        const [key = "", [value] = []] = Object.entries(read)[0] ?? [];
        expect(value).toBe(Buffer.from(text.replaceAll("\0", "\ufffd")).toString());
        expect(key).toBe(value);
        expect(isStorable(key)).toBe(true);
        expect(isStorable(text)).toBe(key === text);
      }),
    );
  });
});
