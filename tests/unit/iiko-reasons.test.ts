import {
  explain,
  isDuplicateOrder,
  toPosFailure,
} from "../../src/adapters/iiko/reasons/iiko-error";
import { keyFailureOf } from "../../src/adapters/iiko/reasons/iiko-token-failure";
import { reasonOfText } from "../../src/adapters/iiko/reasons/text-reasons";
import { wholeText } from "../../src/adapters/iiko/values/whole-text";
import { RefusalKind } from "../../src/errors";

const { RETRY, FINAL, AMBIGUOUS, MAPPING, OPERATOR } = RefusalKind;

function failure(message: string, code = "Common") {
  return toPosFailure({ code, message, description: null });
}

/** Each reason that a text can contain: what iiko says, how it is shown, and what follows. */
const REASONS: readonly [text: string, en: RegExp, kind: RefusalKind][] = [
  ["Creation timeout expired", /did not confirm/, AMBIGUOUS],
  [
    "Creation timeout expired, order automatically transited to error creation status",
    /did not confirm/,
    AMBIGUOUS,
  ],
  ["Product Latte: product size must be specified", /wants a size/, MAPPING],
  [
    "Product Latte has invalid group amount: min = 1, max = 1, actual = 0",
    /options do not fit/,
    MAPPING,
  ],
  ["Cannot find fixed group for modifier 00301", /options do not fit/, MAPPING],
  ["Modifier 00301 is not in simple modifiers item", /options do not fit/, MAPPING],
  ["Product 00301 is in the stop list", /stop list/, FINAL],
  ["Product Latte is excluded from menu", /excluded from the till's menu/, MAPPING],
  ["CannotAddInactiveProductException", /excluded from the till's menu/, MAPPING],
  ["Product Latte doesn't have cooking place type", /no cooking place/, OPERATOR],
  ["Comments are not allowed", /no comments on lines/, MAPPING],
  [
    "Payment item can not be externally processed due to payment type settings",
    /paid already/,
    MAPPING,
  ],
  [
    "Payment of cash payment type must have IsProcessedExternally = false.",
    /paid already/,
    MAPPING,
  ],
  ["Payment type Website is deleted.", /deleted in iiko/, MAPPING],
  ["Current settings require the delivery to be paid before sending.", /paid first/, OPERATOR],
  ["Order has too small delivery date", /too soon/, FINAL],
  ["Delivery date is more than 60 days ahead", /too far ahead/, FINAL],
  ["System.ArgumentOutOfRangeException: comment must not exceed 255", /too long/, FINAL],
  ["Self-service delivery can not have an address", /with an address/, FINAL],
  ["Sum 10.005 doesn't fit for the currency settings", /rounding/, MAPPING],
  ["Not enough money on the wallet to pay 100", /too few points/, FINAL],
  ["Entity not found: id=1, type=IOrderType", /order type/, MAPPING],
  ["Entity not found: id=1, type=IProduct", /a part of the order/, MAPPING],
  [
    "Passed organization(s) 1 doesn't belong to your api login included organization list.",
    /organization/,
    OPERATOR,
  ],
  ["Apilogin's license for using the Cloud API has expired", /licence/, OPERATOR],
  ["Login demo is not authorized.", /API key/, OPERATOR],
  ["ApiLogin is inactive", /API key/, OPERATOR],
  ["Apilogin has been blocked.", /API key/, OPERATOR],
];

describe("A text from iiko", () => {
  it.each(REASONS)("«%s» is recognised as a whole", (text, en, kind) => {
    const understood = failure(text);
    expect(understood).toMatchObject({ kind });
    expect(understood.reason?.message.en).toMatch(en);
    expect(failure(`  ${text.toUpperCase()}`).reason).toEqual(understood.reason);
  });

  it.each(REASONS.map(([text]) => text))(
    "«%s» decides nothing when it is merely quoted",
    (text) => {
      const quoting = [
        `Street '${text}' is not found in the city`,
        `Comment «${text}» is not acceptable`,
        `Guest ${text}`,
        // An exception's name is followed by whatever it was thrown for.
        ...(text.startsWith("System.")
          ? []
          : [`${text} and something else, says the kitchen fairy`]),
        `The kitchen fairy says ${text} to everybody`,
      ];
      for (const said of quoting) {
        expect(reasonOfText(said)).toBeUndefined();
        expect(failure(said).reason).toBeUndefined();
        expect(isDuplicateOrder("Common", said)).toBe(false);
        expect(keyFailureOf(said)).toBeUndefined();
      }
    },
  );

  it.each([
    ...[
      "timeout",
      "connection",
      "inactive",
      "licence",
      "лицензия",
      "stop list",
      "not authorized",
      "has been blocked",
    ],
    ...[
      "already exists",
      "Order already exists",
      "belong to your api login",
      "entity not found",
      "revision",
      "printed",
    ],
    ...["Оплачено", "removal type", "истекло", "соединение"],
  ])("keeps its own wording when it merely contains «%s»", (word) => {
    const said = `The guest «${word}» is not liked here`;
    expect(failure(said)).toEqual({
      code: "Common",
      message: said,
      kind: RETRY,
      reason: undefined,
    });
    expect(explain("STREET_NOT_FOUND", said, FINAL)).toEqual({ kind: FINAL, reason: undefined });
  });

  it("does not override the code that it comes with", () => {
    const said = failure('Product "Timeout" of the connection menu is unknown', "ProductNotFound");
    expect(said).toMatchObject({ kind: MAPPING, reason: failure("", "ProductNotFound").reason });
  });

  it("with unknown wording never causes an order to be sent twice if it leaves the outcome open", () => {
    expect(failure("The connection to the till broke off")).toMatchObject({
      kind: AMBIGUOUS,
      reason: undefined,
    });
    expect(failure("The connection to the till broke off", "TerminalGroupDisabled").kind).toBe(
      AMBIGUOUS,
    );
  });

  it("is also recognised in the description", () => {
    const said = {
      code: "Common",
      message: "Error",
      description: "Product Latte is excluded from menu",
    };
    expect(toPosFailure(said)).toMatchObject({ kind: MAPPING, message: "Error" });
  });
});

describe("A dish that the POS will not sell", () => {
  const INACTIVE =
    'Product "Суп дня" (5a6e0c1e-8f5e-4d7f-9b1e-0a1b2c3d4e5f) is inactive. Only active products can be added to order.';
  const FORBIDDEN = `Cannot add product "Суп дня": it's top parent group isn't allowed for current department.`;

  it.each([
    [INACTIVE, MAPPING, /inactive/, /неактивен/],
    [FORBIDDEN, FINAL, /may not be sold/, /запрещено/],
  ])("is named in the message, with what to do: %s", (text, kind, en, ru) => {
    const { reason, ...rest } = failure(text);
    expect(rest).toMatchObject({ kind, code: "Common" });
    for (const message of [reason?.message.ru, reason?.message.en])
      expect(message).toContain("Суп дня");
    expect(reason?.message.en).toMatch(en);
    expect(reason?.message.ru).toMatch(ru);
    expect(reason?.fix.ru).toMatch(/iiko.*[^.]$/);
    expect(reason?.fix.en).toMatch(/iiko.*[^.]$/);
  });

  it("is given a short, clean name, whatever the menu calls it", () => {
    const name = `<b>Суп</b>\n«${"х".repeat(250)}`;
    const said = failure(
      `Product "${name}" (1) is inactive. Only active products can be added to order.`,
    );
    expect(said.reason?.message.ru.length).toBeLessThan(150);
    expect(said.reason?.message.ru).not.toMatch(/[<\n]/);
  });
});

it.each([
  ["Login demo+1@site/x= is not authorized.", true],
  ["Login of a guest is not authorized.", false],
  ["Login demo is not authorized. Apilogin has been blocked.", false],
])("deduces from «%s» that the key is unknown: %s", (text, known) => {
  expect(keyFailureOf(text) !== undefined).toBe(known);
});

it("matches a whole text with bounded work, however long it is", () => {
  const says = wholeText("Product … has … of =…");
  expect(says(`Product ${"has of ".repeat(200_000)}`)).toBeUndefined();
  expect(says("product a has b of c-1, d = 2.")).toEqual(["a", "b", "c-1, d = 2"]);
});
