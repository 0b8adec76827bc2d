import { type Text } from "../../../domain/texts/locale";

/** The kind of input that a form shows for a setting. */
export enum SettingKind {
  TEXT = "TEXT",
  /** Never shown again after it is saved. */
  SECRET = "SECRET",
  FLAG = "FLAG",
  COUNT = "COUNT",
  PERCENT = "PERCENT",
  SECONDS = "SECONDS",
  MINUTES = "MINUTES",
  /** In the branch's currency. */
  AMOUNT = "AMOUNT",
  CHOICE = "CHOICE",
  /** Id of something in the POS. */
  POS_ID = "POS_ID",
  LIST = "LIST",
}

/** The POS's lists from which ids are chosen. */
export enum PosDictionary {
  ORGANIZATIONS = "ORGANIZATIONS",
  TERMINAL_GROUPS = "TERMINAL_GROUPS",
  EXTERNAL_MENUS = "EXTERNAL_MENUS",
  PRICE_CATEGORIES = "PRICE_CATEGORIES",
  PAYMENT_TYPES = "PAYMENT_TYPES",
  DISCOUNTS = "DISCOUNTS",
  ORDER_TYPES = "ORDER_TYPES",
  MARKETING_SOURCES = "MARKETING_SOURCES",
  LOYALTY_WALLETS = "LOYALTY_WALLETS",
  PRODUCTS = "PRODUCTS",
}

/** The headings of the form, in order. */
export enum SettingGroup {
  BRANCH = "BRANCH",
  CONNECTION = "CONNECTION",
  MENU = "MENU",
  PAYMENT_TYPES = "PAYMENT_TYPES",
  LOYALTY = "LOYALTY",
  PROMO_CODES = "PROMO_CODES",
  HOURS = "HOURS",
  DELIVERY = "DELIVERY",
  POS_ORDERS = "POS_ORDERS",
  STATUSES = "STATUSES",
  INJECTION = "INJECTION",
  GUEST_ORDERS = "GUEST_ORDERS",
  FALLBACK = "FALLBACK",
}

export const GROUP_LABELS: Readonly<Record<SettingGroup, Text>> = {
  BRANCH: { ru: "Филиал", en: "Branch" },
  CONNECTION: { ru: "Подключение к кассе", en: "Connection to the POS" },
  MENU: { ru: "Меню", en: "Menu" },
  PAYMENT_TYPES: { ru: "Типы оплаты", en: "Payment types" },
  LOYALTY: { ru: "Баллы и скидки", en: "Points and discounts" },
  PROMO_CODES: { ru: "Промокоды", en: "Promo codes" },
  HOURS: { ru: "Часы работы", en: "Opening hours" },
  DELIVERY: { ru: "Доставка", en: "Delivery" },
  POS_ORDERS: { ru: "Заказ в кассе", en: "The order in the POS" },
  STATUSES: { ru: "Статусы заказа", en: "Order statuses" },
  INJECTION: { ru: "Передача заказов", en: "Sending orders" },
  GUEST_ORDERS: { ru: "Заказы гостей", en: "Orders of guests" },
  FALLBACK: { ru: "Резервная отправка", en: "Fallback messages" },
};
