import { createLogger } from "../../src/logger";
import { scrub } from "../../src/security/scrub";
import { withoutValues } from "../../src/server/without-values";

describe("A text for the log", () => {
  it.each([
    ["call +79001234567 now", "call [phone] now"],
    ["8 (900) 123-45-67", "[phone]"],
    ['"phone":"79001234567"', '"phone":"[phone]"'],
    ["+375291234567", "[phone]"],
    ["Authorization: Bearer abc.DEF-1", "Authorization: Bearer [token]"],
    [`rrk_0badc0de_${"a".repeat(32)}`, "[key]"],
    [`token ${"A".repeat(22)}.${"b".repeat(43)}`, "token [token]"],
    ["eyJhbGciOiJIUzI1NiJ9.eyJwaG9uZSI6MX0.sig-1", "[token]"],
    ["postgres://gateway:hunter2@db:5432/x", "postgres://[credentials]@db:5432/x"],
    ["to anna.k@pizza.example:", "to [e-mail]:"],
    ["x-eyJhbGciOiJI.eyJwaG9uZSI6MX0.sig-1", "[token]"],
    ["a@b.example+c@d.example.", "[e-mail]."],
  ])("%s becomes %s", (text, clean) => {
    expect(scrub(text)).toBe(clean);
  });

  it.each([
    '{"level":30,"time":1764000000000,"requestId":"5b1f7a0e-8123-4567-8901-79001234abcd","ms":12}',
    "at run (/app/node_modules/@apollo/server/dist/cjs/x.js:12:34)",
    "Order № 100045 was sent at 2026-11-23T12:00:00.000Z",
  ])("%s stays as it is", (text) => {
    expect(scrub(text)).toBe(text);
  });

  it.each([
    ["8 900 123-45-67", "[phone]"],
    ["nina@pizza.example", "[e-mail]"],
    ["eyJhbGciOiJIUzI1NiJ9.eyJwaG9uZSI6MX0.sig-1", "[token]"],
    [`rrk_0badc0de_${"a".repeat(32)}`, "[key]"],
    [`${"A".repeat(22)}.${"b".repeat(43)}`, "[token]"],
  ])("is scrubbed of %s after a line break, in a line of JSON as well", (secret, clean) => {
    for (const end of ["\n", "\r\n", "\t", "\f"]) {
      expect(scrub(`guest${end}${secret}`)).toBe(`guest${end}${clean}`);
      expect(JSON.parse(scrub(JSON.stringify({ msg: `guest${end}${secret}` })))).toEqual({
        msg: `guest${end}${clean}`,
      });
    }
  });

  it("is scrubbed in whatever field it arrives", () => {
    const lines: string[] = [];
    const log = createLogger(
      { level: "info", production: true },
      { write: (line) => lines.push(line) },
    );
    log.error({ err: new Error("no guest +79001234567") }, "Bearer abcdef failed");
    expect(lines.join()).not.toMatch(/79001234567|abcdef/);
    expect(JSON.parse(lines.join())).toMatchObject({ msg: "Bearer [token] failed" });
  });
});

describe("An error message from graphql-js", () => {
  it.each([
    [
      'Variable "$input" got invalid value { phone: "+7900" } at "input.customer"; Field "x" is not defined.',
      'Variable "$input.customer" got an invalid value.',
    ],
    ['Int cannot represent non-integer value: "+7900"', "Int cannot represent this value."],
    [
      'Value "Anna" does not exist in "Mood" enum. Did you mean',
      'The value does not exist in "Mood" enum. Did you mean',
    ],
    ['Expected value of type "I!", found { phone: "+7900" }.', 'Expected value of type "I!".'],
    [
      'Argument "input" has invalid value {phone: "+7900"}.',
      'Argument "input" has an invalid value.',
    ],
    ['Syntax Error: Unexpected String "Anna".', "Syntax Error: Unexpected String …"],
    ['Syntax Error: Expected Name, found String "Anna".', "Syntax Error: Expected Name."],
  ])("%s becomes %s", (message, clean) => {
    expect(withoutValues(message)).toBe(clean);
  });

  it.each([
    'Cannot query field "hallo" on type "Query".',
    'Field "total" is not defined by type "CreateOrderInput".',
  ])("%s stays as it is", (message) => {
    expect(withoutValues(message)).toBe(message);
  });
});
