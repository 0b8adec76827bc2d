import { HalfPrices } from "../../../domain/ticket/half-prices";
import { type Text } from "../../../domain/texts/locale";
import { PosDictionary, SettingGroup } from "./setting-kind";
import { amount, choice, posId } from "./simple-kinds";

const DELIVERY = SettingGroup.DELIVERY;
const POS_ORDERS = SettingGroup.POS_ORDERS;

/** What a delivery by courier costs. */
export const DELIVERY_FIELDS = {
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
      shown: "What the way costs the guest.",
      given: "null is 0: the way costs nothing.",
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
      shown: "Dishes for this much, before discounts, are brought for nothing; null: none are.",
      given: "Dishes for this much, before discounts, are brought for nothing.",
    },
  ),
  posProductId: posId("deliveryProductId", PosDictionary.PRODUCTS, {
    group: DELIVERY,
    label: { ru: "Блюдо «Доставка»", en: "Product for the delivery" },
    explanation: {
      ru: "Блюдо-услуга кассы, которым пробивается доставка. «Не выбрано»: сумма стоит в комментарии к заказу.",
      en: "The POS's product that stands for the delivery. Not chosen: the order's comment tells the fee.",
    },
    shown:
      "The POS's product that stands for the delivery; null is «не выбрано»: the order's comment tells the fee.",
    given: "The POS's product that stands for the delivery.",
  }),
} as const;

const HALVES: Readonly<Record<HalfPrices, Text>> = {
  HALVED: { ru: "Половина цены за половину", en: "Half the price for each half" },
  WHOLE: { ru: "Полная цена за половину", en: "The whole price for each half" },
};

/** What the POS wants to know of each order. */
export const POS_ORDER_FIELDS = {
  deliveryOrderTypeId: posId("deliveryOrderTypeId", PosDictionary.ORDER_TYPES, {
    group: POS_ORDERS,
    label: { ru: "Тип заказа для доставки", en: "Order type of deliveries" },
    explanation: {
      ru: "С каким типом заказа кассы уходят доставки курьером. «Не выбрано»: касса берёт свой.",
      en: "The POS's order type of deliveries by courier. Not chosen: the POS takes its own.",
    },
    shown: "Of deliveries by courier; null is «не выбрано»: the POS's own.",
    given: "See Organization.orderTypes; of a courier's kind.",
  }),
  pickupOrderTypeId: posId("pickupOrderTypeId", PosDictionary.ORDER_TYPES, {
    group: POS_ORDERS,
    label: { ru: "Тип заказа для самовывоза", en: "Order type of pick-ups" },
    explanation: {
      ru: "С каким типом заказа кассы уходит самовывоз. «Не выбрано»: касса берёт свой.",
      en: "The POS's order type of orders that guests fetch. Not chosen: the POS takes its own.",
    },
    shown: "Of orders that guests fetch; null is «не выбрано»: the POS's own.",
    given: "See Organization.orderTypes; of the kind that guests fetch.",
  }),
  marketingSourceId: posId("marketingSourceId", PosDictionary.MARKETING_SOURCES, {
    group: POS_ORDERS,
    label: { ru: "Рекламный источник", en: "Marketing source" },
    explanation: {
      ru: "Откуда заказ, для отчётов кассы. Некоторые рестораны без него доставку не принимают.",
      en: "Where orders come from, for the POS's reports. Some restaurants take no delivery without one.",
    },
    shown:
      "What the POS's reports name as the source of orders; some organizations take no delivery without one.",
    given: "See Organization.marketingSources.",
  }),
  halfPrices: choice("halfPrices", "HalfPrices", HalfPrices.HALVED, HALVES, {
    group: POS_ORDERS,
    label: { ru: "Цены половинок", en: "Prices of halves" },
    explanation: {
      ru: "По какой цене уходят половины блюда из двух половин. Сначала проверьте на одном заказе.",
      en: "The price of each half of a dish of two halves. Try it with one order first.",
    },
    shown: "Of dishes of two halves; HALVED until it is set.",
    given: "Try it with one order first: docs/nastroika-iiko.md.",
  }),
} as const;
