import { readFileSync } from "node:fs";

import {
  isDuplicateOrder,
  reasonOfCode,
  toPosFailure,
} from "../../src/adapters/iiko/reasons/iiko-error";
import { type PosReason } from "../../src/domain/pos/pos-failure";
import { RefusalKind } from "../../src/errors";
import { iikoContractFile } from "../support/iiko-contract";

interface ContractFile {
  components: { schemas: Record<string, { enum?: string[] }> };
}

const { RETRY, FINAL, AMBIGUOUS, MAPPING, OPERATOR } = RefusalKind;

/** iiko's contract of July 2026. */
const CODES =
  `IllegalDeliveryStatus, CustomerNameNotSpecified, ProductNotFound, MarketingSourceNotFound, PaymentTypeNotFound,
ProductSizeNotFound, ProductGroupNotFound, OrderNotFound, ConceptionNotFound, DuplicatedOrderId, TerminalGroupIdNotDetermined,
TerminalGroupUnregistered, InvalidPhone, ModifierDuplicated, ProductCanBuyFromCashdesk, DeliveryOpinionMarkInvalid,
WrongDeliveryStatusForOpinion, OpinionCommentTooLong, SurveyItemNotFound, PaymentTypeCanNotBeUsedAsExternal, AddressNotFound,
HomeNotFound, IikonetPaymentAdditionalDataCanNotBeParsed, IikonetPaymentExternalIdNotFound,
IikonetPaymentSumLessThanMarketingDiscount, DiscountCardNotFound, DiscountCardTypeModeForbidden,
Iikocard5PaymentAdditionalDataCanNotBeParsed, Iikocard5PaymentExternalIdNotFound, Iikocard5PaymentSumLessThanMarketingDiscount,
Iikocard5PaymentCanNotCreateCustomData, CourierIdDoesNotExist, CourierDoesNotOwnOrder, WrongDeliveryStatus,
CanNotAssignCourierToOrder, UserNotFoundByExternalPassword, UserNotFound, Iikocard51PaymentAdditionalDataCanNotBeParsed,
Iikocard51PaymentCredentialNotFound, Iikocard51PaymentSearchScopeNotFound, ComboDuplicated, InvalidReferenceToCombo,
InvalidComboItemsAmount, InvalidComboItemsGuest, InvalidReferenceToGuest, GuestDuplicated, GuestNameNotSpecified,
OrderTypeNotFound, OrderServiceTypeDoesNotMatchSelfServiceMode, DeliveryDateNotSpecified, OrderStatusChangedInIikoFront,
PaymentAdditionalDataTooLong, PaymentSumShouldBePositive, DiscountSumNotSpecified, InvalidDiscountItem,
RequestProductPriceIsNotEqualToFrontPrice, OrderItemsNotExists, EntityAlreadyInUse, DiscountItemPositionNotFound,
DiscountItemDuplicatePositions, NonUnqiueOrderItemPosition, EmptyOrderItemPosition, IncorrectOrderType, Incorrect,
TerminalGroupDisabled, OrganizationUnregistered, OrganizationDisabled, TooSmallDeliveryDate, IikoFrontTooOldVersion,
DuplicatedReserveId, TipsTypeNotApplicable, AnonymousCustomerDisabled, MayBeInconsistentUpdates, InconsistentUpdates,
Line1Disabled, InternalServerError, UnknownError`.split(/,\s*/);

function kindOf(code: string | null, message: string | null = null) {
  return toPosFailure({ code, message, description: null }).kind;
}

/** Refusals of the key and the loyalty programme, and a misspelling that real servers send. */
const CODES_BESIDE_THE_CONTRACT = [
  ...[
    "ORGANIZATION_DENIED",
    "ProductExludedFromMenu",
    "Validation_IncorrectPhone",
    "Validation_CounterValidationError",
  ],
  ...["Common_OrganizationNotFound", "Transport_WrongCustomerNumber"],
];

function expectWordsInBothLanguages(reason: PosReason | undefined): void {
  for (const { ru, en } of [reason?.message, reason?.fix].map(
    (text) => text ?? { ru: "", en: "" },
  )) {
    expect(ru).toMatch(/^[А-Яa-z].*[^.]$/);
    expect(ru).toMatch(/[а-я]{3}/);
    expect(en).toMatch(/^[A-Za-z].*[^.]$/);
    expect(en).not.toMatch(/[а-яё]/i);
  }
}

it.each([...CODES, ...CODES_BESIDE_THE_CONTRACT])(
  "explains in both languages what %s means and what to do",
  (code) => {
    const reason = reasonOfCode(code);
    expect(Object.values(RefusalKind)).toContain(reason?.kind);
    expectWordsInBothLanguages(reason);
  },
);

