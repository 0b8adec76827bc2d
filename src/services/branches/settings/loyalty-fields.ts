import { PosDictionary, SettingGroup, SettingKind } from "./setting-kind";
import { flag, posId, whole } from "./simple-kinds";

const group = SettingGroup.LOYALTY;

/** Points, and the discounts that the POS grants or accepts. */
export const LOYALTY_FIELDS = {
  bonusPaymentTypeId: posId("bonusPaymentTypeId", PosDictionary.PAYMENT_TYPES, {
    group,
    renamed: "pointsPaymentTypeId",
    label: { ru: "Оплата бонусными баллами", en: "Payment by points" },
    explanation: {
      ru: "Тип оплаты кассы, который списывает баллы. «Не выбрано»: баллами платить нельзя.",
      en: "The POS's payment type that spends points. Not chosen: nothing can be paid by points.",
    },
    shown: "The POS's payment type that spends points; null is «не выбрано».",
    given:
      "The POS's payment type that spends points; null is «не выбрано»: nothing can be paid by points.",
  }),
  bonusWalletId: posId("bonusWalletId", PosDictionary.LOYALTY_WALLETS, {
    group,
    renamed: "pointsWalletId",
    label: { ru: "Кошелёк с баллами", en: "Wallet of points" },
    explanation: {
      ru: "В каком кошельке гостя лежат баллы. «Не выбрано»: в единственном, который есть.",
      en: "Which wallet of a guest holds the points. Not chosen: the only one of its kind.",
    },
    shown: "The wallet that holds the points; null means the only one.",
    given:
      "The wallet that holds the points: Organization.loyaltyWallets; null means the only one of its kind.",
  }),
  bonusWriteOffLimitPercent: whole(
    "bonusWriteOffLimitPercent",
    { kind: SettingKind.PERCENT, standard: 0, least: 0, most: 100 },
    {
      group,
      renamed: "pointsLimitPercent",
      label: { ru: "Лимит списания баллов", en: "Limit of points per order" },
      explanation: {
        ru: "Какую часть заказа можно оплатить баллами, от 0 до 100 процентов.",
        en: "How much of an order points may pay, from 0 to 100 per cent.",
      },
      shown: "Maximum share of an order that points may pay, in per cent, 0 to 100; 0 by default.",
      given: "Maximum share of an order that points may pay, in per cent, 0 to 100; null means 0.",
    },
  ),
  holdBonuses: flag("holdBonuses", {
    group,
    renamed: "holdPoints",
    label: { ru: "Придерживать баллы", en: "Hold points" },
    explanation: {
      ru: "Касса придерживает баллы заказа до его отправки. Сначала проверьте на одном заказе.",
      en: "The POS holds an order's points before it gets the order. Try it with one order first.",
    },
    shown:
      "Whether the points of an order are put on hold in the POS before the order is sent. Off by default.",
    given: "Try this setting with a single order first: docs/nastroika-iiko.md.",
  }),
  universalDiscountId: posId("universalDiscountId", PosDictionary.DISCOUNTS, {
    group,
    label: { ru: "Идентификатор универсальной скидки", en: "Universal discount" },
    explanation: {
      ru: "«Универсальная скидка для Result.Rest»: скидка кассы с назначаемой суммой. Без неё скидки сайта в кассу не уходят.",
      en: "«Универсальная скидка для Result.Rest»: the POS's discount that takes a sum. Without it Result.Rest's discounts do not reach the POS.",
    },
    shown: "«Универсальная скидка для Result.Rest»; null is «не выбрано».",
    given:
      "«Универсальная скидка для Result.Rest»: the POS's discount for an arbitrary amount; null is «не выбрано».",
  }),
  quotesByPosLoyalty: flag("quotesByPosLoyalty", {
    group,
    label: { ru: "Считать по программе лояльности кассы", en: "Ask the POS's loyalty programme" },
    explanation: {
      ru: "Расчёт заказа спрашивает у кассы, какие скидки и сколько баллов положено гостю.",
      en: "Quotes ask the POS which discounts and how many points the guest is due.",
    },
    shown:
      "Whether quotes ask the loyalty programme of the POS for discounts and points; orders by such a quote contain its discounts.",
    given:
      "Whether quotes ask the loyalty programme of the POS for discounts and points; orders by such a quote contain its discounts. null means false.",
  }),
} as const;

/** The three switches in Result.Rest's own form. */
export const SWITCH_FIELDS = {
  doNotSendPromoCodes: flag("doNotSendPromoCodes", {
    group: SettingGroup.PROMO_CODES,
    label: { ru: "Не передавать промокоды", en: "Do not send promo codes" },
    explanation: {
      ru: "Промокоды из Result.Rest не уйдут в кассу.",
      en: "Promo codes of Result.Rest never reach the POS.",
    },
    shown: "«Не передавать промокоды»: promo codes of Result.Rest are not sent to the POS.",
    given:
      "«Не передавать промокоды»: promo codes of Result.Rest are not sent to the POS. null means false.",
  }),
  doNotUseBonuses: flag("doNotUseBonuses", {
    group,
    renamed: "doNotUsePoints",
    label: { ru: "Не использовать баллы", en: "Do not use points" },
    explanation: {
      ru: "Баллы не видны и не списываются.",
      en: "No balance is shown, and no points can be spent.",
    },
    shown: "«Не использовать баллы»: no balance is shown, and no points can be spent.",
    given:
      "«Не использовать баллы»: no balance is shown, and no points can be spent. null means false.",
  }),
  doNotUsePosPromoCodes: flag("doNotUsePosPromoCodes", {
    group: SettingGroup.PROMO_CODES,
    label: { ru: "Не использовать промокоды", en: "Do not use the POS's promo codes" },
    explanation: {
      ru: "Промокоды из кассы не придут в Result.Rest.",
      en: "Promo codes of the POS never reach Result.Rest.",
    },
    shown: "«Не использовать промокоды»: coupons of the POS cannot be used in Result.Rest.",
    given:
      "«Не использовать промокоды»: coupons of the POS cannot be used in Result.Rest. null means false.",
  }),
} as const;
