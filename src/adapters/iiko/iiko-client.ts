import { type OrderLookUp } from "./orders/order-look-ups";
import { type CallGuard } from "../../ports/call-guard";
import { type PosCredential } from "../../ports/pos/pos-branch";
import { type IikoReply, reading } from "./connection/iiko-answer";
import { type IikoCreateDelivery } from "./orders/iiko-order";
import * as schemas from "./iiko-schemas";
import { type IikoTransport } from "./connection/iiko-transport";
import { type z } from "zod";

const MENU = { timeoutSeconds: 90, maxBytes: 64 * 2 ** 20 };
/** Full orders of many organizations. */
const FEED = { timeoutSeconds: 30, maxBytes: 64 * 2 ** 20 };

interface MenuRequest {
  readonly externalMenuId: string;
  readonly organizationId: string;
  /** null is legal only where the key takes its prices from the menu itself. */
  readonly priceCategoryId: string | null;
}

/**
 * The iiko Cloud endpoints that are used, one method each, in iiko's own words. Menus come unread:
 * their formats differ, and they are big.
 */
export class IikoClient {
  constructor(private readonly transport: IikoTransport) {}

  async organizations(credential: PosCredential) {
    const body = { returnAdditionalInfo: false, includeDisabled: false };
    return this.read(credential, "/api/1/organizations", body, schemas.organizationsSchema);
  }

