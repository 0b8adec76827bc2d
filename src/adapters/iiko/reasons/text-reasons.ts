import { RefusalKind } from "../../../domain/refusal-kind";
import {
  CONNECT_ORGANIZATION,
  ENTER_BY_HAND,
  IMPORT_AGAIN,
  LATER_TIME,
  LOOK_INTO_TILL,
  MEND_CARD,
  MEND_IIKO_SETTINGS,
  MEND_ORDER_TYPE,
  MEND_PAYMENT,
  OFFER_ANOTHER,
  TAKE_MONEY_BY_HAND,
  TELL_GATEWAY,
} from "./fixes";
import { GUEST_REASONS } from "./guest-reasons";
import { MENU_REASONS } from "./menu-reasons";
import { PAYMENT_REASONS } from "./payment-reasons";
import { type IikoReason, reason } from "./reason";

const { AMBIGUOUS, FINAL, MAPPING, OPERATOR } = RefusalKind;

/**
 * Words of a timeout or a lost connection, Russian too because iiko localises its texts. Read before the code: they
 * never prove that the till has no such order.
 */
const UNPROVEN =
  /timeout|timed out|time.?out|automatically transited|connection|истекло|тайм-?аут|время ожидания|соединени/i;

const TIMEOUT = reason(
  AMBIGUOUS,
  "Касса не подтвердила заказ вовремя",
  "The till did not confirm the order in time",
  LOOK_INTO_TILL,
);

const LICENCE = reason(OPERATOR, "Нет действующей лицензии iiko", "iiko has no valid licence", {
  ru: "Продлите лицензию iiko; заказ внесите вручную",
  en: "Renew iiko's licence; enter the order by hand",
});

const KEY = reason(OPERATOR, "iiko не принимает ключ API филиала", "iiko does not accept the branch's API key", {
  ru: "Проверьте ключ API в настройках филиала",
  en: "Check the API key in the branch's settings",
});

const EXCLUDED = /excluded from menu|CannotAddInactiveProduct/i;

type TextReason = readonly [pattern: RegExp, reason: IikoReason | undefined];

/** Fragments that come under the code `Common`, or with no code; the first match wins (docs/iiko.md#order-creation). */
const TEXTS: readonly TextReason[] = [
  [
    /product size must be specified/i,
    reason(MAPPING, "Кассе нужен размер товара", "The till wants a size of the product", IMPORT_AGAIN),
  ],
  [
    /invalid (group )?amount|fixed group|simple modifiers item/i,
    reason(MAPPING, "Опции товара не сходятся с меню кассы", "The options do not fit the till's menu", IMPORT_AGAIN),
  ],
  [
    /stop.?list|стоп.?лист/i,
    reason(
      FINAL,
      "Товар заказа в стоп-листе кассы",
      "A product of the order is in the till's stop list",
      OFFER_ANOTHER,
    ),
  ],
  [EXCLUDED, MENU_REASONS.ProductExcludedFromMenu],
  [
    /cooking place type/i,
    reason(OPERATOR, "У товара на кассе не задано место приготовления", "The product has no cooking place", MEND_CARD),
  ],
  [
    /Comments are not allowed/i,
    reason(
      MAPPING,
      "Касса не берёт комментариев к позициям",
      "The till takes no comments on lines",
      MEND_IIKO_SETTINGS,
    ),
  ],
  [
    /Payment item can not be externally processed|Payment of cash payment type/i,
    PAYMENT_REASONS.PaymentTypeCanNotBeUsedAsExternal,
  ],
  [
    /Payment type .{0,200}is deleted/i,
    reason(MAPPING, "Выбранный тип оплаты в iiko удалён", "The chosen payment type is deleted in iiko", MEND_PAYMENT),
  ],
  [
    /delivery to be paid before sending/i,
    reason(
      OPERATOR,
      "Касса берёт доставку только с оплатой",
      "The till wants deliveries paid first",
      MEND_IIKO_SETTINGS,
    ),
  ],
  [/too small delivery date/i, GUEST_REASONS.TooSmallDeliveryDate],
  [
    /more than 60 days|too big delivery date/i,
    reason(FINAL, "Время доставки слишком далеко", "The delivery time is too far ahead", LATER_TIME),
  ],
  [
    /ArgumentOutOfRange/i,
    reason(FINAL, "Текст в заказе слишком длинен для кассы", "A text of the order is too long", ENTER_BY_HAND),
  ],
  [
    /self.?service delivery .{0,200}address/i,
    reason(FINAL, "Самовывоз отправлен с адресом", "A pick-up was sent with an address", TELL_GATEWAY),
  ],
  [
    /doesn't fit for the currency/i,
    reason(
      MAPPING,
      "Сумма не подходит к округлению кассы",
      "A sum does not fit the till's rounding",
      MEND_IIKO_SETTINGS,
    ),
  ],
  [
    /not enough money on the wallet/i,
    reason(FINAL, "На бонусном счёте гостя не хватает баллов", "The guest has too few points", TAKE_MONEY_BY_HAND),
  ],
  [
    /Entity not found.{0,200}OrderType/i,
    reason(MAPPING, "Касса не знает такого типа заказа", "The till does not know the order type", MEND_ORDER_TYPE),
  ],
  [
    /Entity not found/i,
    reason(MAPPING, "Касса не знает части заказа", "The till does not know a part of the order", IMPORT_AGAIN),
  ],
  [/licen[cs]e|лиценз/i, LICENCE],
  [
    /belong to your api login/i,
    reason(
      OPERATOR,
      "Ключ API не видит организацию",
      "The API key does not see the organization",
      CONNECT_ORGANIZATION,
    ),
  ],
  [/not authorized|inactive|has been blocked/i, KEY],
];

/** The reason when the words speak of a lost answer, whatever code they come under. */
export function unprovenReason(text: string): IikoReason | undefined {
  return UNPROVEN.test(text) ? TIMEOUT : undefined;
}

export function reasonOfText(text: string): IikoReason | undefined {
  return TEXTS.find(([pattern]) => pattern.test(text))?.[1];
}
