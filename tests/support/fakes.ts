import { type PackedPosMenu, type PosMenu } from "../../src/domain/catalogue/pos-menu";
import { type SaleHours, SOLD_ALWAYS } from "../../src/domain/catalogue/sale-hours";
import { type TerminalGroupStopList } from "../../src/domain/catalogue/stop-list";
import { type PosDeliveryTerms } from "../../src/domain/delivery/pos-delivery-terms";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { type OrderTicket } from "../../src/domain/ticket/order-ticket";
import { PosUnavailable } from "../../src/errors";
import { type WholePos } from "../../src/ports/pos/pos";
import { type PosBranch } from "../../src/ports/pos/pos-branch";
import { type PosChanges } from "../../src/ports/pos/pos-changes";
import { type PosCoupon } from "../../src/ports/pos/pos-coupons";
import {
  type PosOrderUpdate,
  type ReportedFailure,
  type Submission,
} from "../../src/ports/pos/pos-orders";
import { type WebhookRegistration } from "../../src/ports/pos/pos-webhooks";
import { packedPosMenu } from "./a-pos-menu";
import { aPosOrderUpdate } from "./a-pos-order-update";
import { FakeLoyalty } from "./fake-loyalty";
import { FakeRestaurant } from "./fake-restaurant";

/**
 * An error is thrown before any work; "lost" does the work and loses the answer; "pending" leaves
 * the till undecided.
 */
export type ScriptedSubmission = Error | "lost" | "pending";

/**
 * A working POS in memory. Set what it should answer; when `failure` is set, every call throws it.
 */
