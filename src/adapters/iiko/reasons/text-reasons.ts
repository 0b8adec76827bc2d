import { RefusalKind } from "../../../domain/errors/refusal-kind";
import { PosKeyFailure } from "../../../domain/pos/pos-key-failure";
import { DISH_TEXTS } from "./dish-texts";
import {
  CONNECT_ORGANIZATION,
  ENTER_BY_HAND,
  IMPORT_AGAIN,
  LATER_TIME,
  MEND_IIKO_SETTINGS,
  MEND_ORDER_TYPE,
  MEND_PAYMENT,
  TAKE_MONEY_BY_HAND,
  TELL_GATEWAY,
} from "./fixes";
import { GUEST_REASONS } from "./guest-reasons";
import { keyFailureOf } from "./iiko-token-failure";
import { PAYMENT_REASONS } from "./payment-reasons";
import { type IikoReason, reason } from "./reason";
import { meaning, type TextMeaning } from "./text-meaning";

const { FINAL, MAPPING, OPERATOR } = RefusalKind;

const LICENCE = reason(OPERATOR, "Нет действующей лицензии iiko", "iiko has no valid licence", {
  ru: "Продлите лицензию iiko; заказ внесите вручную",
  en: "Renew iiko's licence; enter the order by hand",
});

const KEY = reason(
  OPERATOR,
  "iiko не принимает ключ API филиала",
  "iiko does not accept the branch's API key",
  {
    ru: "Проверьте ключ API в настройках филиала",
    en: "Check the API key in the branch's settings",
  },
);

const UNKNOWN_PART = reason(
  MAPPING,
  "Касса не знает части заказа",
  "The till does not know a part of the order",
  IMPORT_AGAIN,
);
const UNKNOWN_ORDER_TYPE = reason(
  MAPPING,
  "Касса не знает такого типа заказа",
  "The till does not know the order type",
  MEND_ORDER_TYPE,
);

/**
 * Whole texts that come with the code `Common`, or without a code; the first match wins
 * (docs/iiko.md#order-creation).
 */
const TEXTS: readonly TextMeaning[] = [
  ...DISH_TEXTS,
  ...meaning(
    PAYMENT_REASONS.PaymentTypeCanNotBeUsedAsExternal,
    "Payment item can not be externally processed due to payment type settings",
    "Payment of cash payment type must have =…",
  ),
  ...meaning(
    reason(
      MAPPING,
      "Выбранный тип оплаты в iiko удалён",
      "The chosen payment type is deleted in iiko",
      MEND_PAYMENT,
    ),
    "Payment type … is deleted",
  ),
  ...meaning(
    reason(
      OPERATOR,
      "Касса берёт доставку только с оплатой",
      "The till wants deliveries paid first",
      MEND_IIKO_SETTINGS,
    ),
    "Current settings require the delivery to be paid before sending",
  ),
  ...meaning(
    GUEST_REASONS.TooSmallDeliveryDate,
    "too small delivery date",
    "Order has too small delivery date",
    "too small delivery date: =…",
  ),
  ...meaning(
    reason(
      FINAL,
      "Время доставки слишком далеко",
      "The delivery time is too far ahead",
      LATER_TIME,
    ),
    "Delivery date is more than 60 days ahead",
    "Order has too big delivery date",
    "too big delivery date",
  ),
  ...meaning(
    reason(
      FINAL,
      "Текст в заказе слишком длинен для кассы",
      "A text of the order is too long",
      ENTER_BY_HAND,
    ),
    "System.ArgumentOutOfRangeException: …",
    "ArgumentOutOfRangeException: …",
  ),
  ...meaning(
    reason(
      FINAL,
      "Самовывоз отправлен с адресом",
      "A pick-up was sent with an address",
      TELL_GATEWAY,
    ),
    "Self-service delivery can not have an address",
    "Self-service delivery cannot have an address",
    "Self-service delivery must not have an address",
  ),
  ...meaning(
    reason(
      MAPPING,
      "Сумма не подходит к округлению кассы",
      "A sum does not fit the till's rounding",
      MEND_IIKO_SETTINGS,
    ),
    "Sum ~ doesn't fit for the currency settings",
  ),
  ...meaning(
    reason(
      FINAL,
      "На бонусном счёте гостя не хватает баллов",
      "The guest has too few points",
      TAKE_MONEY_BY_HAND,
    ),
    "Not enough money on the wallet",
    "Not enough money on the wallet to pay ~",
  ),
  ...meaning(unknownEntity, "Entity not found: =…"),
  ...meaning(UNKNOWN_PART, "Entity not found"),
  ...meaning(
    reason(
      OPERATOR,
      "Ключ API не видит организацию",
      "The API key does not see the organization",
      CONNECT_ORGANIZATION,
    ),
    "Passed organization(s) … doesn't belong to your api login included organization list",
  ),
  ...meaning(
    LICENCE,
    "iiko license has expired",
    "License has expired",
    "Лицензия iiko истекла",
    "Лицензия истекла",
  ),
];

function unknownEntity([entity = ""]: readonly string[]): IikoReason {
  return entity.toLowerCase().endsWith("ordertype") ? UNKNOWN_ORDER_TYPE : UNKNOWN_PART;
}

/** Returns undefined for any text that is not known as a whole. */
export function reasonOfText(text: string): IikoReason | undefined {
  const failure = keyFailureOf(text);
  if (failure) return failure === PosKeyFailure.LICENCE_EXPIRED ? LICENCE : KEY;
  for (const [says, means] of TEXTS) {
    const named = says(text);
    if (named) return typeof means === "function" ? means(named) : means;
  }
  return undefined;
}