  /** Groups that the key may not see are listed only with `includeDisabled`. */
  async terminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
    includeDisabled: boolean,
  ) {
    const body = { organizationIds, includeDisabled };
    return this.read(credential, "/api/1/terminal_groups", body, schemas.terminalGroupsSchema);
  }

  async isAlive(
    credential: PosCredential,
    organizationIds: readonly string[],
    terminalGroupIds: readonly string[],
  ) {
    const body = { organizationIds, terminalGroupIds };
    return this.read(credential, "/api/1/terminal_groups/is_alive", body, schemas.isAliveSchema);
  }

  async externalMenus(credential: PosCredential) {
    return this.read(credential, "/api/2/menu", {}, schemas.externalMenusSchema);
  }

  /** The answer's shape follows `version`. */
  async externalMenuById(
    credential: PosCredential,
    {
      externalMenuId,
      organizationId,
      priceCategoryId,
      version,
    }: MenuRequest & { readonly version: 2 | 3 | 4 },
  ): Promise<Buffer> {
    const prices = priceCategoryId === null ? {} : { priceCategoryId };
    const body = { externalMenuId, organizationIds: [organizationId], version, ...prices };
    return this.menu(credential, "/api/2/menu/by_id", body);
  }

  /** The newest format; it has no versions and takes one organization. */
  async standaloneMenuById(
    credential: PosCredential,
    { externalMenuId, organizationId, priceCategoryId }: MenuRequest,
  ): Promise<Buffer> {
    const prices = priceCategoryId === null ? {} : { priceCategoryId };
    return this.menu(credential, "/api/menu/v3/by_id", {
      externalMenuId,
      organizationId,
      ...prices,
    });
  }

  async nomenclature(credential: PosCredential, organizationId: string): Promise<Buffer> {
    return this.menu(credential, "/api/1/nomenclature", { organizationId });
  }

  /** One organization at a time: the rows do not say whose they are. */
  async paymentTypes(credential: PosCredential, organizationId: string, { urgent = false } = {}) {
    const request = {
      path: "/api/1/payment_types",
      body: { organizationIds: [organizationId] },
      urgent,
    };
    return (await this.transport.post(credential, request, schemas.paymentTypesSchema)).reply;
  }

  /** Only what orders depend on; iiko answers 500 when it is not told what is wanted. */
  async organizationSettings(credential: PosCredential, organizationId: string) {
    const parameters = ["AddressFormatType", "OrderItemCommentEnabled"];
    const body = { organizationIds: [organizationId], includeDisabled: false, parameters };
    const request = { path: "/api/1/organizations/settings", body, urgent: true };
    return (await this.transport.post(credential, request, schemas.organizationSettingsSchema))
      .reply;
  }

  /** What an organization demands of orders, for whoever looks at its connection. */
  async organizationRules(credential: PosCredential, organizationId: string) {
    const parameters = [
      ...[
        "AddressFormatType",
        "OrderItemCommentEnabled",
        "IsAnonymousGuestsAllowed",
        "MarketingSourceRequiredInDelivery",
      ],
      ...[
        "DeliveryServiceType",
        "IsConfirmationEnabled",
        "DeliveryOrderPaymentSettings",
        "CurrencyIsoName",
      ],
    ];
    const body = { organizationIds: [organizationId], includeDisabled: false, parameters };
    return this.read(
      credential,
      "/api/1/organizations/settings",
      body,
      schemas.organizationRulesSchema,
    );
  }

  async marketingSources(credential: PosCredential, organizationId: string) {
    const body = { organizationIds: [organizationId] };
    return this.read(credential, "/api/1/marketing_sources", body, schemas.marketingSourcesSchema);
  }

  async discounts(credential: PosCredential, organizationIds: readonly string[]) {
    return this.read(credential, "/api/1/discounts", { organizationIds }, schemas.discountsSchema);
  }

  async orderTypes(credential: PosCredential, organizationIds: readonly string[]) {
    return this.read(
      credential,
      "/api/1/deliveries/order_types",
      { organizationIds },
      schemas.orderTypesSchema,
    );
  }

  /**
   * `returnSize` off would name no sizes. Without `terminalGroupsIds` (iiko's spelling) all groups
   * are told of.
   */
  async stopLists(credential: PosCredential, organizationIds: readonly string[]) {
    const body = { organizationIds, returnSize: true };
    return this.read(credential, "/api/1/stop_lists", body, schemas.stopListsSchema);
  }

  /** @param understand what is made of the answer, whatever it says */
  async createDelivery<Result>(
    credential: PosCredential,
    body: IikoCreateDelivery,
    {
      guard,
      placeAt,
    }: { readonly guard: CallGuard | undefined; readonly placeAt: Date | null | undefined },
    understand: (answer: IikoReply<z.infer<typeof schemas.createdDeliverySchema>>) => Result,
  ): Promise<Result> {
    const request = { path: "/api/1/deliveries/create", body, mutates: true, guard, placeAt };
    const answer = await this.transport.post(credential, request, schemas.createdDeliverySchema);
    return reading(request, 200, () => understand(answer));
  }

  /**
   * iiko keeps orders for seven days and leaves unknown ids out.
   *
   * @param understand what is made of each
   */
  async deliveriesById<Result>(
    credential: PosCredential,
    { organizationId, orderIds, leaving, placeAt }: OrderLookUp,
    understand: (order: schemas.IikoOrderInfo) => Result,
  ): Promise<Result[]> {
    const body = { organizationId, orderIds };
    const request = { path: "/api/1/deliveries/by_id", body, leaving, placeAt };
    const { orders } = (await this.transport.post(credential, request, schemas.deliveriesSchema))
      .reply;
    return reading(request, 200, () => orders.map(understand));
  }

  /** Changes after `startRevision`, which may lie three hours back. */
  async deliveriesByRevision(
    credential: PosCredential,
    organizationIds: readonly string[],
    startRevision: number,
  ) {
    const request = {
      path: "/api/1/deliveries/by_revision",
      body: { organizationIds, startRevision },
      ...FEED,
    };
    return (await this.transport.post(credential, request, schemas.deliveryFeedSchema)).reply;
  }

  /** @param period at most 24 hours, in the wall clock of the organizations */
  async deliveriesByDate(
    credential: PosCredential,
    organizationIds: readonly string[],
    period: { readonly deliveryDateFrom: string; readonly deliveryDateTo: string },
  ) {
    const path = "/api/1/deliveries/by_delivery_date_and_status";
    const request = { path, body: { organizationIds, ...period }, ...FEED };
    return (await this.transport.post(credential, request, schemas.deliveryFeedSchema)).reply;
  }

  async cancelCauses(credential: PosCredential, organizationId: string) {
    const body = { organizationIds: [organizationId] };
    return this.read(credential, "/api/1/cancel_causes", body, schemas.cancelCausesSchema);
  }

  async cancelDelivery(
    credential: PosCredential,
    body: {
      organizationId: string;
      orderId: string;
      cancelCauseId?: string;
      cancelComment: string;
    },
    guard?: CallGuard,
  ) {
    const request = { path: "/api/1/deliveries/cancel", body, mutates: true, guard };
    return (await this.transport.post(credential, request, schemas.acknowledgedSchema)).exchange;
  }

  /** What became of a call that only passes a command on to the till. */
  async commandStatus(credential: PosCredential, organizationId: string, correlationId: string) {
    const body = { organizationId, correlationId };
    return this.read(credential, "/api/1/commands/status", body, schemas.commandStatusSchema);
  }

  /** HTTP 400 for a phone the programme does not know. @param urgent an order waits for it */
  async customerByPhone(
    credential: PosCredential,
    organizationId: string,
    phone: string,
    urgent: boolean,
  ) {
    const body = { type: "phone", phone, organizationId };
    const request = { path: "/api/1/loyalty/iiko/customer/info", body, urgent };
    return (await this.transport.post(credential, request, schemas.customerSchema)).reply;
  }

  /** @param period in UTC; pages count from 0 */
  async customerTransactions(
    credential: PosCredential,
    organizationId: string,
    period: {
      readonly customerId: string;
      readonly dateFrom: string;
      readonly dateTo: string;
      readonly pageNumber: number;
      readonly pageSize: number;
    },
  ) {
    const path = "/api/1/loyalty/iiko/customer/transactions/by_date";
    return this.read(credential, path, { organizationId, ...period }, schemas.transactionsSchema);
  }

  /**
   * In whatever series; unknown codes come as an empty list. @param last it goes after all others
   * of its group
   */
  async couponInfo(
    credential: PosCredential,
    organizationId: string,
    number: string,
    last: boolean,
  ) {
    const request = {
      path: "/api/1/loyalty/iiko/coupons/info",
      body: { number, organizationId },
      last,
    };
    return (await this.transport.post(credential, request, schemas.couponsSchema)).reply;
  }

  /** Reads only: no order is made of it. */
  async calculateLoyalty(
    credential: PosCredential,
    asked: Pick<IikoCreateDelivery, "organizationId" | "terminalGroupId" | "order">,
  ) {
    const body = {
      ...asked,
      availablePaymentMarketingCampaignIds: [],
      isLoyaltyTraceEnabled: false,
    };
    return this.read(credential, "/api/1/loyalty/iiko/calculate", body, schemas.calculationSchema);
  }

  /** A transaction id that was used before holds nothing more. */
  async holdMoney(
    credential: PosCredential,
    body: {
      organizationId: string;
      transactionId: string;
      customerId: string;
      walletId: string;
      sum: number;
    },
    guard?: CallGuard,
  ): Promise<void> {
    const path = "/api/1/loyalty/iiko/customer/wallet/hold";
    await this.transport.post(
      credential,
      { path, body, mutates: true, guard },
      schemas.acknowledgedSchema,
    );
  }

  async cancelHold(
    credential: PosCredential,
    organizationId: string,
    transactionId: string,
  ): Promise<void> {
    const request = {
      path: "/api/1/loyalty/iiko/customer/wallet/cancel_hold",
      body: { transactionId, organizationId },
      mutates: true,
    };
    await this.transport.post(credential, request, schemas.acknowledgedSchema);
  }

  async webhookSettings(credential: PosCredential, organizationId: string) {
    return this.read(
      credential,
      "/api/1/webhooks/settings",
      { organizationId },
      schemas.webhookSettingsSchema,
    );
  }

  /** One registration per key and organization: this overwrites address, token and filter. */
  async updateWebhookSettings(
    credential: PosCredential,
    body: {
      organizationId: string;
      webHooksUri: string;
      authToken: string;
      webHooksFilter: object;
    },
  ): Promise<void> {
    const request = { path: "/api/1/webhooks/update_settings", body, mutates: true };
    await this.transport.post(credential, request, schemas.acknowledgedSchema);
  }

  private async read<Reply>(
    credential: PosCredential,
    path: string,
    body: object,
    schema: z.ZodType<Reply>,
  ) {
    return (await this.transport.post(credential, { path, body }, schema)).reply;
  }

  private async menu(credential: PosCredential, path: string, body: object): Promise<Buffer> {
    return this.transport.download(credential, { path, body, ...MENU });
  }
}
