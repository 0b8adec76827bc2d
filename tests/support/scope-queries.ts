import { CONSOLE_QUERIES } from "./scope-console";
import { FOR_ALL } from "./scope-documents";
import {
  admins,
  NO,
  OPERATORS,
  OPERATORS_OR_NULL,
  OWN,
  PUBLIC,
  PUBLIC_LIST,
  PUBLIC_OR_NULL,
  SIGN_IN,
} from "./scope-outcomes";
import { OWNER_PHONE, type RootRow } from "./scope-rows";

/** Every query, and its outcome for each viewer. */
export const queries: readonly RootRow[] = [
  ["apiKeys", admins("ok"), () => "apiKeys { id }"],
  ["branch", PUBLIC_OR_NULL, ({ branchId }) => `branch(id: "${branchId}") { id }`],
  [
    "deliveryOptions",
    PUBLIC_LIST,
    ({ branchId }) =>
      `deliveryOptions(input: { branchIds: ["${branchId}"], address: {} }) { userErrors { code } }`,
  ],
  ["companies", admins("ok"), () => "companies { nodes { id name publicKey origins } }"],
  [
    "branchesPlan",
    OPERATORS_OR_NULL,
    (at) => `branchesPlan(id: "${at.branchesPlanId}") { id branches { nodes { branch { id } } } }`,
  ],
  // A key for another branch sees the plans of its own.
  ["branchesPlans", [SIGN_IN, NO, NO, "ok", "ok", "ok"], () => "branchesPlans { nodes { id } }"],
  // A key for another branch sees no issues there.
  [
    "catalogueIssues",
    [SIGN_IN, NO, NO, "ok", "ok", "ok"],
    ({ branchId }) => `catalogueIssues(branchId: "${branchId}") { code }`,
  ],
  [
    "cataloguePlan",
    OPERATORS_OR_NULL,
    ({ planId }) => `cataloguePlan(id: "${planId}") { id branch { id } }`,
  ],
  [
    "customer",
    [SIGN_IN, NO, NO, "null", "ok", "ok"],
    () => `customer(phone: "${OWNER_PHONE}") { id }`,
  ],
  [
    "loyaltyBalance",
    [SIGN_IN, "ok", NO, "NOT_FOUND", "ok", "ok"],
    ({ branchId }) => `loyaltyBalance(branchId: "${branchId}", phone: "${OWNER_PHONE}") { asOf }`,
  ],
  // A key is not a customer.
  ["me", [SIGN_IN, "ok", "ok", "null", "null", "null"], () => "me { id }"],
  [
    "menu",
    PUBLIC_OR_NULL,
    ({ branchId }) => `menu(branchId: "${branchId}") { revision branch { id } }`,
  ],
  ...FOR_ALL,
  ["order", OWN, ({ orderId }) => `order(id: "${orderId}") { id }`],
  [
    "orderByIdempotencyKey",
    OWN,
    ({ orderKey }) => `orderByIdempotencyKey(idempotencyKey: "${orderKey}") { id }`,
  ],
  // A key for another branch sees its own branch's orders.
  ["orders", [SIGN_IN, NO, NO, "ok", "ok", "ok"], () => "orders { totalCount nodes { id } }"],
  [
    "orderFlow",
    [SIGN_IN, NO, NO, "ok", "ok", "ok"],
    (at) => `orderFlow(branchId: "${at.branchId}") { accepted }`,
  ],
  [
    "deadLetters",
    [SIGN_IN, NO, NO, "ok", "ok", "ok"],
    () => "deadLetters { totalCount nodes { id } }",
  ],
  ...CONSOLE_QUERIES,
  // A key for another branch sees the jobs of its own.
  [
    "jobs",
    [SIGN_IN, NO, NO, "ok", "ok", "ok"],
    () => "jobs { totalCount nodes { id branch { id } order { id } } }",
  ],
  [
    "branchSettingFields",
    [SIGN_IN, NO, NO, "ok", "ok", "ok"],
    () => "branchSettingFields { name }",
  ],
  ["caller", [SIGN_IN, NO, NO, "ok", "ok", "ok"], () => "caller { label scope branchIds }"],
  ["organizations", OPERATORS, ({ branchId }) => `organizations(branchId: "${branchId}") { id }`],
  // A key for another branch sees its own.
  ["branchContacts", [SIGN_IN, NO, NO, "ok", "ok", "ok"], () => "branchContacts { branchId }"],
  // A key for another branch gets its own branch's keys.
  ["posKeys", [SIGN_IN, NO, NO, "ok", "ok", "ok"], () => "posKeys { id }"],
  [
    "posMenu",
    OPERATORS_OR_NULL,
    ({ branchId }) => `posMenu(branchId: "${branchId}") { contentHash }`,
  ],
  [
    "lockedProducts",
    OPERATORS,
    ({ branchId }) => `lockedProducts(branchId: "${branchId}") { nodes { id } }`,
  ],
  [
    "streets",
    PUBLIC,
    ({ branchId }) => `streets(branchId: "${branchId}", text: "ленина") { idInPos name city }`,
  ],
  [
    "timeSlots",
    PUBLIC,
    ({ branchId }) => `timeSlots(branchId: "${branchId}", day: "2026-12-31") { startsAt }`,
  ],
  ["products", PUBLIC, ({ branchId }) => `products(branchId: "${branchId}") { nodes { id } }`],
  [
    "promotion",
    OPERATORS_OR_NULL,
    ({ promotionId }) => `promotion(id: "${promotionId}") { id uses branchIds }`,
  ],
  [
    "promotions",
    OPERATORS,
    ({ branchId }) => `promotions(branchId: "${branchId}") { nodes { id uses } }`,
  ],
  ["sections", PUBLIC, ({ branchId }) => `sections(branchId: "${branchId}") { nodes { id } }`],
  [
    "terminalGroups",
    OPERATORS,
    ({ branchId, organizationId }) =>
      `terminalGroups(branchId: "${branchId}", organizationId: "${organizationId}") { id }`,
  ],
  ["trackedOrder", PUBLIC_OR_NULL, ({ token }) => `trackedOrder(token: "${token}") { id }`],
];
