import { isDuplicateOrder, kindOfCode, toPosFailure } from "../../src/adapters/iiko/iiko-error";
import { RefusalKind } from "../../src/errors";

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

it.each(CODES)("knows what %s means for the next step", (code) => {
  expect(kindOfCode(code)).toBeDefined();
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
])("answers a refusal with the code %s by %s", (code, kind) => {
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

it("does not take a timeout for a verdict, whatever code it comes under", () => {
  expect(kindOf("ProductNotFound", "Creation timeout expired")).toBe(AMBIGUOUS);
});

it("does not take an Error without a reason for a proof of absence", () => {
  expect(toPosFailure(null)).toEqual({ code: "UNKNOWN", message: "iiko gave no reason but UNKNOWN", kind: AMBIGUOUS });
});

it("keeps the guest's phone out of the message", () => {
  expect(toPosFailure({ code: "InvalidPhone", message: "Phone +79990000009 is bad", description: null }).message).toBe(
    "Phone +7***0009 is bad",
  );
});

it.each([
  ["DuplicatedOrderId", "", true],
  ["192", "", true],
  ["UNKNOWN", "Order already exists", true],
  ["Common", "Product not found", false],
])("of code %s and text «%s» says of a known order id: %s", (code, text, duplicate) => {
  expect(isDuplicateOrder(code, text)).toBe(duplicate);
});
