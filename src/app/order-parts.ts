import { type FallbackKind } from "../entities/branches/branch-settings";
import { type Clock } from "../ports/clock";
import { type EventFeed } from "../ports/event-feed";
import { type FallbackChannel } from "../ports/fallback-channel";
import { type JobQueue } from "../ports/job-queue";
import { NO_ORDER_METER } from "../ports/order-meter";
import { type PosMeter } from "../ports/pos-meter";
import { Transactions } from "../postgres/transaction";
import { type SaveBranchSettings } from "../services/branches/settings/save-branch-settings";
import { type ExpectStopList } from "../services/catalogue/stop-lists/expect-stop-list";
import { type LateOrder } from "../services/fallback/alert-late-orders";
import { type MovedTarget } from "../services/fallback/follow-moved-target";
import { OrderSessions } from "../services/orders/session/order-session";
import { SentOrders } from "../services/orders/session/sent-orders";
import { type ReportUnexpected } from "../services/orders/session/unexpected";
import { type ConnectedBranches } from "../services/pos/connected-branches";
import { type LostOrganizations } from "../services/pos/lost-organizations";
import { type CheckoutParts } from "./checkout-use-cases";

/** External dependencies of the work on orders. */
export interface GivenParts extends Omit<CheckoutParts, "transactions"> {
  readonly jobs: JobQueue;
  readonly feed: EventFeed;
  readonly connectedBranches: ConnectedBranches;
  readonly lostOrganizations: LostOrganizations;
  readonly channels: Partial<Record<FallbackKind, FallbackChannel>>;
  readonly posMeter?: PosMeter | undefined;
  /** Interval between two polls of a key with orders under way; 0: no polling. */
  readonly pollEverySeconds: number;
  /** How long the events of finished orders are kept; 0: indefinitely. */
  readonly retentionDays: number;
  /** How long orders keep their guests' data; 0: indefinitely. */
  readonly orderRetentionDays: number;
  readonly expectStopList: ExpectStopList;
  /** Base URL of the links in messages. */
  readonly linkUrl: string;
  readonly reportUnexpected?: ReportUnexpected | undefined;
  readonly saveBranchSettings: Pick<SaveBranchSettings, "execute">;
  /** Clock for the pace of channels, for tests; defaults to the database's clock. */
  readonly paceClock?: Clock | undefined;
  readonly reportMovedTarget?: ((moved: MovedTarget) => void) | undefined;
  readonly reportLateOrder?: ((late: LateOrder) => void) | undefined;
}

/** The same, plus everything that this work shares. */
export interface OrderParts extends GivenParts {
  readonly transactions: Transactions;
  readonly sessions: OrderSessions;
  readonly sentOrders: SentOrders;
  readonly report: ReportUnexpected;
}

export function shareAmongOrders(given: GivenParts): OrderParts {
  const { db, jobs, feed, connections, posMeter, orderMeter: meter = NO_ORDER_METER } = given;
  const transactions = new Transactions(db, jobs, feed);
  return {
    ...given,
    transactions,
    sessions: new OrderSessions({ transactions, meter, posMeter }),
    sentOrders: new SentOrders(db, connections),
    report: given.reportUnexpected ?? (() => undefined),
  };
}
