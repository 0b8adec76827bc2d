import { BLOCKED_KEY, DEMO_KEY, INACTIVE_KEY, VERSION_2_KEY } from "../../sandbox/credentials";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { type BranchSettingsChange } from "../../src/services/branches/branch-settings-change";
import { CHECK_CODES } from "../../src/services/branches/doctor/health-check";
import { type DemoGateway } from "./demo-gateway";
import {
  deadGroup,
  organization,
  paymentType,
  productWith,
  terminalGroup,
} from "./sandbox-session";

const hiddenGroup = demoRestaurant.terminalGroups.find((group) => group.hidden)!;
/** One of the two salads that share the article 00407. */
export const doubled = productWith(({ article }) => article === "00407");
const [universal, percent] = demoRestaurant.discounts;
export const unknownId = "3f0c2c9e-6b0e-4b0a-9a34-0d5f3c1c7b11";

/** Every field of the settings form, as it fits the demo restaurant. */
export const FULL_FORM: BranchSettingsChange = {
  pos: "SANDBOX",
  apiLogin: DEMO_KEY,
  organizationId: organization.id,
  terminalGroupId: terminalGroup.id,
  externalMenuId: demoRestaurant.externalMenu.id,
  bonusPaymentTypeId: paymentType("BONUS"),
  bonusWriteOffLimitPercent: 30,
  universalDiscountId: universal!.id,
  delivery: { posProductId: productWith(({ article }) => article === "09001").id },
  fallback: [{ kind: "EMAIL", target: "kitchen@example.ru", enabled: true }],
};

export interface Scenario {
  readonly change?: BranchSettingsChange;
  /** What is turned in the sandbox, or around the branch, once it is there. */
  readonly turn?: (gateway: DemoGateway, branchId: string) => Promise<unknown>;
  /** Words of the fix. */
  readonly fix: string;
  readonly notChecked?: readonly string[];
}

const NEEDS_NO_POS = [
  "DUPLICATE_ARTICLES",
  "DELIVERY_PRODUCT_FITS",
  "CLOCKS_AGREE",
  "FALLBACK_READY",
];
const NEEDS_ORGANIZATION = CHECK_CODES.filter(
  (code) => !["KEY_WORKS", "ORGANIZATION_VISIBLE", ...NEEDS_NO_POS].includes(code),
);
const NEEDS_KEY = ["ORGANIZATION_VISIBLE", ...NEEDS_ORGANIZATION];
export const MENU_PATH = "Внешние заказы → Внешнее Меню → Добавить";
const CLOUD_API = "Настройки Cloud Api";
const POINTS = "вкладка «Подключенные точки»: добавить текущую точку";

const deadIiko = (gateway: DemoGateway) =>
  gateway.control("POST", "faults", { times: 0, fault: { kind: "drop-before" } });
const restaurant = (change: object) => (gateway: DemoGateway) =>
  gateway.control("PUT", "restaurant", change);
const switched = (switches: object) => (gateway: DemoGateway) =>
  gateway.control("PUT", "switches", switches);
const foreignWebhook = (gateway: DemoGateway) =>
  gateway.app.poses.SANDBOX!.registerWebhook(
    { kind: "API_LOGIN_V1", apiLogin: DEMO_KEY },
    organization.id,
    "https://other.example.ru/hook?key=hush",
    "t",
  );
const payment = (method: PaymentMethod, code: string, processedExternally: boolean) => ({
  paymentTypes: [{ method, posPaymentTypeId: paymentType(code), processedExternally }],
});

/** One way for each check to turn red, and only that one. */
export const scenarios: readonly (readonly [check: string, what: string, scenario: Scenario])[] = [
  ["KEY_WORKS", "iiko is dead", { turn: deadIiko, fix: "IIKO_API_URL", notChecked: NEEDS_KEY }],
  [
    "KEY_WORKS",
    "the key is blocked",
    { change: { apiLogin: BLOCKED_KEY }, fix: CLOUD_API, notChecked: NEEDS_KEY },
  ],
  [
    "KEY_WORKS",
    "the key is inactive",
    { change: { apiLogin: INACTIVE_KEY }, fix: "Включите интеграцию", notChecked: NEEDS_KEY },
  ],
  [
    "KEY_WORKS",
    "the key is unknown",
    {
      change: { apiLogin: "no-such-login" },
      fix: "iikoTransport API → Интеграции → Добавить",
      notChecked: NEEDS_KEY,
    },
  ],
  [
    "KEY_WORKS",
    "the key is of the second kind",
    {
      change: { apiLogin: VERSION_2_KEY },
      fix: "apiKey вместе с appId и clientSecret",
      notChecked: NEEDS_KEY,
    },
  ],
  [
    "ORGANIZATION_VISIBLE",
    "the key does not see it",
    { change: { organizationId: unknownId }, fix: POINTS, notChecked: NEEDS_ORGANIZATION },
  ],
  [
    "TERMINAL_GROUP_VISIBLE",
    "it is hidden from the key",
    {
      change: { terminalGroupId: hiddenGroup.id },
      fix: POINTS,
      notChecked: ["TERMINAL_GROUP_ALIVE"],
    },
  ],
  [
    "TERMINAL_GROUP_ALIVE",
    "the till is switched off",
    {
      turn: (gateway) => gateway.control("PUT", `terminals/${terminalGroup.id}`, { alive: false }),
      fix: "запустите на ней iikoFront",
    },
  ],
  [
    "TERMINAL_GROUP_ALIVE",
    "it is in repair",
    { change: { terminalGroupId: deadGroup.id }, fix: "iikoFront" },
  ],
  [
    "MENU_PUBLISHED",
    "there is no such menu",
    { change: { externalMenuId: "404" }, fix: MENU_PATH },
  ],
  [
    "MENU_PUBLISHED",
    "the menu is empty",
    { turn: restaurant({ menuIsEmpty: true }), fix: MENU_PATH },
  ],
  [
    "MENU_PUBLISHED",
    "a price category is missing",
    {
      turn: restaurant({ priceCategories: [{ id: unknownId, name: "Доставка" }] }),
      fix: "ценовые категории",
    },
  ],
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
