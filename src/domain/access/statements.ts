import { actsFor } from "./acts-for";
import { operatesBranch, type Viewer } from "./viewer";

/** What it takes for something that a caller says to count. */
export enum Statement {
  /** What somebody wants, or how much of a list. Nobody's money or trust rests on it. */
  WISH = "WISH",
  /** Whom to call, and where to bring it. Proves nothing about who is calling. */
  CONTACT = "CONTACT",
  /** What the caller believes: compared with what the gateway knows, and never taken over. */
  BELIEF = "BELIEF",
  /** Names something. Whoever may not see that gets the answer as for what does not exist. */
  NAME = "NAME",
  /** Said for the restaurant: the scope of the field itself keeps everybody else out. */
  OFFICE = "OFFICE",
  /** Only a key that operates the branch may say it; from others it is FORBIDDEN. */
  KEY_OF_BRANCH = "KEY_OF_BRANCH",
  /** The same, or the guest who is signed in with the phone of the order. */
  GUEST_OR_KEY = "GUEST_OR_KEY",
}

/** For an input whose fields all state the same, those that are yet to come included. */
export const EVERY_FIELD = "*";

/**
 * Of every argument, and every field of an input, by its type or field: what it states. The schema
 * is not built with one that is missing here. The gateway itself judges by it, see `mayState`.
 */
