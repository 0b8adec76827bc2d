import { StreetUse } from "../../../domain/delivery/street-use";
import { UnlocatedAddresses } from "../../../domain/delivery/unlocated-addresses";
import { WeekStart } from "../../../domain/delivery/week-start";
import { ZoneSource } from "../../../domain/delivery/zone-source";
import { type Text } from "../../../domain/texts/locale";
import { HalfPrices } from "../../../domain/ticket/half-prices";
import { PosDictionary, SettingGroup } from "./setting-kind";
import { amount, choice, posId } from "./simple-kinds";

const DELIVERY = SettingGroup.DELIVERY;
const POS_ORDERS = SettingGroup.POS_ORDERS;

const UNLOCATED: Readonly<Record<UnlocatedAddresses, Text>> = {
  ACCEPT: { ru: "Принять с пометкой для сотрудников", en: "Accept it, with a note to the staff" },
  REFUSE: { ru: "Отказать гостю", en: "Refuse it" },
};

const SOURCES: Readonly<Record<ZoneSource, Text>> = {
  OWN: { ru: "Свои, с карты", en: "Its own, from a map" },
  POS: { ru: "Из кассы", en: "Those of the POS" },
  NONE: { ru: "Ничьи: доставка куда угодно", en: "Nobody's: it delivers anywhere" },
};

const WEEK_STARTS: Readonly<Record<WeekStart, Text>> = {
  MONDAY: { ru: "Понедельник", en: "Monday" },
  SUNDAY: { ru: "Воскресенье", en: "Sunday" },
};

const STREETS: Readonly<Record<StreetUse, Text>> = {
  NONE: { ru: "Не читать", en: "Do not read them" },
  OFFERED: { ru: "Подсказывать гостям", en: "Offer them to guests" },
  REQUIRED: { ru: "Доставлять только по ним", en: "Deliver to them alone" },
};

/** Where couriers deliver. */
const ZONE_FIELDS = {
  zonesFrom: choice("deliveryZonesFrom", "DeliveryZoneSource", ZoneSource.OWN, SOURCES, {
    group: DELIVERY,
    label: { ru: "Зоны доставки", en: "Delivery zones" },
    explanation: {
      ru: "Чьи зоны решают, куда, когда и от какой суммы филиал доставляет. Зоны кассы читаются каждые десять минут.",
      en: "Whose zones decide where, when and from which sum the branch delivers. Those of the POS are read every ten minutes.",
    },
    shown: "Whose delivery zones decide where, when and from which sum the branch delivers.",
    given:
      "Whose delivery zones decide where, when and from which sum the branch delivers; null means OWN.",
  }),
  streets: choice("deliveryStreets", "DeliveryStreets", StreetUse.NONE, STREETS, {
    group: DELIVERY,
    label: { ru: "Улицы из кассы", en: "Streets of the POS" },
    explanation: {
      ru: "Справочник улиц читается раз в день. «Только по ним»: заказ на улицу, которой в нём нет, не принимается, а в кассу уходит её идентификатор.",
      en: "The list of streets is read once a day. Deliver to them alone: an order for another street is refused, and the POS is told the street's id.",
    },
    shown: "What the streets that the POS knows are to orders; NONE by default.",
    given: "What the streets that the POS knows are to orders; null means NONE.",
  }),
  posWeekStartsAt: choice("weekStartsAt", "WeekStart", WeekStart.MONDAY, WEEK_STARTS, {
    group: DELIVERY,
    label: { ru: "Первый день недели в зонах кассы", en: "First day of the POS's week" },
    explanation: {
      ru: "Касса нумерует дни зон, а с какого дня, не сообщает. Диагностика говорит, если это важно.",
      en: "The POS numbers the days of its zones and does not tell from which. The doctor says if that matters.",
    },
    shown: "The day on which the week of the POS's delivery zones begins; MONDAY by default.",
    given: "The day on which the week of the POS's delivery zones begins; null means MONDAY.",
  }),
} as const;

