import {
  type Outcomes,
  admins,
  NO,
  OPERATORS,
  OPERATORS_OR_NULL,
  OWN,
  PUBLIC,
  PUBLIC_OR_NULL,
  SIGN_IN,
  WHOEVER_ORDERS,
} from "./scope-outcomes";
import { FOR_ALL, IMPORT, order, quote } from "./scope-documents";

/** Of whom and what the table of scopes asks. */
export interface Places {
  readonly branchId: string;
  readonly orderId: string;
  readonly orderKey: string;
  readonly token: string;
  readonly planId: string;
  readonly sectionId: string;
  readonly promotionId: string;
  readonly organizationId: string;
  /** Of nobody in particular. */
  readonly jobId: string;
}

/** Of the viewer "owner". */
export const OWNER_PHONE = "+79005550103";

export const VIEWERS = ["nobody", "owner", "stranger", "elsewhere", "operator", "admin"] as const;
export type ViewerName = (typeof VIEWERS)[number];

export interface ScopeRow {
  /** Type.field of the schema. */
  readonly field: string;
  readonly document: (places: Places) => string;
  /** What each viewer gets: "ok", "null", or a code; in the order of VIEWERS. */
  readonly outcomes: Outcomes;
}

const queries: readonly [name: string, outcomes: Outcomes, document: (places: Places) => string][] =
  [
    ["apiKeys", admins("ok"), () => "apiKeys { id }"],
    ["branch", PUBLIC_OR_NULL, ({ branchId }) => `branch(id: "${branchId}") { id }`],
    // A key for another branch learns of no issues there.
    [
      "catalogIssues",
      [SIGN_IN, NO, NO, "ok", "ok", "ok"],
      ({ branchId }) => `catalogIssues(branchId: "${branchId}") { code }`,
    ],
    [
      "catalogPlan",
      OPERATORS_OR_NULL,
      ({ planId }) => `catalogPlan(id: "${planId}") { id branch { id } }`,
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
    // A key is nobody's customer.
    ["me", [SIGN_IN, "ok", "ok", "null", "null", "null"], () => "me { id }"],
    [
      "menu",
      PUBLIC_OR_NULL,
      ({ branchId }) => `menu(branchId: "${branchId}") { revision branch { id } }`,
    ],
    ...FOR_ALL,
    ["order", OWN, ({ orderId }) => `order(id: "${orderId}") { id }`],
    ["orderByKey", OWN, ({ orderKey }) => `orderByKey(idempotencyKey: "${orderKey}") { id }`],
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
    // A key for another branch sees the jobs of its own.
    [
      "jobs",
      [SIGN_IN, NO, NO, "ok", "ok", "ok"],
      () => "jobs { totalCount nodes { id branch { id } order { id } } }",
    ],
    ["organizations", OPERATORS, ({ branchId }) => `organizations(branchId: "${branchId}") { id }`],
    // A key for another branch gets its own branch's keys.
    ["posKeys", [SIGN_IN, NO, NO, "ok", "ok", "ok"], () => "posKeys { id }"],
    [
      "posMenu",
      OPERATORS_OR_NULL,
      ({ branchId }) => `posMenu(branchId: "${branchId}") { contentHash }`,
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

const mutations: typeof queries = [
  [
    "applyCatalogPlan",
    OPERATORS,
    ({ planId }) =>
      `applyCatalogPlan(planId: "${planId}", idempotencyKey: "scope") { userErrors { code } }`,
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
  // Whoever may order is told that there is no such dish.
  ["createOrder", WHOEVER_ORDERS, order],
  ["quoteOrder", WHOEVER_ORDERS, quote],
  [
    "createOrderChallenge",
    PUBLIC,
    (at) => `createOrderChallenge(branchId: "${at.branchId}") { userErrors { code } }`,
  ],
  // The order is in its till: there is nothing to retry, and its owner may cancel it no more.
  [
    "cancelOrder",
    [SIGN_IN, "INVALID", "NOT_FOUND", "NOT_FOUND", "INVALID", "INVALID"],
    ({ orderId }) => `cancelOrder(id: "${orderId}", reason: "") { userErrors { code } }`,
  ],
  // Of no order: the token of the others is asked for below.
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
  // A guest of nobody's: the others are still asked of.
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
  // After generatePromoCodes: it would be refused once the promotion is switched off.
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
    "lockProductFields",
    // The product is there for nobody: whoever may ask is told so.
    OPERATORS.map((outcome) => (outcome === "ok" ? "NOT_FOUND" : outcome)) as unknown as Outcomes,
    ({ orderId }) =>
      `lockProductFields(productId: "${orderId}", fields: [PRICE], locked: true) { userErrors { code } }`,
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

const subscriptions: typeof queries = [
  [
    "availabilityChanged",
    PUBLIC,
    ({ branchId }) => `availabilityChanged(branchId: "${branchId}") { id }`,
  ],
  [
    "branchOrderEvents",
    OPERATORS,
    ({ branchId }) => `branchOrderEvents(branchId: "${branchId}", after: "MC4wLjA") { id }`,
  ],
  [
    "jobChanged",
    [SIGN_IN, NO, NO, "NOT_FOUND", "ok", "ok"],
    ({ jobId }) => `jobChanged(id: "${jobId}") { id }`,
  ],
  ["trackOrder", PUBLIC, ({ token }) => `trackOrder(token: "${token}") { id }`],
  [
    "orderStatusChanged",
    [SIGN_IN, "ok", "NOT_FOUND", "NOT_FOUND", "ok", "ok"],
    ({ orderId }) => `orderStatusChanged(orderId: "${orderId}") { id }`,
  ],
];

function rowsOf(type: string, keyword: string, rows: typeof queries): ScopeRow[] {
  return rows.map(([name, outcomes, document]) => ({
    field: `${type}.${name}`,
    document: (places) => `${keyword} { ${document(places)} }`,
    outcomes,
  }));
}

/** Every root field, and what comes of it for whom. A new field of the schema needs a row here. */
export const scopeTable: readonly ScopeRow[] = [
  ...rowsOf("Query", "query", queries),
  ...rowsOf("Mutation", "mutation", mutations),
  ...rowsOf("Subscription", "subscription", subscriptions),
];
