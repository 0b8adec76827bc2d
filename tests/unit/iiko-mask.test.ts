import { toIikoOrder } from "../../src/adapters/iiko/orders/map-order";
import { USUAL_ORDER_SETTINGS } from "../../src/adapters/iiko/orders/order-settings";
import { mask, maskText } from "../../src/adapters/iiko/values/mask";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { anAddress, anOrderTicket, aTicketLine } from "../support/an-order-ticket";

const branch = {
  credential: { kind: "API_LOGIN_V1", apiLogin: "demo" } as const,
  organizationId: "980fc7f0-8928-4055-adbe-5ef97627bfec",
  terminalGroupId: null,
  externalMenuId: null,
  priceCategoryId: null,
  timeZone: "Europe/Moscow",
};

it("removes everything about the guest from a recorded order, but keeps everything that explains a refusal", () => {
  const ticket = anOrderTicket({
    customer: { name: "Иннокентий", phone: "+79990001234", joinsLoyalty: true },
    address: { ...anAddress, street: "Секретная" },
    promoCode: "ТОЛЬКО-МНЕ",
    comment: "код 1234",
    lines: [aTicketLine({ comment: "для Иннокентия" })],
    payments: [
      {
        method: PaymentMethod.BONUS,
        posPaymentTypeId: "p-1",
        sum: 39000,
        processedExternally: false,
      },
    ],
  });
  const written = JSON.stringify(
    mask(JSON.parse(JSON.stringify(toIikoOrder(ticket, branch, USUAL_ORDER_SETTINGS)))),
  );
  for (const secret of [
    "Иннокенти",
    "99900012",
    "Секретная",
    "Примерск",
    "1234",
    "55.1",
    "домофон",
    "ТОЛЬКО",
  ]) {
    expect(written.replace("+7***1234", "")).not.toContain(secret);
  }
  for (const kept of [
    ticket.posOrderId,
    "RR-100500",
    ticket.lines[0]!.posProductId,
    '"price":390',
    "p-1",
    "+7***1234",
  ]) {
    expect(written).toContain(kept);
  }
});

it("hides keys and tokens", () => {
  const secrets = {
    apiLogin: "k1",
    apiKey: "k2",
    clientSecret: "k3",
    token: "k4",
    authToken: "k5",
    apiLoginName: "k6",
  };
  expect(Object.values(mask(secrets) as object)).toEqual(Array(6).fill("***"));
});

it("hides the people in iiko's answers but keeps the dishes", () => {
  const answer = {
    order: {
      customer: { type: "regular", id: "c-1", name: "Тест", birthdate: "2000-01-01" },
      courierInfo: { courier: { id: "k-1", name: "Курьер Т.", phone: "+79990000002" } },
      items: [
        { product: { id: "p-1", name: "Борщ" }, sku: "79990000009", price: 390, deleted: null },
      ],
    },
  };
  expect(mask(answer)).toEqual({
    order: {
      customer: { type: "regular", id: "c-1", name: "***", birthdate: "***" },
      courierInfo: { courier: { id: "k-1", name: "***", phone: "+7***0002" } },
      items: [
        { product: { id: "p-1", name: "Борщ" }, sku: "79990000009", price: 390, deleted: null },
      ],
    },
  });
});

it.each([
  ["There is no user with phone +79990000009", "There is no user with phone +7***0009"],
  ["call 89990000009 now", "call 89***0009 now"],
  ["mail a.b@example.test", "mail ***"],
  ["Login my-secret is not authorized.", "Login *** is not authorized."],
  ["Bearer eyJhbGciOi.eyJzdWIi.c2lnbg", "Bearer ***"],
  ["order 59deae55-d2d4-44a7-aadb-799900000090", "order 59deae55-d2d4-44a7-aadb-799900000090"],
  ["article 0001234567", "article 0001234567"],
])("turns «%s» into «%s»", (text, masked) => {
  expect(maskText(text)).toBe(masked);
});

