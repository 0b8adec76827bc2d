import { mask, maskText } from "../../src/adapters/iiko/mask";
import { toIikoOrder } from "../../src/adapters/iiko/map-order";
import { USUAL_ORDER_SETTINGS } from "../../src/adapters/iiko/order-settings";
import { PaymentMethod } from "../../src/domain/payment-method";
import { anAddress, anOrderTicket, aTicketLine } from "../support/an-order-ticket";

const branch = {
  credential: { kind: "API_LOGIN_V1", apiLogin: "demo" } as const,
  organizationId: "980fc7f0-8928-4055-adbe-5ef97627bfec",
  terminalGroupId: null,
  externalMenuId: null,
  priceCategoryId: null,
  timeZone: "Europe/Moscow",
};

it("leaves nothing of the guest in a recorded order, and everything that explains a refusal", () => {
  const ticket = anOrderTicket({
    customer: { name: "Иннокентий", phone: "+79990001234", joinsLoyalty: true },
    address: { ...anAddress, street: "Секретная" },
    promoCode: "ТОЛЬКО-МНЕ",
    comment: "код 1234",
    lines: [aTicketLine({ comment: "для Иннокентия" })],
    payments: [{ method: PaymentMethod.BONUS, posPaymentTypeId: "p-1", sum: 39000, processedExternally: false }],
  });
  const written = JSON.stringify(mask(JSON.parse(JSON.stringify(toIikoOrder(ticket, branch, USUAL_ORDER_SETTINGS)))));
  for (const secret of ["Иннокенти", "99900012", "Секретная", "Примерск", "1234", "55.1", "домофон", "ТОЛЬКО"]) {
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

it("hides the people iiko tells about and keeps the dishes", () => {
  const answer = {
    order: {
      customer: { type: "regular", id: "c-1", name: "Тест", birthdate: "2000-01-01" },
      courierInfo: { courier: { id: "k-1", name: "Курьер Т.", phone: "+79990000002" } },
      items: [{ product: { id: "p-1", name: "Борщ" }, sku: "79990000009", price: 390, deleted: null }],
    },
  };
  expect(mask(answer)).toEqual({
    order: {
      customer: { type: "regular", id: "c-1", name: "***", birthdate: "***" },
      courierInfo: { courier: { id: "k-1", name: "***", phone: "+7***0002" } },
      items: [{ product: { id: "p-1", name: "Борщ" }, sku: "79990000009", price: 390, deleted: null }],
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
])("writes «%s» as «%s»", (text, masked) => {
  expect(maskText(text)).toBe(masked);
});

it("cuts texts that are too long to keep", () => {
  expect(maskText("ж".repeat(5000))).toHaveLength(1001);
});

it("cuts no emoji in half: half of one could not be kept at all", () => {
  expect(maskText(`${"ж".repeat(999)}😀${"ж".repeat(10)}`)).toBe(`${"ж".repeat(999)}…`);
});
