import { type LookupFunction } from "node:net";

import { type WholePos } from "../../ports/pos/pos";
import { type IikoSharing, IikoTransport } from "./connection/iiko-transport";
import { IikoAddresses, locateAddress } from "./delivery/iiko-addresses";
import { IikoRestrictions, readDeliveryTerms } from "./delivery/iiko-restrictions";
import { IikoStreets, readDeliveryCities, readStreetsOfCity } from "./delivery/iiko-streets";
import { DirectoryReader } from "./directory/directory-reader";
import { IikoDirectory } from "./directory/iiko-directory";
import { readMarketingSources, readOrderRules } from "./directory/order-rules";
import { IikoLoyalty } from "./loyalty/iiko-loyalty";
import { LoyaltyProgramme } from "./loyalty/loyalty-programme";
import { IikoMenus } from "./menu/iiko-menus";
import { toStopLists } from "./menu/map-stop-lists";
import { MenuReader } from "./menu/menu-reader";
import { readMenu } from "./menu/menu-source";
import { cancelDelivery, cancellationRefusal } from "./orders/cancel-delivery";
import { IikoDeliveries } from "./orders/iiko-deliveries";
import { toPosOrderUpdate } from "./orders/map-status";
import { OrderFeed } from "./orders/order-feed";
import { OrderLookUps } from "./orders/order-look-ups";
import { type IikoOrderInfo } from "./orders/order-schemas";
import { OrderSettings } from "./orders/order-settings";
import { OrderSubmission } from "./orders/order-submission";
import { parseWebhook, tellsOfStopList } from "./webhooks/iiko-webhook";
import { IikoWebhooks, WEBHOOK_FILTER } from "./webhooks/iiko-webhooks";

export interface IikoPosOptions {
  /** https://api-ru.iiko.services, or the sandbox. */
  readonly baseUrl: string;
  readonly clock?: () => Date;
  readonly sharing: IikoSharing;
  /**
   * How long to wait for an answer beyond iiko's own limit (15 s), in milliseconds; defaults to
   * 5000.
   */
  readonly graceMs?: number;
  /** How to resolve the host; defaults to the system's resolver. */
  readonly lookup?: LookupFunction | undefined;
}

/** iiko through its Cloud API. One instance serves all keys; `close` drops its idle connections. */
export class IikoPos implements WholePos {
  private readonly transport: IikoTransport;
  private readonly directory: IikoDirectory;
  private readonly deliveries: IikoDeliveries;
  private readonly menus: IikoMenus;
  private readonly restrictions: IikoRestrictions;
  private readonly streets: IikoStreets;
  private readonly addresses: IikoAddresses;
  private readonly webhooks: IikoWebhooks;
  private readonly directoryReader: DirectoryReader;
  private readonly submission: OrderSubmission;
  private readonly lookUps: OrderLookUps;
  private readonly feed: OrderFeed;
  private readonly loyalty: LoyaltyProgramme;
  private readonly menuReader = new MenuReader();

  constructor({ baseUrl, clock = () => new Date(), sharing, graceMs, lookup }: IikoPosOptions) {
    const transport = new IikoTransport({ baseUrl, clock, sharing, graceMs, lookup });
    const deliveries = new IikoDeliveries(transport);
    this.transport = transport;
    this.deliveries = deliveries;
    this.directory = new IikoDirectory(transport);
    this.menus = new IikoMenus(transport);
    this.restrictions = new IikoRestrictions(transport);
    this.streets = new IikoStreets(transport);
    this.addresses = new IikoAddresses(transport);
    this.webhooks = new IikoWebhooks(transport);
    this.directoryReader = new DirectoryReader(this.directory);
    this.loyalty = new LoyaltyProgramme(new IikoLoyalty(transport));
    this.feed = new OrderFeed(deliveries, clock);
    this.lookUps = new OrderLookUps((credential, lookUp) => {
      const understand = (order: IikoOrderInfo) => toPosOrderUpdate(order, lookUp.organizationId);
      return deliveries.deliveriesById(credential, lookUp, understand);
    });
    const settings = new OrderSettings(this.directory, clock);
    const { lookUps } = this;
    this.submission = new OrderSubmission({ client: deliveries, settings, lookUps, clock });
  }