describe("a truncated text", () => {
  /** Each with the part of it that must never be visible, not even in pieces of four characters. */
  const secrets = [
    ["+7 (999) 000-12-34", "7 (999) 000-1"],
    ["89990001234", "99900"],
    ["anna.b+pizza@mail.example.test", "anna.b+pizza@mail.example.test"],
    ["eyJhbGciOiJI.eyJzdWIiOiIx.dozjgNryP4J3jVmN", "eyJhbGciOiJI.eyJzdWIiOiIx.dozjgNryP4J3jVmN"],
    [`eyJ${"aZ9-".repeat(300)}.${"bY8_".repeat(50)}.c`, "eyJaZ9-aZ9-bY8_bY8_"],
    ["Login s3cr3t!key is not authorized", "s3cr3t!key"],
  ] as const;
  const places = ["ж", "слово ", "word ", "a,b; ", "№ 5 (6) "].flatMap((filler) =>
    secrets.map((secret) => [filler, ...secret] as const),
  );

  it.each(places)(
    "padded with «%s» shows no part of %s, wherever it is cut",
    (filler, secret, hidden) => {
      const pieces = new Set(
        [...hidden].flatMap((_, from) =>
          from + 4 <= hidden.length ? [hidden.slice(from, from + 4)] : [],
        ),
      );
      const shown = Array.from({ length: 111 }, (_, index) =>
        maskText(`${filler.repeat(1_100).slice(0, 900 + index)} ${secret} ${filler.repeat(300)}`),
      );
      const isWrong = (text: string) =>
        text.length > 1_010 || [...pieces].some((piece) => text.includes(piece));
      expect(shown.filter(isWrong)).toEqual([]);
    },
  );
});

it("truncates texts that are too long to keep", () => {
  expect(maskText("ж".repeat(5000))).toHaveLength(1001);
});

it("never cuts an emoji in half, because half of one could not be stored", () => {
  expect(maskText(`${"ж".repeat(999)}😀${"ж".repeat(10)}`)).toBe(`${"ж".repeat(999)}…`);
});

it("keeps only the top levels of deeply nested lists", () => {
  const body = {
    error: "X",
    more: JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`) as unknown,
  };
  const kept = JSON.stringify(mask(body));
  expect(kept).toMatch(/^\{"error":"X","more":\[+"…"\]+\}$/);
  expect(kept.length).toBeLessThan(200);
});

it.each([
  ["a list of numbers", Array.from({ length: 50_000 }, (_, index) => index)],
  ["a list of empty objects", Array.from({ length: 50_000 }, () => ({}))],
  ["lists of lists", Array.from({ length: 200 }, () => Array.from({ length: 200 }, () => [1]))],
  [
    "names",
    Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`name ${index}`, null])),
  ],
  [
    "long names",
    Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`${index}${"x".repeat(9_000)}`, 1]),
    ),
  ],
  [
    "long texts",
    Array.from({ length: 300 }, () => ({ text: "слово ".repeat(1_000), id: "x".repeat(9_000) })),
  ],
  ["control characters", Array.from({ length: 300 }, () => "\u0001".repeat(900))],
])("keeps only the beginning of %s", (_, body) => {
  const kept = JSON.stringify(mask({ error: "X", body }));
  expect(kept).toContain('{"error":"X","body":');
  expect(kept).toContain("…");
  expect(kept.length).toBeLessThan(60_000);
});

it("reveals nothing of a phone that is not a valid number", () => {
  expect(mask({ phone: "a😀b" })).toEqual({ phone: "***" });
});

it.each([
  ["x-eyJhbGciOi.eyJzdWIi.c2lnbg", "***"],
  ["a@b.example+c@d.example", "***"],
  ["one@a.example, two@b.example.", "***, ***."],
])("hides adjacent secrets in «%s»", (text, masked) => {
  expect(maskText(text)).toBe(masked);
});
