import { RefusalKind } from "../../../domain/errors/refusal-kind";
import { ENTER_BY_HAND, IMPORT_AGAIN, MEND_CARD, TELL_GATEWAY } from "./fixes";
import { type IikoReasons, reason } from "./reason";

const { FINAL, MAPPING } = RefusalKind;

const EXCLUDED = reason(
  MAPPING,
  "Товар заказа исключён из меню кассы",
  "A product of the order is excluded from the till's menu",
  IMPORT_AGAIN,
);

/** Products, sizes, modifiers, combos and prices. */
export const MENU_REASONS: IikoReasons = {
  ProductNotFound: reason(
    MAPPING,
    "Касса не знает товара или опции из заказа",
    "The till does not know a product or option of the order",
    IMPORT_AGAIN,
  ),
  ProductSizeNotFound: reason(
    MAPPING,
    "У товара на кассе нет такого размера",
    "The product has no such size at the till",
    IMPORT_AGAIN,
  ),
  ProductGroupNotFound: reason(
    MAPPING,
    "У товара на кассе нет такой группы опций",
    "The product has no such option group at the till",
    IMPORT_AGAIN,
  ),
  // iiko's spelling, and the correct one.
  ProductExludedFromMenu: EXCLUDED,
  ProductExcludedFromMenu: EXCLUDED,
  ProductCanBuyFromCashdesk: reason(
    MAPPING,
    "Товар можно продать только на самой кассе",
    "The product may be sold at the cash desk only",
    MEND_CARD,
  ),
  RequestProductPriceIsNotEqualToFrontPrice: reason(
    MAPPING,
    "Цена товара на кассе другая",
    "The product has another price at the till",
    IMPORT_AGAIN,
  ),
  ModifierDuplicated: reason(
    FINAL,
    "Одна опция указана в позиции дважды",
    "An option stands twice in one line",
    TELL_GATEWAY,
  ),
  ComboDuplicated: reason(
    FINAL,
    "Комбо указано в заказе дважды",
    "A combo stands twice in the order",
    TELL_GATEWAY,
  ),
  InvalidReferenceToCombo: reason(
    MAPPING,
    "Касса не знает комбо из заказа или товар в него не входит",
    "The till does not know a combo of the order, or a product is no part of it",
    IMPORT_AGAIN,
  ),
  InvalidComboItemsAmount: reason(
    MAPPING,
    "Комбо собрано не так, как ждёт касса",
    "A combo is not composed as the till expects",
    IMPORT_AGAIN,
  ),
  InvalidComboItemsGuest: reason(
    FINAL,
    "Части одного комбо записаны на разных гостей",
    "The parts of one combo belong to different guests",
    ENTER_BY_HAND,
  ),
  OrderItemsNotExists: reason(
    FINAL,
    "В заказе нет ни одной позиции",
    "The order has no lines",
    TELL_GATEWAY,
  ),
  NonUnqiueOrderItemPosition: reason(
    FINAL,
    "Две позиции заказа имеют один номер",
    "Two lines of the order have the same id",
    TELL_GATEWAY,
  ),
  EmptyOrderItemPosition: reason(
    FINAL,
    "У позиции заказа нет номера",
    "A line of the order has no id",
    TELL_GATEWAY,
  ),
};