it("covers every code in iiko's contract", () => {
  const { components } = JSON.parse(readFileSync(iikoContractFile, "utf8")) as ContractFile;
  const listed = Object.entries(components.schemas).filter(([name]) => name.endsWith("ErrorCode"));
  const codes = listed.flatMap(([, schema]) => schema.enum ?? []);
  expect(codes.length).toBeGreaterThan(70);
  expect(codes.filter((code) => code !== "Common" && !reasonOfCode(code))).toEqual([]);
});

it("finds a code regardless of case", () => {
  expect(reasonOfCode("invalidPHONE")).toBe(reasonOfCode("InvalidPhone"));
});

it.each([
  ["TerminalGroupDisabled", RETRY],
  ["InvalidPhone", FINAL],
  ["AddressNotFound", FINAL],
  ["ProductNotFound", MAPPING],
  ["ProductExludedFromMenu", MAPPING],
  ["PaymentTypeCanNotBeUsedAsExternal", MAPPING],
  ["TerminalGroupUnregistered", OPERATOR],
  ["InternalServerError", AMBIGUOUS],
  ["SomethingBrandNew", RETRY],
])("maps a refusal with the code %s to %s", (code, kind) => {
  expect(kindOf(code)).toBe(kind);
});

it.each([
  ["Creation timeout expired, order automatically transited to error creation status", AMBIGUOUS],
  ["command automatically transited to error status", AMBIGUOUS],
  ["Истекло время ожидания создания заказа", AMBIGUOUS],
  ["Product Кофе: product size must be specified", MAPPING],
  ["Product has invalid group amount: min = 1, max = 1, actual = 0", MAPPING],
  ["Cannot find fixed group", MAPPING],
  ["Product Кофе is excluded from menu", MAPPING],
  ["Payment type Сайт is deleted.", MAPPING],
  ["Sum 10.005 doesn't fit for the currency settings", MAPPING],
  ["Product Кофе doesn't have cooking place type", OPERATOR],
  ["Current settings require the delivery to be paid before sending.", OPERATOR],
  ["too small delivery date", FINAL],
  ["System.ArgumentOutOfRangeException: comment must not exceed 255", FINAL],
  ["The kitchen fairy is asleep", RETRY],
  [null, AMBIGUOUS],
])("reads the text «%s» under the code Common as %s", (message, kind) => {
  expect(kindOf("Common", message)).toBe(kind);
});

it.each([
  "Creation timeout expired, order automatically transited to error creation status",
  "Product Кофе: product size must be specified",
  "Product has invalid group amount: min = 1, max = 1, actual = 0",
  "Modifier is not in simple modifiers item",
  "CannotAddInactiveProductException",
  "Product Кофе doesn't have cooking place type",
  "Comments are not allowed",
  "Product 00301 is in the stop list",
  "Payment item can not be externally processed due to payment type settings",
  "Payment type Сайт is deleted.",
  "Payment of cash payment type must have IsProcessedExternally = false.",
  "Current settings require the delivery to be paid before sending.",
  "Self-service delivery can not have an address",
  "Sum 10.005 doesn't fit for the currency settings",
  "Entity not found: id=1, type=IOrderType",
  "Not enough money on the wallet to pay 100",
  "Login demo is not authorized.",
  "ApiLogin is inactive",
  "Apilogin has been blocked.",
  "Apilogin's license for using the Cloud API has expired",
  "Passed organization(s) 1 doesn't belong to your api login included organization list.",
  "Order already exists",
])("explains the text «%s» to the staff", (message) => {
  expectWordsInBothLanguages(toPosFailure({ code: "Common", message, description: null }).reason);
});

it("keeps an unknown code and text as received, without a reason", () => {
  const failure = toPosFailure({
    code: "BrandNew",
    message: "The kitchen fairy is asleep",
    description: null,
  });
  expect(failure).toEqual({
    code: "BrandNew",
    message: "The kitchen fairy is asleep",
    kind: RETRY,
    reason: undefined,
  });
});

it("never treats a timeout as a verdict, whatever code it arrives under", () => {
  expect(kindOf("ProductNotFound", "Creation timeout expired")).toBe(AMBIGUOUS);
});

it("does not take an Error without a reason as proof that the order is absent", () => {
  expect(toPosFailure(null)).toEqual({
    code: "UNKNOWN",
    message: "iiko gave no reason but UNKNOWN",
    kind: AMBIGUOUS,
  });
});

it("keeps the guest's phone out of the message", () => {
  expect(
    toPosFailure({ code: "InvalidPhone", message: "Phone +79990000009 is bad", description: null })
      .message,
  ).toBe("Phone +7***0009 is bad");
});

it.each([
  ["DuplicatedOrderId", "", true],
  ["192", "", true],
  ["UNKNOWN", "Order already exists", true],
  ["Common", "Product not found", false],
])(
  "code %s with text «%s» means that the order id is already known: %s",
  (code, text, duplicate) => {
    expect(isDuplicateOrder(code, text)).toBe(duplicate);
  },
);
