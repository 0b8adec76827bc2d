import { DEMO_KEY } from "../../sandbox/credentials";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { type PaymentMethod } from "../../src/domain/ticket/payment-method";
import { able } from "../../src/ports/pos/pos";
import { CHECK_CODES } from "../../src/services/branches/doctor/health-check";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { type DemoGateway } from "./demo-gateway";
import { organization, paymentType, productWith, terminalGroup } from "./sandbox-session";

export const hiddenGroup = demoRestaurant.terminalGroups.find((group) => group.hidden)!;
/** One of the two salads that share the article 00407. */
export const doubled = productWith(({ article }) => article === "00407");
export const [universal, percent] = demoRestaurant.discounts;
export const unknownId = "3f0c2c9e-6b0e-4b0a-9a34-0d5f3c1c7b11";

/** Every field of the settings form, as suits the demo restaurant. */
export const FULL_FORM: BranchSettingsChange = {
  pos: "SANDBOX",
  apiLogin: DEMO_KEY,
  organizationId: organization.id,
  terminalGroupId: terminalGroup.id,
  externalMenuId: demoRestaurant.externalMenu.id,
  bonusPaymentTypeId: paymentType("BONUS"),
  bonusWalletId: demoRestaurant.guests[0]!.wallets[0]!.id,
  bonusWriteOffLimitPercent: 30,
  universalDiscountId: universal!.id,
  delivery: { posProductId: productWith(({ article }) => article === "09001").id },
  fallback: [{ kind: "EMAIL", target: "kitchen@example.ru", enabled: true }],
};

interface Scenario {
  readonly change?: BranchSettingsChange;
  /** What is changed in the sandbox, or around the branch, once the branch exists. */
  readonly turn?: (gateway: DemoGateway, branchId: string) => Promise<unknown>;
  /** Words in the fix. */
  readonly fix: string;
  readonly notChecked?: readonly string[];
}

const NEEDS_NO_POS = [
  "DUPLICATE_ARTICLES",
  "DELIVERY_PRODUCT_FITS",
  "CLOCKS_AGREE",
  "FALLBACK_READY",
];
export const NEEDS_ORGANIZATION = CHECK_CODES.filter(
  (code) => !["KEY_WORKS", "ORGANIZATION_VISIBLE", ...NEEDS_NO_POS].includes(code),
);
export const NEEDS_KEY = ["ORGANIZATION_VISIBLE", ...NEEDS_ORGANIZATION];
export const MENU_PATH = "Внешние заказы → Внешнее Меню → Добавить";
export const CLOUD_API = "Настройки Cloud Api";
export const POINTS = "вкладка «Подключенные точки»: добавить текущую точку";

export const deadIiko = (gateway: DemoGateway) =>
  gateway.control("POST", "faults", { times: 0, fault: { kind: "drop-before" } });
export const restaurant = (change: object) => (gateway: DemoGateway) =>
  gateway.control("PUT", "restaurant", change);
export const switched = (switches: object) => (gateway: DemoGateway) =>
  gateway.control("PUT", "switches", switches);
export const foreignWebhook = (gateway: DemoGateway) =>
  able(gateway.app.poses["SANDBOX"]!, "webhooks").registerWebhook(
    { kind: "API_LOGIN_V1", apiLogin: DEMO_KEY },
    organization.id,
    "https://other.example.ru/hook?key=hush",
    "t",
  );
export const payment = (method: PaymentMethod, code: string, processedExternally: boolean) => ({
  paymentTypes: [{ method, posPaymentTypeId: paymentType(code), processedExternally }],
});

export type NamedScenario = readonly [check: string, what: string, scenario: Scenario];
