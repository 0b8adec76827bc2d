import { type FieldAccess, type FieldsOfTypes } from "./scope-access";
import { BRANCH_FIELDS } from "./scope-branch-fields";
import { BRANCHES_PLAN_FIELDS } from "./scope-branches-plan-fields";
import { COMPANY_FIELDS } from "./scope-company-fields";
import { ORDER_FIELDS } from "./scope-order-fields";

/**
 * Who may see each field of each type below the root fields. `everybody`: anyone who gets the
 * object. `hidden`: the same, but null for anyone who does not work at the branch. `operators`,
 * `admins`: refused to others. `office`: belongs to a type that no guest ever gets. A new field of
 * the schema needs a place here.
 */
export const FIELDS: FieldsOfTypes = {
  ...BRANCHES_PLAN_FIELDS,
  ApiKey: { office: "branchIds companyId createdAt id label lastUsedAt prefix revokedAt scope" },
  ApiKeyPayload: { office: "apiKey replayed secret userErrors" },
  AppliedPromotion: { everybody: "amount code name pending source" },
  AttentionCount: { office: "branchId count oldestOrderId oldestSince reason" },
  Availability: { everybody: "asOf available reason remaining since stale until" },
  ChannelContact: { office: "error kind label lastSentAt target waiting" },
  Caller: { office: "branchIds companyId label scope" },
  CatalogChange: { office: "action article fields guards name reason reasonCode" },
  CatalogChangeConnection: { office: "edges nodes pageInfo totalCount" },
  CatalogChangeEdge: { office: "cursor node" },
  CatalogIssue: { office: "article code fix message posProductIds productIds severity" },
  CatalogPlan: {
    office:
      "applied baseVersion branch changes createdAt expiresAt guards id issues kind posMenuReadAt sourceRevision summary",
  },
  ComboChoice: { everybody: "comboSizeId forbiddenOptionIds price product sizeId" },
  ComboGroup: { everybody: "choices id name" },
  Courier: { everybody: "name phone updatedAt" },
  CreateOrderChallengePayload: { everybody: "challenge userErrors" },
  CreateOrderPayload: { everybody: "order replayed trackingToken userErrors" },
  CredentialSummary: { office: "kind masked" },
  Customer: { everybody: "id loyalty name orders phone" },
  CustomerExport: { office: "document endCursor orders totalOrders" },
  EraseCustomerPayload: { office: "erasedOrders userErrors" },
  ExpiringPoints: { everybody: "amount expiresAt" },
  ExportCustomerPayload: { office: "page userErrors" },
  ExternalMenu: { office: "name posId priceCategories" },
  FallbackChannel: { office: "enabled kind language target" },
  FallbackDelivery: {
    office: "acknowledgedAt acknowledgedBy error kind purpose putOffUntil sentAt target",
  },
  FieldChange: { office: "after before changePercent field locked" },
  FieldSource: { office: "field locked source updatedAt" },
  GeneratePromoCodesPayload: { office: "codes promotion replayed userErrors" },
  GenericUserError: { everybody: "code field message retryable" },
  HealthCheck: { office: "code fix message ok state" },
  HeldBackPosMenu: { office: "contentHash lostCount productCount since source" },
  Image: { everybody: "url" },
  Injection: {
    everybody: "duplicatesPrevented nextAttemptAt state",
    hidden: "orderIdInPos posNumber posOrderId stuck",
    operators: "attempts fallback lastError",
  },
  InjectionAttempt: {
    office: "correlationId error finishedAt number outcome startedAt",
    admins: "request response",
  },
  InjectionEvent: {
    everybody:
      "at attempt cursor error freshStart id nextAttemptAt order orderId previousCursor source state summary",
    hidden: "actor remark",
  },
  InjectionPolicy: {
    office:
      "acceptTimeoutSeconds alertIfNotAcceptedAfterSeconds retryDelaysSeconds sendWithinMinutes",
  },
  ItemUserError: {
    everybody: "article availableAmount availableAt code currentPrice field message retryable",
  },
  Job: { office: "attempts branch createdAt error id kind order runAt state" },
  JobConnection: { office: "edges nodes pageInfo totalCount" },
  JobEdge: { office: "cursor node" },
  JobPayload: { office: "job userErrors" },
  LoyaltyAccount: {
    everybody:
      "asOf available balance expiring held source tier transactions wallets writeOffLimitPercent",
  },
  LoyaltyTier: { everybody: "cashbackPercent maxWriteOffPercent name nextTierAt" },
  LoyaltyTransaction: {
    everybody: "amount at balanceAfter id kind posOrderNumber walletId walletIdInPos",
  },
  LoyaltyTransactionConnection: { everybody: "edges nodes pageInfo" },
  LoyaltyTransactionEdge: { everybody: "cursor node" },
  LoyaltyWalletType: { everybody: "balance idInPos isBonusWallet isPointsWallet kind name posId" },
  Menu: { everybody: "asOf branch revision sections stale" },
  Money: { everybody: "amount currencyCode" },
  Node: { everybody: "id" },
  NoteEvent: {
    everybody: "at cursor freshStart id order orderId previousCursor source summary",
    hidden: "actor",
  },
  Nutrition: { everybody: "allergens carbohydrates energyKcal fats proteins weightGrams" },
  Option: { everybody: "article availability byDefault freeAmount id max min name price prices" },
  OptionGroup: { everybody: "freeAmount id max min name options" },
  OptionPrice: { everybody: "price sizeId" },
  ...COMPANY_FIELDS,
  ...BRANCH_FIELDS,
  ...ORDER_FIELDS,
  Organization: {
    office:
      "discounts externalMenus id idInPos loyaltyWallets name marketingSources orderTypes paymentTypes posId terminalGroups",
  },
  PageInfo: { everybody: "endCursor hasNextPage hasPreviousPage startCursor" },
  PaymentTypeMapping: { office: "method paymentTypeIdInPos posPaymentTypeId processedExternally" },
  PlanGuard: { office: "affected articles code message" },
  PlanPayload: { office: "plan userErrors" },
  PlanSummary: {
    office: "blocked create largestPriceChangePercent remove skipLocked unchanged update",
  },
  PosBudget: { office: "available group pausedUntil perSecond waiting" },
  PosDictionaryItem: { office: "idInPos kind name posId" },
  PosKeyPayload: { office: "posKey userErrors" },
  PosKeyStatus: {
    office:
      "branchIds branches budgets failure id maskedKey reason state tokenExpiresAt trouble upstreamMessage",
  },
  PosMenu: {
    office:
      "categories contentHash failingSince heldBack issues items lastError rawBody refreshedAt revision source",
  },
  PosMenuBody: { office: "gzipBase64 gzipBytes receivedAt" },
  PosMenuCategory: { office: "hidden id itemCount name" },
  PosMenuItem: {
    office:
      "article catalogueProduct category changes description hidden id images issues name nutrition optionGroups sizes",
  },
  PosMenuItemConnection: { office: "edges nodes pageInfo totalCount" },
  PosMenuItemEdge: { office: "cursor node" },
  PosMenuPayload: { office: "posMenu userErrors" },
  PosOrderTerms: {
    office:
      "deliveryOrderTypeId deliveryOrderTypeIdInPos halfPrices marketingSourceId marketingSourceIdInPos pickupOrderTypeId pickupOrderTypeIdInPos",
  },
  PriceRange: { everybody: "max min" },
  Product: {
    everybody:
      "article availability branchId comboGroups description halfAndHalf id images name nutrition optionGroups priceRange section sizes",
    operators: "fieldSources",
  },
  ProductConnection: { everybody: "edges nodes pageInfo totalCount" },
  ProductEdge: { everybody: "cursor node" },
  ProductPayload: { office: "product userErrors" },
  ProductSize: { everybody: "availability id isDefault name price" },
  PromoCode: { office: "code createdAt uses" },
  PromoCodeConnection: { office: "edges nodes pageInfo" },
  PromoCodeEdge: { office: "cursor node" },
  Promotion: {
    office:
      "branchIds codeCount codes combinable createdAt disabledAt endsOn firstOrderOnly fulfilments giftArticle giftQuantity id kind minimumSum name oncePerCustomer pausedAt percent startsOn sum usageLimit uses usesPerCode",
  },
  PromotionConnection: { office: "edges nodes pageInfo" },
  PromotionEdge: { office: "cursor node" },
  PromotionPayload: { office: "promotion userErrors" },
  Quote: {
    everybody:
      "appliedPromotions bonusApplied bonusMax deliveryFee discount expiresAt gifts id lines pointsApplied pointsMax subtotal total warnings",
  },
  QuoteLine: { everybody: "article name quantity total unitPrice" },
  QuotePayload: { everybody: "quote userErrors" },
  RetryOrdersPayload: { office: "jobs orders skipped userErrors" },
  Section: { everybody: "id name position products slug" },
  SectionConnection: { everybody: "edges nodes pageInfo" },
  SectionEdge: { everybody: "cursor node" },
  SectionPayload: { office: "section userErrors" },
  SettingsChange: { office: "actor after at before field id" },
  SettingsChangeConnection: { office: "edges nodes pageInfo" },
  SettingsChangeEdge: { office: "cursor node" },
  StatusMapping: { office: "posStatus status" },
  TerminalGroup: { office: "alive id idInPos name posId visibleToApiLogin" },
  TestMessagePayload: { office: "sent userErrors" },
  TrackingTokenPayload: { everybody: "order trackingToken userErrors" },
  UpstreamUserError: {
    everybody:
      "code correlationId field fix message reason retryable source upstreamCode upstreamMessage",
  },
  UserError: { everybody: "code field message retryable" },
};

/** undefined when no access has been declared. */
export function accessTo(type: string, field: string): FieldAccess | undefined {
  const said = Object.entries(FIELDS[type] ?? {}) as [FieldAccess, string][];
  return said.find(([, names]) => names.split(" ").includes(field))?.[0];
}