  organizations: WholePos["organizations"] = (...asked) =>
    this.directoryReader.organizations(...asked);
  terminalGroups: WholePos["terminalGroups"] = (...asked) =>
    this.directoryReader.terminalGroups(...asked);
  visibleTerminalGroups: WholePos["visibleTerminalGroups"] = (...asked) =>
    this.directoryReader.visibleTerminalGroups(...asked);
  liveTerminalGroups: WholePos["liveTerminalGroups"] = (...asked) =>
    this.directoryReader.liveTerminalGroups(...asked);
  externalMenus: WholePos["externalMenus"] = (...asked) =>
    this.directoryReader.externalMenus(...asked);
  paymentTypes: WholePos["paymentTypes"] = (...asked) =>
    this.directoryReader.paymentTypes(...asked);
  discounts: WholePos["discounts"] = (...asked) => this.directoryReader.discounts(...asked);
  orderTypes: WholePos["orderTypes"] = (...asked) => this.directoryReader.orderTypes(...asked);
  clockAheadMs: WholePos["clockAheadMs"] = () => this.transport.clockAheadMs();

  orderRules: WholePos["orderRules"] = (...asked) => readOrderRules(this.directory, ...asked);
  marketingSources: WholePos["marketingSources"] = (...asked) =>
    readMarketingSources(this.directory, ...asked);

  menu: WholePos["menu"] = (branch) => readMenu(this.menus, this.menuReader, branch);
  stopLists: WholePos["stopLists"] = async (credential, organizationIds) =>
    organizationIds.length === 0
      ? new Map()
      : toStopLists(await this.menus.stopLists(credential, organizationIds));

  deliveryTerms: WholePos["deliveryTerms"] = (...asked) =>
    readDeliveryTerms(this.restrictions, ...asked);

  deliveryCities: WholePos["deliveryCities"] = (...asked) =>
    readDeliveryCities(this.streets, ...asked);
  streetsOfCity: WholePos["streetsOfCity"] = (...asked) =>
    readStreetsOfCity(this.streets, ...asked);

  locateAddress: WholePos["locateAddress"] = (credential, organizationId, address, point) =>
    locateAddress(this.addresses, credential, { organizationId, address, point });

  submitOrder: WholePos["submitOrder"] = (...asked) => this.submission.execute(...asked);
  findOrders: WholePos["findOrders"] = (...asked) => this.lookUps.find(...asked);
  orderChanges: WholePos["orderChanges"] = (...asked) => this.feed.changes(...asked);
  ordersDue: WholePos["ordersDue"] = (...asked) => this.feed.due(...asked);
  cancelOrder: WholePos["cancelOrder"] = (...asked) => cancelDelivery(this.deliveries, ...asked);
  cancellationRefusal: WholePos["cancellationRefusal"] = (...asked) =>
    cancellationRefusal(this.deliveries, ...asked);

  loyaltyWallets: WholePos["loyaltyWallets"] = (...asked) => this.loyalty.wallets(...asked);
  loyaltyAccount: WholePos["loyaltyAccount"] = (...asked) => this.loyalty.account(...asked);
  coupon: WholePos["coupon"] = (...asked) => this.loyalty.coupon(...asked);
  loyaltyQuote: WholePos["loyaltyQuote"] = (...asked) => this.loyalty.quote(...asked);
  holdPoints: WholePos["holdPoints"] = (...asked) => this.loyalty.hold(...asked);
  cancelHold: WholePos["cancelHold"] = (...asked) => this.loyalty.cancelHold(...asked);
  loyaltyTransactions: WholePos["loyaltyTransactions"] = (...asked) =>
    this.loyalty.transactions(...asked);

  webhookRegistration: WholePos["webhookRegistration"] = async (...asked) => ({
    url: (await this.webhooks.webhookSettings(...asked)).webHooksUri,
  });
  registerWebhook: WholePos["registerWebhook"] = (credential, organizationId, url, token) =>
    this.webhooks.updateWebhookSettings(credential, {
      organizationId,
      webHooksUri: url,
      authToken: token,
      webHooksFilter: WEBHOOK_FILTER,
    });
  parseWebhook: WholePos["parseWebhook"] = parseWebhook;
  tellsOfStopList: WholePos["tellsOfStopList"] = tellsOfStopList;

  close(): void {
    this.transport.close();
  }
}
