import { type LookupFunction } from "node:net";
import { type OrderTicket } from "../../domain/ticket/order-ticket";
import { type PackedPosMenu } from "../../domain/catalogue/pos-menu";
import { AppError, PosRejected } from "../../errors";
import { type TerminalGroupStopList } from "../../domain/catalogue/stop-list";
import { type CallGuard } from "../../ports/call-guard";
import { type WholePos } from "../../ports/pos/pos";
import { type PosBranch, type PosCredential } from "../../ports/pos/pos-branch";
import {
  type PosDictionaryEntry,
  type PosExternalMenu,
  type PosOrganization,
  type PosPaymentType,
  type PosTerminalGroup,
} from "../../ports/pos/pos-directory";
import { type Submission } from "../../ports/pos/pos-orders";
import { type WebhookRegistration } from "../../ports/pos/pos-webhooks";
import { cancelDelivery, cancellationRefusal } from "./orders/cancel-delivery";
import { IikoClient } from "./iiko-client";
import { isDuplicateOrder } from "./reasons/iiko-error";
import { type IikoOrderInfo } from "./iiko-schemas";
import { type IikoSharing, IikoTransport } from "./connection/iiko-transport";
import { parseWebhook, tellsOfStopList } from "./webhooks/iiko-webhook";
import { toIikoOrder } from "./orders/map-order";
import { toPosOrderUpdate } from "./orders/map-status";
import { toStopLists } from "./menu/map-stop-lists";
import { adopted, toSubmission } from "./orders/map-submission";
import { toPosTerminalGroups } from "./directory/map-terminal-groups";
import { MenuReader } from "./menu/menu-reader";
import { readMenu } from "./menu/menu-source";
import { OrderFeed } from "./orders/order-feed";
import { type OrderLookUp, OrderLookUps } from "./orders/order-look-ups";
import { LoyaltyProgramme } from "./loyalty/loyalty-programme";
import { readMarketingSources, readOrderRules } from "./directory/order-rules";
import { OrderSettings } from "./orders/order-settings";
import { WEBHOOK_FILTER } from "./webhooks/webhook-filter";
import { withoutWordsOf } from "./orders/without-words";

export interface IikoPosOptions {
  /** https://api-ru.iiko.services, or the sandbox. */
  readonly baseUrl: string;
  readonly clock?: () => Date;
  readonly sharing: IikoSharing;
  /**
   * How much longer than iiko's own limit (15 s) an answer is waited for, in milliseconds; default
   * 5000.
   */
  readonly graceMs?: number;
  /** How the host is found; the system's way when left out. */
  readonly lookup?: LookupFunction | undefined;
}

/** iiko through its Cloud API. One instance serves all keys; `close` drops its idle connections. */
export class IikoPos implements WholePos {
  private readonly transport: IikoTransport;
  private readonly client: IikoClient;
  private readonly orderSettings: OrderSettings;
  private readonly lookUps: OrderLookUps;
  private readonly feed: OrderFeed;
  private readonly loyalty: LoyaltyProgramme;
  private readonly menuReader = new MenuReader();
  private readonly clock: () => Date;

  constructor({ baseUrl, clock = () => new Date(), sharing, graceMs, lookup }: IikoPosOptions) {
    this.clock = clock;
    this.transport = new IikoTransport({ baseUrl, clock, sharing, graceMs, lookup });
    this.client = new IikoClient(this.transport);
    this.orderSettings = new OrderSettings(this.client, clock);
    this.feed = new OrderFeed(this.client, clock);
    this.loyalty = new LoyaltyProgramme(this.client);
    this.lookUps = new OrderLookUps((...asked) => this.readOrders(...asked));
  }

  async organizations(credential: PosCredential): Promise<PosOrganization[]> {
    const { organizations } = await this.client.organizations(credential);
    return organizations.map(({ id, name }) => ({ posId: id, name }));
  }

  async terminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<PosTerminalGroup[]> {
    if (organizationIds.length === 0) return [];
    const [all, granted] = await Promise.all([
      this.client.terminalGroups(credential, organizationIds, true),
      this.client.terminalGroups(credential, organizationIds, false),
    ]);
    const visible = new Set(toPosTerminalGroups(granted).map(({ posId }) => posId));
    return toPosTerminalGroups(all).map((group) => ({
      ...group,
      visible: visible.has(group.posId),
    }));
  }

  async visibleTerminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<PosTerminalGroup[]> {
    if (organizationIds.length === 0) return [];
    return toPosTerminalGroups(
      await this.client.terminalGroups(credential, organizationIds, false),
    );
  }