/** The delivery fee, and where couriers deliver. */
export const DELIVERY_FIELDS = {
  ...ZONE_FIELDS,
  fee: amount(
    "deliveryFee",
    0,
    { moreThanZero: false },
    {
      group: DELIVERY,
      label: { ru: "Стоимость доставки", en: "Delivery fee" },
      explanation: {
        ru: "Сколько гость платит за доставку курьером.",
        en: "What the guest pays for delivery by courier.",
      },
      shown: "Delivery fee charged to the guest.",
      given: "Delivery fee charged to the guest; null means 0, free delivery.",
    },
  ),
  freeFrom: amount(
    "freeDeliveryFrom",
    null,
    { moreThanZero: true },
    {
      group: DELIVERY,
      label: { ru: "Бесплатно от", en: "Free from" },
      explanation: {
        ru: "От какой суммы блюд, до скидок, доставка бесплатна. «Не выбрано»: никогда.",
        en: "Dishes for this much, before discounts, are delivered for free. Not chosen: never.",
      },
      shown: "Delivery is free from this sum of dishes, before discounts; null means never.",
      given: "Delivery is free from this sum of dishes, before discounts; null means never.",
    },
  ),
  posProductId: posId("deliveryProductId", PosDictionary.PRODUCTS, {
    group: DELIVERY,
    label: { ru: "Блюдо «Доставка»", en: "Product for the delivery" },
    explanation: {
      ru: "Блюдо-услуга кассы, которым пробивается доставка. «Не выбрано»: сумма стоит в комментарии к заказу.",
      en: "The POS's product that represents the delivery. Not chosen: the order's comment tells the fee.",
    },
    shown:
      "The POS's product that represents the delivery; null is «не выбрано»: the fee is written into the order's comment.",
    given: "The POS's product that represents the delivery.",
  }),
  unlocatedAddresses: choice(
    "unlocatedAddresses",
    "UnlocatedAddresses",
    UnlocatedAddresses.ACCEPT,
    UNLOCATED,
    {
      group: DELIVERY,
      label: { ru: "Адрес вне карты", en: "Addresses without a place on the map" },
      explanation: {
        ru: "Что делать с заказом, если у филиала есть зоны, а по адресу зону не определить.",
        en: "What becomes of an order if the branch has zones and its address tells none of them.",
      },
      shown:
        "What becomes of an order if the branch has delivery zones and none can be determined for its address.",
      given:
        "What becomes of an order if the branch has delivery zones and none can be determined for its address; null means ACCEPT.",
    },
  ),
} as const;

const HALVES: Readonly<Record<HalfPrices, Text>> = {
  HALVED: { ru: "Половина цены за половину", en: "Half the price for each half" },
  WHOLE: { ru: "Полная цена за половину", en: "The whole price for each half" },
};

/** What the POS needs to know about each order. */
export const POS_ORDER_FIELDS = {
  deliveryOrderTypeId: posId("deliveryOrderTypeId", PosDictionary.ORDER_TYPES, {
    group: POS_ORDERS,
    label: { ru: "Тип заказа для доставки", en: "Order type of deliveries" },
    explanation: {
      ru: "С каким типом заказа кассы уходят доставки курьером. «Не выбрано»: касса берёт свой.",
      en: "The POS's order type of deliveries by courier. Not chosen: the POS takes its own.",
    },
    shown: "Order type for deliveries by courier; null is «не выбрано»: the default of the POS.",
    given: "Order type for deliveries by courier: see Organization.orderTypes.",
  }),
  pickupOrderTypeId: posId("pickupOrderTypeId", PosDictionary.ORDER_TYPES, {
    group: POS_ORDERS,
    label: { ru: "Тип заказа для самовывоза", en: "Order type of pick-ups" },
    explanation: {
      ru: "С каким типом заказа кассы уходит самовывоз. «Не выбрано»: касса берёт свой.",
      en: "The POS's order type of orders that guests fetch. Not chosen: the POS takes its own.",
    },
    shown: "Order type for pick-up orders; null is «не выбрано»: the default of the POS.",
    given: "Order type for pick-up orders: see Organization.orderTypes.",
  }),
  marketingSourceId: posId("marketingSourceId", PosDictionary.MARKETING_SOURCES, {
    group: POS_ORDERS,
    label: { ru: "Рекламный источник", en: "Marketing source" },
    explanation: {
      ru: "Откуда заказ, для отчётов кассы. Некоторые рестораны без него доставку не принимают.",
      en: "Where orders come from, for the POS's reports. Some restaurants take no delivery without one.",
    },
    shown:
      "Marketing source of orders in reports of the POS; some organizations accept no deliveries without one.",
    given: "Marketing source of orders: see Organization.marketingSources.",
  }),
  halfPrices: choice("halfPrices", "HalfPrices", HalfPrices.HALVED, HALVES, {
    group: POS_ORDERS,
    label: { ru: "Цены половинок", en: "Prices of halves" },
    explanation: {
      ru: "По какой цене уходят половины блюда из двух половин. Сначала проверьте на одном заказе.",
      en: "The price of each half of a dish of two halves. Try it with one order first.",
    },
    shown: "How the halves of two-half dishes are priced; HALVED by default.",
    given: "Try this setting with a single order first: docs/nastroika-iiko.md.",
  }),
} as const;
