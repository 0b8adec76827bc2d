import { type Viewer } from "../../src/domain/access/viewer";
import { ADMIN } from "./counted-gateway";
import { SHOP_QUERIES } from "./shop-queries";

export const PHONE = "+79990000001";
export const GUEST: Viewer = { kind: "anonymous" };
const CUSTOMER: Viewer = { kind: "customer", phone: PHONE, expiresAt: null };

const MONEY = "{ amount }";
const PRODUCT = `{ id article name images { url } section { slug } sizes { name price ${MONEY} availability { available } }
  availability { available remaining reason asOf stale } nutrition { allergens } priceRange { min ${MONEY} }
  optionGroups { options { article name availability { available } } }
  comboGroups { choices { product { article availability { available } } price ${MONEY} } } }`;
const BRANCH =
  "{ id name acceptingDelivery settings { pos credential { masked } fallback { target } } }";
const ORDER = `{ id number branch ${BRANCH} injection { state attempts { number request error { code } } lastError { code }
    fallback { target } } lines { article product ${PRODUCT} options { name } } payments { method } courier { name }
  promotions { name } totals { total ${MONEY} } cancellable cancellation { outcome } timeline { nodes { summary at } } }`;
const ISSUE = "{ code message fix posProductIds productIds }";

/** The menu is in the memory of every process. */
const IN_MEMORY = { statements: 0, calls: 0 };

export interface AskedQuery {
  readonly viewer: Viewer;
  /**
   * Selects everything that the query leads to. Variables: branchId, first, orderId, orderIds, key,
   * token, planId, branchesPlanId, promotionId, organizationId, lines.
   */
  readonly document: string;
  /** Set where it is a promise; elsewhere the cost just must not grow. */
  readonly most?: { readonly statements: number; readonly calls: number };
}

const ofBranch = (field: string) => `query ($branchId: ID!, $first: Int!) { ${field} }`;

