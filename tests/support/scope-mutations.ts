import { CONSOLE_MUTATIONS } from "./scope-console";
import { IMPORT, order, quote } from "./scope-documents";
import {
  admins,
  NO,
  OPERATORS,
  type Outcomes,
  PUBLIC,
  SIGN_IN,
  WHOEVER_ORDERS,
} from "./scope-outcomes";
import { OWNER_PHONE, type RootRow } from "./scope-rows";

/** Every mutation, and its outcome for each viewer. */
export const mutations: readonly RootRow[] = [
  [
    "applyCataloguePlan",
    OPERATORS,
    ({ planId }) =>
      `applyCataloguePlan(planId: "${planId}", idempotencyKey: "scope") { userErrors { code } }`,
  ],
  // The plan has not been tried at one branch yet.
  [
    "applyBranchesPlan",
    [SIGN_IN, NO, NO, "NOT_FOUND", "CONFLICT", "CONFLICT"],
    (at) => `applyBranchesPlan(planId: "${at.branchesPlanId}") { userErrors { code } }`,
  ],
  [
    "planForBranches",
    OPERATORS,
    ({ branchId }) =>
      `planForBranches(input: { branchIds: ["${branchId}"], syncPrices: {} }) { userErrors { code } }`,
  ],
  [
    "undoBranchesPlan",
    OPERATORS,
    (at) => `undoBranchesPlan(planId: "${at.branchesPlanId}") { userErrors { code } }`,
  ],
  [
    "createApiKey",
    admins("INVALID"),
    () => 'createApiKey(input: { label: "x", scope: PUBLIC }) { userErrors { code } }',
  ],
  [
    "createBranch",
    admins("REQUIRED"),
    () => 'createBranch(input: { name: "", timeZone: "" }) { userErrors { code } }',
  ],
  [
    "importDeliveryZones",
    admins("INVALID"),
    ({ branchId }) =>
      `importDeliveryZones(input: { branchId: "${branchId}", geoJson: "" }) { userErrors { code } }`,
  ],
  [
    "createCompany",
    admins("REQUIRED"),
    () => 'createCompany(input: { name: "" }) { userErrors { code } }',
  ],
  [
    "saveCompany",
    admins("NOT_FOUND"),
    ({ orderId }) => `saveCompany(id: "${orderId}", input: {}) { userErrors { code } }`,
  ],
  // Anyone who may order learns that there is no such dish.
  ["createOrder", WHOEVER_ORDERS, order],
  ["quoteOrder", WHOEVER_ORDERS, quote],
  [
    "createOrderChallenge",
    PUBLIC,
    (at) => `createOrderChallenge(branchId: "${at.branchId}") { userErrors { code } }`,
  ],
  // The order is in its till: there is nothing to retry, and its owner can no longer cancel it.
  [
    "cancelOrder",
    [SIGN_IN, "INVALID", "NOT_FOUND", "NOT_FOUND", "INVALID", "INVALID"],
    ({ orderId }) => `cancelOrder(id: "${orderId}", reason: "") { userErrors { code } }`,
  ],
  // The id of no order: the token of the other orders is queried below.
  [
    "renewTrackingToken",
    [SIGN_IN, "NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND"],
    ({ jobId }) => `renewTrackingToken(id: "${jobId}") { userErrors { code } }`,
  ],
  [
    "renewWebhookToken",
    admins("ok"),
    ({ branchId }) => `renewWebhookToken(branchId: "${branchId}") { userErrors { code } }`,
  ],
  [
    "retryOrder",
    [SIGN_IN, NO, NO, "NOT_FOUND", "ALREADY_IN_POS", "ALREADY_IN_POS"],
    ({ orderId }) => `retryOrder(id: "${orderId}") { userErrors { code } }`,
  ],
  ...CONSOLE_MUTATIONS,
  [
    "retryDeadLetters",
    OPERATORS,
    ({ branchId }) =>
      `retryDeadLetters(branchId: "${branchId}") { jobs { id } userErrors { code } }`,
  ],
  [
    "markOrderEnteredByHand",
    [SIGN_IN, NO, NO, "NOT_FOUND", "INVALID", "INVALID"],
    ({ orderId }) =>
      `markOrderEnteredByHand(id: "${orderId}", posNumber: "") { userErrors { code } }`,
  ],
  [
    "createPromotion",
    OPERATORS,
    ({ branchId }) =>
      `createPromotion(input: { name: "Scope", kind: PERCENT, percent: 5, branchIds: ["${branchId}"] }) { userErrors { code } }`,
  ],
  // A guest whom no other row uses: the others are still queried.
  [
    "eraseCustomer",
    admins("ok"),
    () => `eraseCustomer(phone: "+79005550109") { userErrors { code } }`,
  ],
  [
    "exportCustomer",
    admins("ok"),
    () => `exportCustomer(phone: "${OWNER_PHONE}") { userErrors { code } }`,
  ],
  [
    "generatePromoCodes",
    OPERATORS,
    ({ promotionId }) =>
      `generatePromoCodes(input: { promotionId: "${promotionId}", count: 1 }) { userErrors { code } }`,
  ],
  [
    "setPromotionPaused",
    OPERATORS,
    ({ promotionId }) =>
      `setPromotionPaused(id: "${promotionId}", paused: false) { userErrors { code } }`,
  ],
  // After generatePromoCodes, which would be refused once the promotion is switched off.
  [
    "disablePromotion",
    OPERATORS,
    ({ promotionId }) => `disablePromotion(id: "${promotionId}") { userErrors { code } }`,
  ],
  [
    "createSection",
    OPERATORS,
    ({ branchId }) =>
      `createSection(branchId: "${branchId}", name: "Scope") { userErrors { code } }`,
  ],
  [
    "importSection",
    OPERATORS,
    ({ branchId, sectionId }) =>
      `importSection(input: { branchId: "${branchId}", sectionId: "${sectionId}", ${IMPORT} }) { userErrors { code } }`,
  ],
  [
    "setProductFieldLocks",
    // The product exists for no one: anyone who may query it learns so.
    OPERATORS.map((outcome) => (outcome === "ok" ? "NOT_FOUND" : outcome)) as unknown as Outcomes,
    ({ orderId }) =>
      `setProductFieldLocks(productId: "${orderId}", fields: [PRICE], locked: true) { userErrors { code } }`,
  ],
  [
    "refreshPosMenu",
    OPERATORS,
    ({ branchId }) => `refreshPosMenu(branchId: "${branchId}") { userErrors { code } }`,
  ],
  [
    "resumePosKey",
    OPERATORS,
    ({ branchId }) => `resumePosKey(branchId: "${branchId}") { userErrors { code } }`,
  ],
  [
    "registerWebhook",
    admins("ok"),
    ({ branchId }) => `registerWebhook(branchId: "${branchId}") { userErrors { code } }`,
  ],
  [
    "revokeApiKey",
    admins("NOT_FOUND"),
    ({ orderId }) => `revokeApiKey(id: "${orderId}") { userErrors { code } }`,
  ],
  [
    "saveBranchSettings",
    admins("STALE_VERSION"),
    ({ branchId }) =>
      `saveBranchSettings(branchId: "${branchId}", expectedVersion: -1, input: {}) { userErrors { code } }`,
  ],
  [
    "sendTestMessage",
    [SIGN_IN, NO, NO, "NOT_FOUND", "NOT_FOUND", "NOT_FOUND"],
    ({ branchId }) =>
      `sendTestMessage(branchId: "${branchId}", kind: EMAIL, target: "none@example.com") { userErrors { code } }`,
  ],
  [
    "setBusyMode",
    OPERATORS,
    ({ branchId }) => `setBusyMode(branchId: "${branchId}", minutes: 0) { userErrors { code } }`,
  ],
  [
    "setOrderAcceptance",
    OPERATORS,
    ({ branchId }) => `setOrderAcceptance(branchId: "${branchId}") { userErrors { code } }`,
  ],
  [
    "syncPrices",
    OPERATORS,
    ({ branchId }) => `syncPrices(input: { branchId: "${branchId}" }) { userErrors { code } }`,
  ],
];