export const STATEMENTS: Readonly<Record<string, Partial<Record<Statement, string>>>> = {
  AddressInput: {
    CONTACT: `building city comment doorphone entrance flat floor house latitude longitude posStreetId street
      streetIdInPos`,
  },
  CustomerInput: { CONTACT: "name phone joinsLoyalty" },
  CreateOrderInput: {
    WISH: "address comment customer fulfilment guestCount lines payment promoCodes wantedAt",
    BELIEF: "expectedTotal onPriceMismatch",
    // An answer that is wrong, old or used proves nothing, and says so.
    NAME: "branchId challenge idempotencyKey quoteId",
    KEY_OF_BRANCH: "discounts",
    GUEST_OR_KEY: "bonusToSpend pointsToSpend",
  },
  QuoteInput: {
    WISH: "address customer fulfilment lines promoCodes wantedAt",
    NAME: "branchId",
    KEY_OF_BRANCH: "discounts",
    GUEST_OR_KEY: "bonusToSpend pointsToSpend",
  },
  DeliveryOptionsInput: { WISH: "address wantedAt", BELIEF: "sum", NAME: "branchIds" },
  DeliveryPlaceInput: { CONTACT: "house latitude longitude streetIdInPos" },
  ImportDeliveryZonesInput: { OFFICE: "branchId geoJson keepOthers" },
  PaymentInput: { WISH: "changeFrom method", KEY_OF_BRANCH: "externalPaymentId paidOnline" },
  // Under `discounts`, which says who may.
  OrderDiscountInput: { KEY_OF_BRANCH: "amount name" },
  OrderLineInput: {
    WISH: "combo comment options quantity secondHalf",
    NAME: "article sizeId",
    BELIEF: "expectedUnitPrice",
  },
  OrderOptionInput: { WISH: "quantity", NAME: "article groupId" },
  SecondHalfInput: { WISH: "options", NAME: "article" },
  ComboPartInput: { WISH: "options", NAME: "article groupId sizeId" },
  OrderFilter: {
    WISH: `attention createdFrom createdTo fulfilments injectionStates name needsPerson number phone search statuses`,
    NAME: "branchIds",
  },
  // Settings are said for the restaurant, whatever is added to them.
  ArticleFieldsInput: { OFFICE: "article fields" },
  BranchSettingsInput: { OFFICE: EVERY_FIELD },
  DeliveryTermsInput: { OFFICE: EVERY_FIELD },
  OrderHoursInput: { OFFICE: EVERY_FIELD },
  WeekHoursInput: { OFFICE: EVERY_FIELD },
  DayHoursInput: { OFFICE: EVERY_FIELD },
  GuestOrdersInput: { OFFICE: EVERY_FIELD },
  InjectionPolicyInput: { OFFICE: EVERY_FIELD },
  PosOrderTermsInput: { OFFICE: EVERY_FIELD },
  ChallengeAnswerInput: { NAME: "answer token" },
  CompanyInput: { OFFICE: "name origins" },
  CreateApiKeyInput: { OFFICE: "branchIds companyId idempotencyKey label scope" },
  CreateCompanyInput: { OFFICE: "idempotencyKey name origins" },
  CreateBranchInput: { OFFICE: "companyId country currencyCode idempotencyKey name timeZone" },
  CreatePromotionInput: { OFFICE: EVERY_FIELD },
  FallbackChannelInput: { OFFICE: "enabled kind language target" },
  GeneratePromoCodesInput: { OFFICE: "count idempotencyKey prefix promotionId" },
  ImportSectionInput: {
    OFFICE: "accept articles branchId dryRun fields fieldsOf maxChangePercent sectionId",
  },
  PlanForBranchesInput: { OFFICE: "branchIds idempotencyKey importSection settings syncPrices" },
  PricesForBranchesInput: { OFFICE: "articles matchBy maxChangePercent overrideLocked" },
  SectionForBranchesInput: { OFFICE: "articles fields maxChangePercent sectionName" },
  PaymentTypeMappingInput: {
    OFFICE: "method paymentTypeIdInPos posPaymentTypeId processedExternally",
  },
  StatusMappingInput: { OFFICE: "posStatus status" },
  SyncPricesInput: {
    OFFICE: "accept articles branchId dryRun matchBy maxChangePercent overrideLocked refresh",
  },
  "Query.branch": { NAME: "id" },
  "Query.branchContacts": { OFFICE: "branchIds" },
  "Query.branches": { WISH: "after first", NAME: "companyId" },
  "Query.companies": { OFFICE: "after first" },
  "Query.branchesPlan": { OFFICE: "id" },
  "Query.branchesPlans": { OFFICE: "after first" },
  "Query.catalogIssues": { OFFICE: "branchId" },
  "Query.catalogPlan": { OFFICE: "id" },
  "Query.catalogueIssues": { OFFICE: "branchId" },
  "Query.cataloguePlan": { OFFICE: "id" },
  "Query.customer": { OFFICE: "phone" },
  "Query.deadLetters": { OFFICE: "after branchId first" },
  "Query.lockedProducts": { OFFICE: "after branchId first" },
  "Query.jobs": { OFFICE: "after branchIds first kinds states" },
  "Query.loyaltyBalance": { NAME: "branchId", GUEST_OR_KEY: "phone" },
  "Query.menu": { NAME: "branchId" },
  "Query.node": { NAME: "id" },
  "Query.nodes": { NAME: "ids" },
  "Query.order": { NAME: "id" },
  "Query.orderByIdempotencyKey": { NAME: "branchId idempotencyKey" },
  "Query.orderByKey": { NAME: "branchId idempotencyKey" },
  "Query.orderFlow": { OFFICE: "branchId minutes" },
  "Query.orders": { OFFICE: "after filter first sort" },
  "Query.organizations": { OFFICE: "branchId idInPos" },
  "Query.posMenu": { OFFICE: "branchId" },
  "Query.products": {
    WISH: "after articles availableOnly first search unavailableOnly",
    NAME: "branchId",
  },
  "Query.promotion": { OFFICE: "id" },
  "Query.promotions": { OFFICE: "after branchId first" },
  "Query.sections": { WISH: "after first", NAME: "branchId" },
  "Query.terminalGroups": { OFFICE: "branchId includeHidden organizationId organizationIdInPos" },
  "Query.timeSlots": { WISH: "day fulfilment", NAME: "branchId" },
  "Query.trackedOrder": { NAME: "token" },
  "Mutation.applyBranchesPlan": { OFFICE: "accept first planId" },
  "Mutation.applyCatalogPlan": { OFFICE: "accept idempotencyKey planId" },
  "Mutation.applyCataloguePlan": { OFFICE: "accept idempotencyKey planId" },
  "Mutation.exportOrders": { OFFICE: "after filter first withGuests" },
  "Query.orderFigures": { OFFICE: "branchIds from to" },
  "Mutation.claimOrder": { OFFICE: "id takeOver" },
  "Mutation.releaseOrder": { OFFICE: "id" },
  "Query.ordersNeedingPeople": { OFFICE: "branchIds" },
  "Mutation.cancelOrder": { WISH: "idempotencyKey reason", NAME: "id" },
  "Mutation.createApiKey": { OFFICE: "input" },
  "Mutation.createCompany": { OFFICE: "input" },
  "Mutation.saveCompany": { OFFICE: "id input" },
  "Mutation.createBranch": { OFFICE: "input" },
  "Mutation.importDeliveryZones": { OFFICE: "input" },
  "Query.deliveryOptions": { WISH: "input" },
  "Mutation.createOrder": { WISH: "input" },
  "Mutation.createOrderChallenge": { NAME: "branchId" },
  "Mutation.createPromotion": { OFFICE: "input" },
  "Mutation.createSection": { OFFICE: "branchId idempotencyKey name position" },
  "Mutation.disablePromotion": { OFFICE: "id" },
  "Mutation.eraseCustomer": { OFFICE: "companyId phone" },
  "Mutation.exportCustomer": { OFFICE: "after companyId first phone" },
  "Mutation.generatePromoCodes": { OFFICE: "input" },
  "Mutation.importSection": { OFFICE: "input" },
  "Mutation.lockProductFields": { OFFICE: "fields locked productId" },
  "Mutation.markOrderEnteredByHand": { OFFICE: "id note posNumber" },
  "Mutation.planForBranches": { OFFICE: "input" },
  "Mutation.quoteOrder": { WISH: "input" },
  "Mutation.refreshPosMenu": { OFFICE: "acceptShrunken branchId" },
  "Mutation.registerWebhook": { OFFICE: "branchId force" },
  "Mutation.renewTrackingToken": { NAME: "id" },
  "Mutation.renewWebhookToken": { OFFICE: "branchId" },
  "Mutation.resumePosKey": { OFFICE: "branchId" },
  "Mutation.retryDeadLetters": { OFFICE: "branchId errorCode olderThan" },
  "Mutation.retryJob": { OFFICE: "id" },
  "Mutation.retryOrder": { OFFICE: "force id idempotencyKey" },
  "Mutation.revokeApiKey": { OFFICE: "id" },
  "Mutation.saveBranchSettings": { OFFICE: "branchId expectedVersion input verify" },
  "Mutation.setPromotionPaused": { OFFICE: "id paused" },
  "Mutation.setProductFieldLocks": { OFFICE: "fields locked productId" },
  "Mutation.sendTestMessage": { OFFICE: "branchId kind target" },
  "Mutation.setBusyMode": { OFFICE: "branchId minutes until" },
  "Mutation.setOrderAcceptance": { OFFICE: "branchId delivery pickup until" },
  "Mutation.syncPrices": { OFFICE: "input" },
  "Mutation.undoBranchesPlan": { OFFICE: "planId" },
  "Subscription.availabilityChanged": { NAME: "branchId" },
  "Subscription.branchOrderEvents": { OFFICE: "after branchId states" },
  "Subscription.jobChanged": { OFFICE: "id" },
  "Subscription.orderStatusChanged": { WISH: "after", NAME: "orderId" },
  "Subscription.trackOrder": { WISH: "after", NAME: "token" },
  "Branch.changes": { OFFICE: "after first" },
  "Branch.openState": { WISH: "fulfilment" },
  "Branch.product": { NAME: "article" },
  "Branch.sections": { WISH: "after first" },
  "BranchesPlan.branches": { WISH: "after first states" },
  "CatalogPlan.changes": { WISH: "action after first guarded" },
  "Customer.loyalty": { NAME: "branchId" },
  "Customer.orders": { WISH: "after first" },
  "LoyaltyAccount.transactions": { WISH: "after first" },
  "Order.timeline": { WISH: "after first" },
  "PosMenu.items": { WISH: "after categoryId differs first inCatalogue search" },
  "PosMenu.rawBody": { WISH: "heldBack" },
  "Promotion.codes": { WISH: "after first" },
  "Section.products": { WISH: "after availableOnly first" },
};

/** What `name` of a type's or a field's inputs states; undefined: nobody has said. */
export function statementOf(owner: string, name: string): Statement | undefined {
  const said = Object.entries(STATEMENTS[owner] ?? {}) as [Statement, string][];
  return said.find(([, names]) => names === EVERY_FIELD || names.split(/\s+/).includes(name))?.[0];
}

/**
 * May the caller say this of an order?
 *
 * @param owner the input's type
 * @param phone E.164; of the order's guest
 */
export function mayState(
  owner: string,
  name: string,
  viewer: Viewer,
  { branchId, phone }: { readonly branchId: string; readonly phone: string | null },
): boolean {
  switch (statementOf(owner, name)) {
    case Statement.KEY_OF_BRANCH:
      return operatesBranch(viewer, branchId);
    case Statement.GUEST_OR_KEY:
      return actsFor(viewer, phone, branchId);
    case undefined:
      return false;
    default:
      return true;
  }
}