/** Every field of Query, and mutations that only ask and need no key. */
export const EVERY_QUERY: Readonly<Record<string, AskedQuery>> = {
  ...SHOP_QUERIES,
  apiKeys: { viewer: ADMIN, document: "{ apiKeys { id label branchIds } }" },
  branch: {
    viewer: ADMIN,
    document: `query ($branchId: ID!, $first: Int!) { branch(id: $branchId) { settings { pos }
      changes(first: $first) { nodes { field } }
      sections { nodes { products(first: $first) { nodes { fieldSources { field } } } } } } }`,
  },
  branchSettingFields: {
    viewer: ADMIN,
    document: "{ branchSettingFields { name kind label choices { value } columns { name } } }",
  },
  branches: {
    viewer: ADMIN,
    document: `{ branches(first: 100) { nodes { id name settings { pos credential { masked } fallback { target } }
      changes(first: 5) { nodes { field } } product(article: "00101") { name } sections(first: 1) { nodes { name } } } } }`,
  },
  branchesPlan: {
    viewer: ADMIN,
    document: `query ($branchesPlanId: ID!, $first: Int!) { branchesPlan(id: $branchesPlanId) { state job { state }
      counts { planned } branches(first: $first) { totalCount nodes { state reason branch ${BRANCH}
        plan { guards { articles } summary { update } } settings { field } } } } }`,
  },
  branchesPlans: {
    viewer: ADMIN,
    document: `query ($first: Int!) { branchesPlans(first: $first) { nodes { kind state counts { planned } } } }`,
  },
  caller: { viewer: ADMIN, document: "{ caller { label scope branchIds } }", most: IN_MEMORY },
  catalogueIssues: {
    viewer: ADMIN,
    document: `query ($branchId: ID!) { catalogueIssues(branchId: $branchId) ${ISSUE} }`,
  },
  companies: {
    viewer: ADMIN,
    document: "query ($first: Int!) { companies(first: $first) { nodes { id name origins } } }",
  },
  cataloguePlan: {
    viewer: ADMIN,
    document: `query ($planId: ID!, $first: Int!) { cataloguePlan(id: $planId) { branch ${BRANCH} guards { articles }
      issues ${ISSUE} changes(first: $first) { totalCount nodes { article fields { field before after } } } } }`,
  },
  customer: {
    viewer: ADMIN,
    document: `query ($branchId: ID!, $first: Int!) { customer(phone: "${PHONE}") { orders(first: $first) { nodes ${ORDER} }
      loyalty(branchId: $branchId) { balance ${MONEY} } } }`,
  },
  deadLetters: {
    viewer: ADMIN,
    document: `query ($first: Int!) { deadLetters(first: $first) { totalCount nodes ${ORDER} } }`,
  },
  jobs: {
    viewer: ADMIN,
    document: `query ($first: Int!) { jobs(first: $first) { totalCount nodes { kind branch ${BRANCH} order ${ORDER} } } }`,
  },
  loyaltyBalance: {
    viewer: CUSTOMER,
    document: `query ($branchId: ID!, $first: Int!) { loyaltyBalance(branchId: $branchId) { balance ${MONEY} wallets { name }
      transactions(first: $first) { nodes { amount ${MONEY} } } } }`,
  },
  me: {
    viewer: CUSTOMER,
    document: `query ($first: Int!) { me { orders(first: $first) { nodes { number lines { product ${PRODUCT} } branch { name }
      timeline { nodes { summary } } } } } }`,
  },
  menu: {
    viewer: GUEST,
    document: `query ($branchId: ID!, $first: Int!) { menu(branchId: $branchId) { stale asOf
      sections { products(first: $first) { nodes ${PRODUCT} } } } }`,
    most: IN_MEMORY,
  },
  node: {
    viewer: CUSTOMER,
    document: `query ($orderId: ID!) { node(id: $orderId) { ... on Order { lines { name } } } }`,
  },
  nodes: {
    viewer: ADMIN,
    document: `query ($orderIds: [ID!]!) { nodes(ids: $orderIds) { id ... on Order ${ORDER} } }`,
  },
  order: { viewer: ADMIN, document: `query ($orderId: ID!) { order(id: $orderId) ${ORDER} }` },
  orderByIdempotencyKey: {
    viewer: ADMIN,
    document: `query ($key: String!) { orderByIdempotencyKey(idempotencyKey: $key) ${ORDER} }`,
  },
  orderFlow: {
    viewer: ADMIN,
    document: "query ($branchId: ID!) { orderFlow(branchId: $branchId) { accepted inPos } }",
  },
  orders: {
    viewer: ADMIN,
    document: `query ($first: Int!) { orders(first: $first) { totalCount nodes ${ORDER} } }`,
  },
  organizations: {
    viewer: ADMIN,
    document: `{ organizations { name terminalGroups { name alive } paymentTypes { name } discounts { name }
      orderTypes { name } externalMenus { name priceCategories { name } } } }`,
  },
  orderFigures: {
    viewer: ADMIN,
    document: `query { orderFigures(from: "2026-11-01", to: "2026-11-30") {
      total { orders } days { orders } hours { orders } } }`,
  },
  ordersNeedingPeople: {
    viewer: ADMIN,
    document: "{ ordersNeedingPeople { branchId reason count oldestOrderId oldestSince } }",
  },
  branchContacts: {
    viewer: ADMIN,
    document: "{ branchContacts { branchId posHeardAt lastInTillAt channels { kind waiting } } }",
  },
  posKeys: {
    viewer: ADMIN,
    document: "{ posKeys { state branches { id name } budgets { available } } }",
  },
  posMenu: {
    viewer: ADMIN,
    document:
      ofBranch(`posMenu(branchId: $branchId) { categories { name itemCount } issues ${ISSUE} items(first: $first) {
      totalCount nodes { article name category { name } images { url } sizes { price ${MONEY} } issues ${ISSUE}
        catalogueProduct ${PRODUCT} } } }`),
  },
  lockedProducts: {
    viewer: ADMIN,
    document: ofBranch(
      `lockedProducts(branchId: $branchId, first: $first) { totalCount nodes ${PRODUCT} }`,
    ),
    most: { statements: 1, calls: 0 },
  },
  products: {
    viewer: GUEST,
    document: ofBranch(
      `products(branchId: $branchId, first: $first, search: "а") { nodes ${PRODUCT} }`,
    ),
    most: IN_MEMORY,
  },
  promotion: {
    viewer: ADMIN,
    document: `query ($promotionId: ID!, $first: Int!) { promotion(id: $promotionId) { name uses codeCount branchIds
      codes(first: $first) { nodes { code uses } } } }`,
  },
  promotions: {
    viewer: ADMIN,
    document: ofBranch(
      `promotions(branchId: $branchId, first: $first) { nodes { name uses codeCount branchIds codes { nodes { code uses } } } }`,
    ),
  },
  quoteOrder: {
    viewer: GUEST,
    document: `mutation ($branchId: ID!, $lines: [OrderLineInput!]!) { quoteOrder(input: { branchId: $branchId,
      fulfilment: PICKUP, lines: $lines, promoCodes: ["PROMO-1"] }) { quote { total ${MONEY} lines { name }
      warnings { code } appliedPromotions { code } } userErrors { code } } }`,
  },
  sections: {
    viewer: GUEST,
    document: `query ($branchId: ID!, $first: Int!) { sections(branchId: $branchId) { nodes {
      products(first: $first) { nodes ${PRODUCT} } } } }`,
    most: IN_MEMORY,
  },
  terminalGroups: {
    viewer: ADMIN,
    document: `query ($branchId: ID!, $organizationId: UUID!) {
      terminalGroups(branchId: $branchId, organizationId: $organizationId) { name alive } }`,
  },
  trackedOrder: {
    viewer: GUEST,
    document: `query ($token: String!) { trackedOrder(token: $token) { number branch { name } lines { product ${PRODUCT} }
      timeline { nodes { summary } } } }`,
  },
};
