import { RefusalKind } from "../../../domain/errors/refusal-kind";
import {
  MEND_DISCOUNT,
  MEND_LOYALTY,
  MEND_PAYMENT,
  TAKE_MONEY_BY_HAND,
  TELL_GATEWAY,
} from "./fixes";
import { type IikoReasons, reason } from "./reason";

const { FINAL, MAPPING, OPERATOR } = RefusalKind;

const PAYMENT_UNREADABLE = reason(
  FINAL,
  "Касса не поняла данных об оплате баллами",
  "The till did not understand the details of the payment by points",
  TAKE_MONEY_BY_HAND,
);
const PAYMENT_BELOW_DISCOUNT = reason(
  FINAL,
  "Скидка программы лояльности больше оплаты",
  "The loyalty programme's discount exceeds the payment",
  TAKE_MONEY_BY_HAND,
);

/** Payments, discounts, points and tips. */
export const PAYMENT_REASONS: IikoReasons = {
  PaymentTypeNotFound: reason(
    MAPPING,
    "Касса не знает выбранного типа оплаты",
    "The till does not know the chosen payment type",
    MEND_PAYMENT,
  ),
  PaymentTypeCanNotBeUsedAsExternal: reason(
    MAPPING,
    "Этим типом оплаты нельзя отметить заказ, оплаченный заранее",
    "This payment type cannot mark an order as paid already",
    MEND_PAYMENT,
  ),
  PaymentSumShouldBePositive: reason(
    FINAL,
    "Сумма оплаты не больше нуля",
    "The payment's sum is not above zero",
    TAKE_MONEY_BY_HAND,
  ),
  PaymentAdditionalDataTooLong: reason(
    FINAL,
    "Данные об оплате слишком длинны для кассы",
    "The payment's details are too long for the till",
    TAKE_MONEY_BY_HAND,
  ),
  TipsTypeNotApplicable: reason(
    MAPPING,
    "Чаевые этого вида здесь не принимаются",
    "Tips of this kind are not taken here",
    MEND_PAYMENT,
  ),
  IikonetPaymentAdditionalDataCanNotBeParsed: PAYMENT_UNREADABLE,
  IikonetPaymentExternalIdNotFound: PAYMENT_UNREADABLE,
  IikonetPaymentSumLessThanMarketingDiscount: PAYMENT_BELOW_DISCOUNT,
  Iikocard5PaymentAdditionalDataCanNotBeParsed: PAYMENT_UNREADABLE,
  Iikocard5PaymentExternalIdNotFound: PAYMENT_UNREADABLE,
  Iikocard5PaymentSumLessThanMarketingDiscount: PAYMENT_BELOW_DISCOUNT,
  Iikocard5PaymentCanNotCreateCustomData: PAYMENT_UNREADABLE,
  Iikocard51PaymentAdditionalDataCanNotBeParsed: PAYMENT_UNREADABLE,
  Iikocard51PaymentCredentialNotFound: reason(
    FINAL,
    "Касса не нашла бонусный счёт гостя",
    "The till did not find the guest's account of points",
    MEND_LOYALTY,
  ),
  Iikocard51PaymentSearchScopeNotFound: PAYMENT_UNREADABLE,
  DiscountSumNotSpecified: reason(
    MAPPING,
    "Скидке на кассе нужна сумма",
    "The till's discount needs a sum",
    MEND_DISCOUNT,
  ),
  InvalidDiscountItem: reason(
    MAPPING,
    "Касса не приняла скидку заказа",
    "The till did not take the order's discount",
    MEND_DISCOUNT,
  ),
  DiscountItemPositionNotFound: reason(
    FINAL,
    "Скидка относится к позиции, которой в заказе нет",
    "The discount names a line that the order does not have",
    TELL_GATEWAY,
  ),
  DiscountItemDuplicatePositions: reason(
    FINAL,
    "Скидка дважды относится к одной позиции",
    "The discount names one line twice",
    TELL_GATEWAY,
  ),
  DiscountCardNotFound: reason(
    FINAL,
    "Касса не знает такой скидочной карты",
    "The till does not know the discount card",
    TAKE_MONEY_BY_HAND,
  ),
  DiscountCardTypeModeForbidden: reason(
    FINAL,
    "Скидочные карты этого вида здесь не принимаются",
    "Discount cards of this kind are not taken here",
    TAKE_MONEY_BY_HAND,
  ),
  // Codes specific to the loyalty endpoints.
  Validation_IncorrectPhone: reason(
    FINAL,
    "Программа лояльности не знает гостя с таким телефоном",
    "The loyalty programme knows no guest with this phone",
    MEND_LOYALTY,
  ),
  Validation_CounterValidationError: reason(
    FINAL,
    "Программа лояльности не поняла запроса о счётчиках гостя",
    "The loyalty programme did not understand the question about the guest's counters",
    TELL_GATEWAY,
  ),
  Common_OrganizationNotFound: reason(
    OPERATOR,
    "Для этой организации не подключена программа лояльности",
    "The loyalty programme is not set up for this organization",
    MEND_LOYALTY,
  ),
  Transport_WrongCustomerNumber: reason(
    FINAL,
    "Программа лояльности не знает такого гостя",
    "The loyalty programme does not know the guest",
    MEND_LOYALTY,
  ),
};