  async liveTerminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
    terminalGroupIds: readonly string[],
  ): Promise<Set<string>> {
    if (terminalGroupIds.length === 0) return new Set();
    // A group unknown to iiko is missing from the answer, which reads as not alive.
    const { isAliveStatus } = await this.client.isAlive(
      credential,
      organizationIds,
      terminalGroupIds,
    );
    return new Set(
      isAliveStatus.filter(({ isAlive }) => isAlive).map(({ terminalGroupId }) => terminalGroupId),
    );
  }

  async externalMenus(credential: PosCredential): Promise<PosExternalMenu[]> {
    const { externalMenus, priceCategories } = await this.client.externalMenus(credential);
    const categories = priceCategories.map(({ id, name }) => ({ posId: id, name, kind: null }));
    return externalMenus.map(({ id, name }) => ({ posId: id, name, priceCategories: categories }));
  }

  async paymentTypes(credential: PosCredential, organizationId: string): Promise<PosPaymentType[]> {
    const { paymentTypes } = await this.client.paymentTypes(credential, organizationId);
    return paymentTypes
      .filter(({ isDeleted }) => !isDeleted)
      .map(({ id, name, paymentTypeKind, paymentProcessingType }) => ({
        ...{ posId: id, name, kind: paymentTypeKind },
        mayBeExternal: paymentProcessingType === null ? null : paymentProcessingType !== "Internal",
      }));
  }

  async discounts(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, PosDictionaryEntry[]>> {
    if (organizationIds.length === 0) return new Map();
    const { discounts } = await this.client.discounts(credential, organizationIds);
    return new Map(
      discounts.map(({ organizationId, items }) => [
        organizationId,
        items
          .filter(({ isDeleted }) => !isDeleted)
          .map(({ id, name, mode }) => ({ posId: id, name, kind: mode })),
      ]),
    );
  }

  async orderTypes(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, PosDictionaryEntry[]>> {
    if (organizationIds.length === 0) return new Map();
    const { orderTypes } = await this.client.orderTypes(credential, organizationIds);
    return new Map(
      orderTypes.map(({ organizationId, items }) => [
        organizationId,
        items
          .filter(({ isDeleted }) => !isDeleted)
          .map(({ id, name, orderServiceType }) => ({ posId: id, name, kind: orderServiceType })),
      ]),
    );
  }

  orderRules: WholePos["orderRules"] = (...asked) => readOrderRules(this.client, ...asked);
  marketingSources: WholePos["marketingSources"] = (...asked) =>
    readMarketingSources(this.client, ...asked);

  clockAheadMs: WholePos["clockAheadMs"] = () => this.transport.clockAheadMs();

  menu(branch: PosBranch): Promise<PackedPosMenu> {
    return readMenu(this.client, this.menuReader, branch);
  }

  async stopLists(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, TerminalGroupStopList[]>> {
    if (organizationIds.length === 0) return new Map();
    return toStopLists(await this.client.stopLists(credential, organizationIds));
  }

  submitOrder: WholePos["submitOrder"] = (...asked) =>
    withoutWordsOf(asked[1], () => this.submit(...asked));

  private async submit(
    branch: PosBranch,
    ticket: OrderTicket,
    guard?: CallGuard,
  ): Promise<Submission> {
    const { credential, organizationId } = branch;
    const settings = await this.orderSettings.of(
      credential,
      organizationId,
      ticket.payments.length > 0,
    );
    try {
      const [body, turn] = [
        toIikoOrder(ticket, branch, settings, this.clock()),
        { guard, placeAt: ticket.placeAt },
      ];
      return await this.client.createDelivery(credential, body, turn, ({ reply, exchange }) =>
        toSubmission(reply.orderInfo, organizationId, exchange),
      );
    } catch (error) {
      if (!(error instanceof PosRejected) || !isDuplicateOrder(error.posCode, error.message))
        throw error;
      return this.adopt(branch, ticket.posOrderId, error);
    }
  }

  findOrders: WholePos["findOrders"] = (...asked) => this.lookUps.find(...asked);
  orderChanges: WholePos["orderChanges"] = (...asked) => this.feed.changes(...asked);
  ordersDue: WholePos["ordersDue"] = (...asked) => this.feed.due(...asked);
  cancelOrder: WholePos["cancelOrder"] = (...asked) => cancelDelivery(this.client, ...asked);
  cancellationRefusal: WholePos["cancellationRefusal"] = (...asked) =>
    cancellationRefusal(this.client, ...asked);
  loyaltyAccount: WholePos["loyaltyAccount"] = (...asked) => this.loyalty.account(...asked);
  coupon: WholePos["coupon"] = (...asked) => this.loyalty.coupon(...asked);
  loyaltyQuote: WholePos["loyaltyQuote"] = (...asked) => this.loyalty.quote(...asked);
  holdPoints: WholePos["holdPoints"] = (...asked) => this.loyalty.hold(...asked);
  cancelHold: WholePos["cancelHold"] = (...asked) => this.loyalty.cancelHold(...asked);
  loyaltyTransactions: WholePos["loyaltyTransactions"] = (...asked) =>
    this.loyalty.transactions(...asked);

  async webhookRegistration(
    credential: PosCredential,
    organizationId: string,
  ): Promise<WebhookRegistration> {
    return { url: (await this.client.webhookSettings(credential, organizationId)).webHooksUri };
  }

  async registerWebhook(
    credential: PosCredential,
    organizationId: string,
    url: string,
    token: string,
  ): Promise<void> {
    const body = {
      organizationId,
      webHooksUri: url,
      authToken: token,
      webHooksFilter: WEBHOOK_FILTER,
    };
    await this.client.updateWebhookSettings(credential, body);
  }

  parseWebhook: WholePos["parseWebhook"] = parseWebhook;
  tellsOfStopList: WholePos["tellsOfStopList"] = tellsOfStopList;

  close(): void {
    this.transport.close();
  }

  private async readOrders(credential: PosCredential, lookUp: OrderLookUp) {
    const understand = (order: IikoOrderInfo) => toPosOrderUpdate(order, lookUp.organizationId);
    return this.client.deliveriesById(credential, lookUp, understand);
  }

  /** iiko has an order of this id: what became of that one is the answer. */
  private async adopt(
    { credential, organizationId }: PosBranch,
    posOrderId: string,
    duplicate: PosRejected,
  ): Promise<Submission> {
    const found = await this.findOrders(credential, organizationId, [posOrderId]).catch(
      (error: unknown) => {
        if (error instanceof AppError) return [];
        throw error;
      },
    );
    return adopted(found, posOrderId, duplicate);
  }
}
