import { type Restaurant } from "../restaurant/model";
import { terminalGroup } from "./terminal-group";

interface PaymentTypesRequest {
  organizationIds: readonly string[];
  now: Date;
}

/**
 * `/api/1/payment_types`: a flat list; only `terminalGroups` hints at the organizations. Deleted
 * types are included.
 */
export function paymentTypes(restaurant: Restaurant, request: PaymentTypesRequest) {
  const groups = restaurant.terminalGroups
    .filter(({ organizationId }) => request.organizationIds.includes(organizationId))
    .map((group) => terminalGroup(restaurant, group, request.now));
  return {
    paymentTypes: restaurant.paymentTypes.map((type) => ({
      id: type.id,
      code: type.code,
      name: type.name,
      comment: null,
      combinable: true,
      externalRevision: 51_234,
      applicableMarketingCampaigns: [],
      isDeleted: type.isDeleted,
      printCheque: type.paymentTypeKind === "Cash" || type.paymentTypeKind === "Card",
      paymentProcessingType: type.paymentProcessingType,
      paymentTypeKind: type.paymentTypeKind,
      terminalGroups: type.isDeleted ? [] : groups,
    })),
  };
}
