import { RefusalKind } from "../../../domain/errors/refusal-kind";
import { forbiddenDish, inactiveDish } from "./dish-reasons";
import { IMPORT_AGAIN, MEND_CARD, MEND_IIKO_SETTINGS, OFFER_ANOTHER } from "./fixes";
import { MENU_REASONS } from "./menu-reasons";
import { reason } from "./reason";
import { meaning, type TextMeaning } from "./text-meaning";

const { FINAL, MAPPING, OPERATOR } = RefusalKind;

/** Texts about individual dishes of an order. */
export const DISH_TEXTS: readonly TextMeaning[] = [
  ...meaning(
    inactiveDish,
    "Product … is inactive. Only active products can be added to order",
    "Product … is inactive",
  ),
  ...meaning(
    forbiddenDish,
    "Cannot add product …: it's top parent group isn't allowed for current department",
    "Cannot add product …: its top parent group isn't allowed for current department",
    "Cannot add product …: it's top parent group is not allowed for current department",
    "Cannot add product …: its top parent group is not allowed for current department",
  ),
  ...meaning(
    reason(
      MAPPING,
      "Кассе нужен размер товара",
      "The till wants a size of the product",
      IMPORT_AGAIN,
    ),
    "Product size must be specified",
    "Product …: product size must be specified",
    "Product … product size must be specified",
    "For product … product size must be specified",
  ),
  ...meaning(
    reason(
      MAPPING,
      "Опции товара не сходятся с меню кассы",
      "The options do not fit the till's menu",
      IMPORT_AGAIN,
    ),
    "Product has invalid group amount: =…",
    "Product … has invalid group amount: =…",
    "Modifier … has invalid amount: =…",
    "Product … has invalid amount: =…",
    "Group … has invalid group amount: =…",
    "Cannot find fixed group",
    "Cannot find fixed group for modifier ~",
    "Modifier is not in simple modifiers item",
    "Modifier … is not in simple modifiers item",
  ),
  ...meaning(
    reason(
      FINAL,
      "Товар заказа в стоп-листе кассы",
      "A product of the order is in the till's stop list",
      OFFER_ANOTHER,
    ),
    "Product … is in the stop list",
    "Product … is in stop list",
    "Product … is in stop-list",
    "Товар … в стоп-листе",
    "Товар … находится в стоп-листе",
  ),
  ...meaning(
    MENU_REASONS.ProductExcludedFromMenu,
    "Product … is excluded from menu",
    "Product … excluded from menu",
    "Product is excluded from menu",
    "CannotAddInactiveProductException",
    "CannotAddInactiveProductException: …",
  ),
  ...meaning(
    reason(
      OPERATOR,
      "У товара на кассе не задано место приготовления",
      "The product has no cooking place",
      MEND_CARD,
    ),
    "Product … doesn't have cooking place type",
    "Product doesn't have cooking place type",
  ),
  ...meaning(
    reason(
      MAPPING,
      "Касса не берёт комментариев к позициям",
      "The till takes no comments on lines",
      MEND_IIKO_SETTINGS,
    ),
    "Comments are not allowed",
    "Comments are not allowed for product …",
  ),
];