export class FakePos
  extends FakeRestaurant
  implements Omit<WholePos, "orderRules" | "marketingSources">
{
  menuCalls = 0;
  posMenu: PosMenu | undefined;
  saleHours: SaleHours = SOLD_ALWAYS;
  weighed: readonly string[] = [];
  readonly orders = new Map<string, PosOrderUpdate>();
  /** What the next submissions and probes do, one entry each; after that they succeed. */
  readonly nextSubmissions: ScriptedSubmission[] = [];
  readonly nextLooks: (Error | "absent")[] = [];
  /** Every order that was submitted, including duplicates, and how often an order was probed. */
  readonly submitted: OrderTicket[] = [];
  looks = 0;
  polls = 0;
  seeds = 0;
  oldestPlace = 0;
  readonly notDue = new Set<string>();
  readonly changes: PosOrderUpdate[] = [];
  /** Every order whose cancellation was requested, and whether the till cancels it. */
  readonly cancelled: string[] = [];
  cancels = true;
  refusesToCancel: ReportedFailure | "UNDECIDED" | null = null;
  webhookUrl: string | null = null;
  /** By organization id; the others have empty ones. */
  readonly knownStopLists = new Map<string, TerminalGroupStopList[]>();
  /** The organizations of each query for stop lists. */
  readonly stopListCalls: (readonly string[])[] = [];
  /** By organization id; it returns nothing for the others. */
  readonly knownTerms = new Map<string, PosDeliveryTerms>();
  /** The organizations of each query for delivery terms. */
  readonly termsCalls: (readonly string[])[] = [];
  readonly loyalty = new FakeLoyalty();
  readonly couponCalls: string[] = [];

  clockAheadMs(): number | null {
    return null;
  }

  menu(): Promise<PackedPosMenu> {
    this.menuCalls += 1;
    return this.answer(() => {
      if (!this.posMenu) throw new Error("Set posMenu first");
      return packedPosMenu(this.posMenu, this);
    });
  }

  stopLists(
    _credential: unknown,
    organizationIds: readonly string[],
  ): Promise<Map<string, TerminalGroupStopList[]>> {
    this.stopListCalls.push(organizationIds);
    return this.answer(
      () => new Map(organizationIds.map((id) => [id, this.knownStopLists.get(id) ?? []])),
    );
  }

  deliveryTerms(
    _credential: unknown,
    organizationIds: readonly string[],
  ): Promise<Map<string, PosDeliveryTerms>> {
    this.termsCalls.push(organizationIds);
    const isAsked = ([id]: readonly [string, unknown]) => organizationIds.includes(id);
    return this.answer(() => new Map([...this.knownTerms].filter(isAsked)));
  }

  submitOrder(branch: PosBranch, ticket: OrderTicket): Promise<Submission> {
    this.submitted.push(ticket);
    return this.answer(() => {
      const script = this.nextSubmissions.shift();
      if (script instanceof Error) throw script;
      const existed = this.orders.get(ticket.posOrderId);
      if (!existed) this.know(ticket.posOrderId, branch.organizationId, script);
      if (script === "lost") throw new PosUnavailable("socket hang up");
      const pending = this.orders.get(ticket.posOrderId)?.creation === "pending";
      const exchange = {
        correlationId: null,
        request: { id: ticket.posOrderId },
        response: { ok: true },
      };
      return { kind: pending ? "pending" : "created", existed: existed !== undefined, exchange };
    });
  }

  findOrders(
    _credential: unknown,
    organizationId: string,
    posOrderIds: readonly string[],
  ): Promise<PosOrderUpdate[]> {
    this.looks += 1;
    return this.answer(() => {
      const script = this.nextLooks.shift();
      if (script instanceof Error) throw script;
      if (script === "absent") return [];
      return [...this.orders.values()].filter(
        (order) =>
          order.organizationId === organizationId && posOrderIds.includes(order.posOrderId),
      );
    });
  }

  /**
   * Places are numbers: how many changes there have been. A place before `oldestPlace` is too old.
   */
  orderChanges(
    _credential: unknown,
    organizationIds: readonly string[],
    place: string,
  ): Promise<PosChanges | null> {
    this.polls += 1;
    return this.answer(() => {
      if (Number(place) < this.oldestPlace) return null;
      const updates = this.changes
        .slice(Number(place))
        .filter((each) => organizationIds.includes(each.organizationId));
      return { updates, place: String(this.changes.length) };
    });
  }

  /** Ignores dates: every order that is not in `notDue` is due. */
  ordersDue(
    _credential: unknown,
    organizations: readonly { readonly organizationId: string }[],
  ): Promise<PosChanges> {
    this.seeds += 1;
    return this.answer(() => {
      const ids = organizations.map(({ organizationId }) => organizationId);
      const updates = [...this.orders.values()].filter(
        (each) => ids.includes(each.organizationId) && !this.notDue.has(each.posOrderId),
      );
      return { updates, place: String(this.changes.length) };
    });
  }

  /** Applies the till's decision on an order that it knows. */
  decide(posOrderId: string, changes: Partial<PosOrderUpdate>): PosOrderUpdate {
    const known = this.orders.get(posOrderId);
    if (!known) throw new Error(`The POS does not know ${posOrderId}`);
    const update = { ...known, timestamp: known.timestamp + 1, ...changes };
    this.orders.set(posOrderId, update);
    this.changes.push(update);
    return update;
  }

  cancelOrder(_key: unknown, _place: string, posOrderId: string): Promise<string | null> {
    return this.answer(() => {
      this.cancelled.push(posOrderId);
      if (this.cancels)
        this.decide(posOrderId, { status: OrderStatus.CANCELLED, rawStatus: "Cancelled" });
      return "receipt";
    });
  }
  loyaltyWallets = () => this.answer(() => this.loyalty.wallets());
  loyaltyAccount = (_key: unknown, _organizationId: string, phone: string) =>
    this.answer(() => this.loyalty.account(phone));
  coupon(_credential: unknown, _organizationId: string, code: string): Promise<PosCoupon | null> {
    this.couponCalls.push(code);
    return this.answer(() => this.loyalty.coupon(code));
  }

  loyaltyQuote: WholePos["loyaltyQuote"] = (...[, ticket]) =>
    this.answer(() => this.loyalty.quote(ticket));
  holdPoints: WholePos["holdPoints"] = (...[, , hold]) =>
    this.answer(() => this.loyalty.hold(hold));
  cancelHold: WholePos["cancelHold"] = (...[, , holdId]) =>
    this.answer(() => this.loyalty.cancelHold(holdId));
  loyaltyTransactions: WholePos["loyaltyTransactions"] = (...[, , asked]) =>
    this.answer(() => this.loyalty.page(asked));

  cancellationRefusal(): Promise<ReportedFailure | "UNDECIDED" | null> {
    return this.answer(() => this.refusesToCancel);
  }

  webhookRegistration(): Promise<WebhookRegistration> {
    return this.answer(() => ({ url: this.webhookUrl }));
  }

  registerWebhook(_credential: unknown, _organizationId: string, url: string): Promise<void> {
    return this.answer(() => {
      this.webhookUrl = url;
    });
  }

  /** Accepts what JSON.parse returns for a PosOrderUpdate list. */
  parseWebhook(body: unknown): PosOrderUpdate[] {
    return Array.isArray(body) ? (body as PosOrderUpdate[]) : [];
  }

  /** Accepts `{ "stopListOf": "<organization>" }`. */
  tellsOfStopList(body: unknown, organizationId: string): boolean {
    return (body as { stopListOf?: string }).stopListOf === organizationId;
  }

  private know(
    posOrderId: string,
    organizationId: string,
    script: ScriptedSubmission | undefined,
  ): void {
    const creation = script === "pending" ? "pending" : "created";
    this.orders.set(posOrderId, aPosOrderUpdate({ posOrderId, organizationId, creation }));
  }
}
