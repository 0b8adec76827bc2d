import { RefusalKind } from "../../errors";
import { type PosFailure } from "../../ports/pos";
import { maskText } from "./mask";

const { RETRY, FINAL, AMBIGUOUS, MAPPING, OPERATOR } = RefusalKind;

/**
 * iiko's codes (its contract of July 2026, and some that servers send beside it), by what to do next. The list is open:
 * spelling mistakes are iiko's own.
 */
const CODES: Record<RefusalKind, string> = {
  [RETRY]: "TerminalGroupDisabled EntityAlreadyInUse",
  [FINAL]: `IllegalDeliveryStatus CustomerNameNotSpecified OrderNotFound InvalidPhone ModifierDuplicated
    DeliveryOpinionMarkInvalid WrongDeliveryStatusForOpinion OpinionCommentTooLong SurveyItemNotFound AddressNotFound
    HomeNotFound IikonetPaymentAdditionalDataCanNotBeParsed IikonetPaymentExternalIdNotFound
    IikonetPaymentSumLessThanMarketingDiscount DiscountCardNotFound DiscountCardTypeModeForbidden
    Iikocard5PaymentAdditionalDataCanNotBeParsed Iikocard5PaymentExternalIdNotFound
    Iikocard5PaymentSumLessThanMarketingDiscount Iikocard5PaymentCanNotCreateCustomData CourierIdDoesNotExist
    CourierDoesNotOwnOrder WrongDeliveryStatus CanNotAssignCourierToOrder UserNotFoundByExternalPassword UserNotFound
    Iikocard51PaymentAdditionalDataCanNotBeParsed Iikocard51PaymentCredentialNotFound
    Iikocard51PaymentSearchScopeNotFound ComboDuplicated InvalidReferenceToCombo InvalidComboItemsAmount
    InvalidComboItemsGuest InvalidReferenceToGuest GuestDuplicated GuestNameNotSpecified DeliveryDateNotSpecified
    OrderStatusChangedInIikoFront PaymentAdditionalDataTooLong PaymentSumShouldBePositive OrderItemsNotExists
    DiscountItemPositionNotFound DiscountItemDuplicatePositions NonUnqiueOrderItemPosition EmptyOrderItemPosition
    Incorrect TooSmallDeliveryDate DuplicatedReserveId Line1Disabled`,
  // The till may have the order, whatever the cloud believes.
  [AMBIGUOUS]: "DuplicatedOrderId MayBeInconsistentUpdates InconsistentUpdates InternalServerError UnknownError",
  [MAPPING]: `ProductNotFound MarketingSourceNotFound PaymentTypeNotFound ProductSizeNotFound ProductGroupNotFound
    ConceptionNotFound TerminalGroupIdNotDetermined ProductCanBuyFromCashdesk PaymentTypeCanNotBeUsedAsExternal
    OrderTypeNotFound OrderServiceTypeDoesNotMatchSelfServiceMode DiscountSumNotSpecified InvalidDiscountItem
    RequestProductPriceIsNotEqualToFrontPrice IncorrectOrderType TipsTypeNotApplicable ProductExludedFromMenu
    ProductExcludedFromMenu`,
  [OPERATOR]: `TerminalGroupUnregistered OrganizationUnregistered OrganizationDisabled IikoFrontTooOldVersion
    AnonymousCustomerDisabled ORGANIZATION_DENIED`,
};

const KIND_BY_CODE = new Map(
  Object.entries(CODES).flatMap(([kind, codes]) =>
    codes.split(/\s+/).map((code) => [code.toLowerCase(), kind as RefusalKind] as const),
  ),
);

/**
 * Words of a timeout or a lost connection, Russian too because iiko localises its texts. Read before the code: they
 * never prove that the till has no such order.
 */
const UNPROVEN =
  /timeout|timed out|time.?out|automatically transited|connection|истекло|тайм-?аут|время ожидания|соединени/i;

/** Fragments seen under the code `Common`, first match wins. */
const TEXTS: readonly (readonly [RegExp, RefusalKind])[] = [
  [/product size must be specified|invalid group amount|fixed group|simple modifiers item/i, MAPPING],
  [/excluded from menu|CannotAddInactiveProduct|Comments are not allowed/i, MAPPING],
  [/Payment item can not be externally processed|Payment type .*is deleted|Payment of cash payment type/i, MAPPING],
  [/Entity not found|doesn't fit for the currency/i, MAPPING],
  [/cooking place type|delivery to be paid before sending|licen[cs]e|лиценз/i, OPERATOR],
  [/belong to your api login|not authorized|inactive|has been blocked/i, OPERATOR],
  [/too small delivery date|ArgumentOutOfRange/i, FINAL],
];

/** What a code means for the next step; undefined for a code this version does not know. */
export function kindOfCode(code: string): RefusalKind | undefined {
  return KIND_BY_CODE.get(code.toLowerCase());
}

/** Does iiko say that it has an order of this id already? Some servers give a number, some only the text. */
export function isDuplicateOrder(code: string, text: string): boolean {
  return code.toLowerCase() === "duplicatedorderid" || code === "192" || /order already exists/i.test(text);
}

/** @param unknown the kind of a refusal that neither its code nor its text explains */
export function toRefusalKind(code: string, text: string, unknown: RefusalKind): RefusalKind {
  if (isDuplicateOrder(code, text) || UNPROVEN.test(text)) return AMBIGUOUS;
  return kindOfCode(code) ?? TEXTS.find(([pattern]) => pattern.test(text))?.[1] ?? unknown;
}

/** iiko's errorInfo as far as it is read; every field may be missing. */
export interface IikoErrorInfo {
  readonly code: string | null;
  readonly message: string | null;
  readonly description: string | null;
}

/**
 * Why an order is in creation status Error. A refusal without any words is ambiguous: it may be a timeout untold. One
 * with unknown words is a verdict of the till and may heal.
 */
export function toPosFailure(error: IikoErrorInfo | null): PosFailure {
  const code = error?.code ?? "UNKNOWN";
  const text = [error?.message, error?.description].filter(Boolean).join(" ");
  const silent = text === "" && (code === "UNKNOWN" || code === "Common");
  return {
    code,
    message: maskText(error?.message ?? error?.description ?? `iiko gave no reason but ${code}`),
    kind: toRefusalKind(code, text, silent ? AMBIGUOUS : RETRY),
  };
}
