import { type FieldsOfTypes } from "./scope-access";

/** Who may see which fields of a branch, its settings and its hours. */
export const BRANCH_FIELDS: FieldsOfTypes = {
  Branch: {
    everybody:
      "acceptingDelivery acceptingPickup companyId country deliveryPausedUntil deliveryZones facts id name openState orderingHours pickupPausedUntil product published sections timeZone version",
    operators: "catalogueWorks changes health promiseRecord settings",
  },
  BranchContact: { office: "branchId channels lastInTillAt posHeardAt" },
  BranchClosedUserError: { everybody: "code field message opensAt retryable" },
  BelowMinimumUserError: { everybody: "code field message minimumSum missing retryable" },
  BranchConnection: { everybody: "edges nodes pageInfo" },
  BranchEdge: { everybody: "cursor node" },
  BranchFacts: {
    everybody: "address deliveryFee freeDeliveryFrom latitude longitude paymentMethods phone",
  },
  BranchHealth: {
    office:
      "checks lastPollAt lastWebhookAt menuAgeSeconds stopListAgeSeconds terminalGroupAlive webhookMatches webhookRegistered",
  },
  BranchPayload: { office: "branch checks userErrors" },
  BranchSettingChoice: { office: "label value" },
  BranchSettingColumn: { office: "choices dictionary kind label limits name nameInPos" },
  BranchSettingField: {
    office:
      "choices clearable columns defaultValue dictionary explanation group kind label limits name nameInPos readableBy",
  },
  BranchSettingGroup: { office: "label name" },
  BranchSettingLimits: { office: "characters items least most orZero" },
  BranchSettings: {
    office:
      "bonusPaymentTypeId bonusPaymentTypeIdInPos bonusWalletId bonusWalletIdInPos bonusWriteOffLimitPercent credential delivery doNotSendPromoCodes doNotUseBonuses doNotUsePoints doNotUsePosPromoCodes externalMenuId fallback guestOrders holdBonuses holdPoints hours injection menuOrganizationId menuOrganizationIdInPos organizationId organizationIdInPos paymentTypes pointsLimitPercent pointsPaymentTypeIdInPos pointsWalletIdInPos pos posOrders priceCategoryId priceCategoryIdInPos publicFacts quotesByPosLoyalty statusMap terminalGroupId terminalGroupIdInPos universalDiscountId universalDiscountIdInPos",
  },
  CatalogueWork: { office: "begunAt done endedAt kind state step total" },
  DayHours: { everybody: "closes date fulfilment opens" },
  DeliveryOption: {
    everybody:
      "branch earliestAt fee freeFrom minimumSum minutes minutesFrom minutesTo reason served zone",
  },
  DeliveryOptionsPayload: { everybody: "options userErrors" },
  DeliveryTerms: {
    office:
      "fee freeFrom posProductId posWeekStartsAt productIdInPos streets unlocatedAddresses zonesFrom",
  },
  DeliveryZone: { everybody: "area fee freeFrom minimumSum minutes name priority" },
  GuestOrders: {
    office: "challengeAlways challengeBits countedPromotionsOnlyProven mostOpenPerPhone onlyProven",
  },
  OpenState: {
    everybody:
      "busyMinutes busyUntil closedBecause extraMinutes minutes minutesFrom minutesTo open opensAt until",
  },
  OrderingHours: { everybody: "days week" },
  OrderHours: {
    office:
      "asapWhenClosed days pauseWhileTillSilent preorderMaxDays preorderMinMinutes queueMinutes queueOrders slotMinutes slotOrders usualMinutes week",
  },
  PromiseRecord: { office: "early kept late minutesLate orders" },
  PublicFacts: { office: "address phone point takesCards takesCash takesOnline" },
  Street: { everybody: "city idInPos name" },
  TimeSlot: { everybody: "available endsAt startsAt", hidden: "orders" },
  TimeSlotUserError: { everybody: "code field message nextSlotAt retryable" },
  WeekHours: { everybody: "closes day fulfilment opens" },
};
