import { type PosCredential } from "../../../ports/pos/pos-branch";
import { IikoEndpoints } from "../connection/iiko-endpoints";
import {
  discountsSchema,
  externalMenusSchema,
  isAliveSchema,
  marketingSourcesSchema,
  orderTypesSchema,
  organizationRulesSchema,
  organizationSettingsSchema,
  organizationsSchema,
  paymentTypesSchema,
  terminalGroupsSchema,
} from "./directory-schemas";

/** The endpoints that describe what a restaurant has set up, one method each, in iiko's terms. */
export class IikoDirectory extends IikoEndpoints {
  async organizations(credential: PosCredential) {
    const body = { returnAdditionalInfo: false, includeDisabled: false };
    return this.read(credential, "/api/1/organizations", body, organizationsSchema);
  }

  /** Groups that the key may not see are only listed with `includeDisabled`. */
  async terminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
    includeDisabled: boolean,
  ) {
    const body = { organizationIds, includeDisabled };
    return this.read(credential, "/api/1/terminal_groups", body, terminalGroupsSchema);
  }

  async isAlive(
    credential: PosCredential,
    organizationIds: readonly string[],
    terminalGroupIds: readonly string[],
  ) {
    const body = { organizationIds, terminalGroupIds };
    return this.read(credential, "/api/1/terminal_groups/is_alive", body, isAliveSchema);
  }

  async externalMenus(credential: PosCredential) {
    return this.read(credential, "/api/2/menu", {}, externalMenusSchema);
  }

  /** One organization at a time, because the rows do not name theirs. */
  async paymentTypes(credential: PosCredential, organizationId: string, { urgent = false } = {}) {
    const request = {
      path: "/api/1/payment_types",
      body: { organizationIds: [organizationId] },
      urgent,
    };
    return (await this.transport.post(credential, request, paymentTypesSchema)).reply;
  }

  /**
   * Only what orders depend on; iiko answers 500 unless the request names the parameters it wants.
   */
  async organizationSettings(credential: PosCredential, organizationId: string) {
    const parameters = ["AddressFormatType", "OrderItemCommentEnabled"];
    const body = { organizationIds: [organizationId], includeDisabled: false, parameters };
    const request = { path: "/api/1/organizations/settings", body, urgent: true };
    return (await this.transport.post(credential, request, organizationSettingsSchema)).reply;
  }

  /** What an organization requires of orders, for checking its connection. */
  async organizationRules(credential: PosCredential, organizationId: string) {
    const parameters = [
      "AddressFormatType",
      "OrderItemCommentEnabled",
      "IsAnonymousGuestsAllowed",
      "MarketingSourceRequiredInDelivery",
      "DeliveryServiceType",
      "IsConfirmationEnabled",
      "DeliveryOrderPaymentSettings",
      "CurrencyIsoName",
    ];
    const body = { organizationIds: [organizationId], includeDisabled: false, parameters };
    return this.read(credential, "/api/1/organizations/settings", body, organizationRulesSchema);
  }

  async marketingSources(credential: PosCredential, organizationId: string) {
    const body = { organizationIds: [organizationId] };
    return this.read(credential, "/api/1/marketing_sources", body, marketingSourcesSchema);
  }

  async discounts(credential: PosCredential, organizationIds: readonly string[]) {
    return this.read(credential, "/api/1/discounts", { organizationIds }, discountsSchema);
  }

  async orderTypes(credential: PosCredential, organizationIds: readonly string[]) {
    return this.read(
      credential,
      "/api/1/deliveries/order_types",
      { organizationIds },
      orderTypesSchema,
    );
  }
}
