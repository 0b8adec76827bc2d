import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { connectionScenarios } from "./doctor-connection-scenarios";
import {
  doubled,
  foreignWebhook,
  FULL_FORM,
  type NamedScenario,
  payment,
  percent,
  restaurant,
  switched,
  universal,
  unknownId,
} from "./doctor-turns";
import { paymentType, productWith } from "./sandbox-session";

/** For each check, one way to make it, and no other, turn red. */
export const scenarios: readonly NamedScenario[] = [
  ...connectionScenarios,
  [
    "DUPLICATE_ARTICLES",
    "two products share one",
    {
      turn: async (gateway, id) => {
        await restaurant({ articles: [{ productId: doubled.id, article: "00407" }] })(gateway);
        await gateway.app.refreshPosMenu.execute(id);
      },
      fix: "Каталог → Импорт → Из CRM - IIKO → «Обновить данные»",
    },
  ],
  [
    "PAYMENT_TYPES_FIT",
    "one was deleted",
    { change: payment(PaymentMethod.CARD_ON_DELIVERY, "OLD", false), fix: "Типы оплаты" },
  ],
  [
    "PAYMENT_TYPES_FIT",
    "cash is external",
    { change: payment(PaymentMethod.ONLINE, "CASH", true), fix: "Не выбрано" },
  ],
  [
    "PAYMENT_TYPES_FIT",
    "one is internal",
    { change: payment(PaymentMethod.ONLINE, "INNER", true), fix: "Типы оплаты" },
  ],
  [
    "LOYALTY_CARD_TYPE",
    "points are mapped to cash",
    { change: { bonusPaymentTypeId: paymentType("CASH") }, fix: "Оплата бонусными баллами" },
  ],
  [
    "LOYALTY_CARD_TYPE",
    "its type was deleted",
    { turn: restaurant({ deleted: [paymentType("BONUS")] }), fix: "Не использовать баллы" },
  ],
  [
    "LOYALTY_PROVISIONED",
    "iiko has no loyalty programme for it",
    {
      turn: (gateway) => gateway.control("PUT", "switches", { loyaltyIsOff: true }),
      fix: "iikoCard",
    },
  ],
  [
    "LOYALTY_PROVISIONED",
    "there are several wallets of points and none is chosen",
    { change: { bonusWalletId: null }, fix: "Кошелёк с баллами" },
  ],
  [
    "LOYALTY_PROVISIONED",
    "the wallet of points is none of iiko's",
    { change: { bonusWalletId: unknownId }, fix: "Кошелёк с баллами" },
  ],
  [
    "DISCOUNT_TAKES_SUM",
    "it takes per cent",
    {
      change: { universalDiscountId: percent!.id },
      fix: "Дисконтная система → Скидки и надбавки → Добавить",
    },
  ],
  [
    "DISCOUNT_TAKES_SUM",
    "it was deleted",
    { turn: restaurant({ deleted: [universal!.id] }), fix: "☑ «Назначить сумму»" },
  ],
  [
    "DELIVERY_PRODUCT_FITS",
    "the menu does not have it",
    { change: { delivery: { posProductId: unknownId } }, fix: "Настройки филиала → «Доставка»" },
  ],
  [
    "DELIVERY_PRODUCT_FITS",
    "it comes in sizes",
    {
      change: { delivery: { posProductId: productWith(({ sizes }) => sizes.length > 1).id } },
      fix: "товар-услугу доставки",
    },
  ],
  [
    "ORDER_TYPES",
    "there is none for pick-up",
    {
      turn: restaurant({
        deleted: demoRestaurant.orderTypes
          .filter(({ orderServiceType }) => orderServiceType === "DeliveryPickUp")
          .map(({ id }) => id),
      }),
      fix: "Типы заказов",
    },
  ],
  [
    "ORDER_TYPES",
    "the one for deliveries is of pick-ups",
    {
      change: { posOrders: { deliveryOrderTypeId: demoRestaurant.orderTypes[1]!.id } },
      fix: "posOrders: { deliveryOrderTypeId }",
    },
  ],
  [
    "WAYS_OFFERED",
    "no couriers",
    { turn: switched({ deliveryServiceType: "SelfServiceOnly" }), fix: "setOrderAcc" },
  ],
  [
    "GUESTS_TAKEN",
    "no one-time guests",
    { turn: switched({ refuseAnonymousGuests: true }), fix: "joinsLoyalty" },
  ],
  [
    "MARKETING_SOURCE",
    "one is demanded",
    { turn: switched({ marketingSourceRequired: true }), fix: "marketingSourceId" },
  ],
  [
    "CURRENCY_FITS",
    "the till reckons in tenge",
    { turn: switched({ currencyIsoName: "KZT" }), fix: "createBranch" },
  ],
  [
    "WEBHOOK_OURS",
    "another system took it",
    { turn: foreignWebhook, fix: "registerWebhook(force: true)" },
  ],
  [
    "CLOCK_AND_TIME_ZONE",
    "the branch is in Omsk",
    { change: { timeZone: "Asia/Omsk" }, fix: "часовой пояс" },
  ],
  ["FALLBACK_READY", "nobody is told", { change: { fallback: [] }, fix: "резервная отправка" }],
  [
    "FALLBACK_READY",
    "everybody is switched off",
    { change: { fallback: [{ ...FULL_FORM.fallback![0]!, enabled: false }] }, fix: "включите" },
  ],
];
