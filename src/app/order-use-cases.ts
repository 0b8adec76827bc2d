import { type FallbackKind } from "../entities/branches/branch-settings";
import { type DataSource } from "typeorm";
import { type FallbackChannel } from "../ports/fallback-channel";
import { type Clock } from "../ports/clock";
import { type EventFeed } from "../ports/event-feed";
import { type JobQueue } from "../ports/job-queue";
import { NO_ORDER_METER } from "../ports/order-meter";
import { type PosMeter } from "../ports/pos-meter";
import { Transactions } from "../postgres/transaction";
import { type ExpectStopList } from "../services/catalogue/stop-lists/expect-stop-list";
import { AlertLateOrders, type LateOrder } from "../services/fallback/alert-late-orders";
import { type SaveBranchSettings } from "../services/branches/settings/save-branch-settings";
import { ChannelPaces } from "../services/fallback/channel-paces";
import { ClaimDelivery } from "../services/fallback/claim-delivery";
import { EndDeliveries } from "../services/fallback/end-deliveries";
import { FollowMovedTarget, type MovedTarget } from "../services/fallback/follow-moved-target";
import { PutOffDelivery } from "../services/fallback/put-off-delivery";
import { WriteOrderMessages } from "../services/fallback/write-order-messages";
import { FollowFallbackLink } from "../services/fallback/follow-fallback-link";
import { CancelHold } from "../services/loyalty/cancel-hold";
import { CancelInPos } from "../services/orders/operate/cancel-in-pos";
import { CancelOrder } from "../services/orders/operate/cancel-order";
import { CountWaitingOrders } from "../services/orders/read/count-waiting-orders";
import { ExportOrders } from "../services/orders/read/export-orders";
import { FindOrderFigures } from "../services/orders/read/find-order-figures";
import { FindOrderFlow } from "../services/orders/read/find-order-flow";
import { FindAttention } from "../services/orders/read/find-attention";
import { FindOrders } from "../services/orders/read/find-orders";
import { MarkEnteredByHand } from "../services/orders/operate/mark-entered-by-hand";
import { ResealCredentials } from "../services/pos/reseal-credentials";
import { ClaimOrder } from "../services/orders/operate/claim-order";
import { ReleaseOrder } from "../services/orders/operate/release-order";
import { RetryDeadLetters } from "../services/orders/operate/retry-dead-letters";
import { RenewTrackingToken } from "../services/orders/operate/renew-tracking-token";
import { RetryOrder } from "../services/orders/operate/retry-order";
import { TellPeople } from "../services/fallback/tell-people";
import { AttemptGuards } from "../services/orders/inject/attempt-guards";
import { ConfirmSubmission } from "../services/orders/inject/confirm-submission";
import { type ReportUnexpected } from "../services/orders/session/unexpected";
import { CountFailure } from "../services/orders/inject/count-failure";
import { FindOrder } from "../services/orders/read/find-order";
import { FinishAttempt } from "../services/orders/inject/finish-attempt";
import { ForgetOld } from "../services/privacy/forget-old";
import { EraseCustomer } from "../services/privacy/erase-customer";
import { EraseOldOrders } from "../services/privacy/erase-old-orders";
import { ExportCustomer } from "../services/privacy/export-customer";
import { HoldPoints } from "../services/orders/inject/hold-points";
import { LeaveFormerPlace } from "../services/orders/inject/leave-former-place";
import { CatchUpOrder } from "../services/orders/status/catch-up-order";
import { PlanPolls } from "../services/orders/status/plan-polls";
import { PollOrders } from "../services/orders/status/poll-orders";
import { RecordPosUpdate } from "../services/orders/status/record-pos-update";
import { ParseWebhooks } from "../services/orders/status/parse-webhooks";
import { type LostOrganizations } from "../services/pos/lost-organizations";
import { type ConnectedBranches } from "../services/pos/connected-branches";
import { ProcessWebhookInbox } from "../services/orders/status/process-webhook-inbox";
import { RecordWebhook } from "../services/orders/status/record-webhook";
import { OrderSessions } from "../services/orders/session/order-session";
import { SentOrders } from "../services/orders/session/sent-orders";
import { ReconcileUpdates } from "../services/orders/status/reconcile-updates";
import { SendOrder } from "../services/orders/inject/send-order";
import { StartAttempts } from "../services/orders/inject/start-attempts";

import { CHANNELS } from "../vendors";
import { type CheckoutParts, createCheckoutUseCases } from "./checkout-use-cases";

interface Parts extends CheckoutParts {
  readonly jobs: JobQueue;
  readonly feed: EventFeed;
  readonly connectedBranches: ConnectedBranches;
  readonly lostOrganizations: LostOrganizations;
  readonly channels: Partial<Record<FallbackKind, FallbackChannel>>;
  readonly posMeter?: PosMeter | undefined;
  /** Between two polls of a key with orders under way; 0: nothing is polled. */
  readonly pollEverySeconds: number;
  /** How long the events of finished orders are kept; 0: for ever. */
  readonly retentionDays: number;
  /** How long orders keep their guests; 0: for ever. */
  readonly orderRetentionDays: number;
  readonly expectStopList: ExpectStopList;
  /** Where the links in messages lead to. */
  readonly linkUrl: string;
  readonly reportUnexpected?: ReportUnexpected | undefined;
  readonly saveBranchSettings: Pick<SaveBranchSettings, "execute">;
  /** Of the pace of channels, for tests; the database's clock when left out. */
  readonly paceClock?: Clock | undefined;
  readonly reportMovedTarget?: ((moved: MovedTarget) => void) | undefined;
  readonly reportLateOrder?: ((late: LateOrder) => void) | undefined;
}

/** An order's way from the guest to the till and to the door. */
export function createOrderUseCases(given: Omit<Parts, "transactions">) {
  const { db, connections, lostOrganizations, jobs, feed, secrets, clock, expectStopList } = given;
  const transactions = new Transactions(db, jobs, feed);
  const parts = { ...given, transactions };
  const report = parts.reportUnexpected ?? (() => undefined);
  const { orderMeter: meter = NO_ORDER_METER, posMeter } = parts;
  const sessions = new OrderSessions({ transactions, meter, posMeter });
  const sentOrders = new SentOrders(db, connections);
  const injection = createInjection(parts, sessions, sentOrders, report);
  const { recordPosUpdate } = injection;
  const reconcileUpdates = new ReconcileUpdates({ db, transactions, recordPosUpdate });
  const parseWebhooks = new ParseWebhooks({ connections, expectStopList, clock });
  return {
    ...createCheckoutUseCases(parts),
    findOrder: new FindOrder(db, secrets),
    ...injection,
    ...createForgetting(parts),
    planPolls: new PlanPolls({
      db,
      connections,
      jobs,
      clock,
      everySeconds: parts.pollEverySeconds,
    }),
    catchUpOrder: new CatchUpOrder({ db, transactions, sentOrders, reconcileUpdates }),
    pollOrders: new PollOrders({
      db,
      connections,
      lostOrganizations,
      reconcileUpdates,
      clock,
      report,
    }),
    tellPeople: createTellPeople(parts, sessions, report),
    alertLateOrders: new AlertLateOrders({
      db,
      sessions,
      clock,
      report: parts.reportLateOrder ?? (() => undefined),
      reportUnexpected: report,
    }),
    cancelOrder: new CancelOrder({ db, sessions, clock }),
    cancelInPos: new CancelInPos({
      db,
      transactions,
      sessions,
      sentOrders,
      recordPosUpdate,
      clock,
      report,
    }),
    cancelHold: new CancelHold({ db, sentOrders, jobs, clock }),
    claimOrder: new ClaimOrder({ db, sessions, clock }),
    releaseOrder: new ReleaseOrder({ db, sessions, clock }),
    ...createReading(db, clock),
    renewTrackingToken: new RenewTrackingToken({ db, sessions, secrets }),
    retryOrder: new RetryOrder({ db, sessions, clock }),
    retryDeadLetters: new RetryDeadLetters({ db, sessions, clock }),
    markEnteredByHand: new MarkEnteredByHand({ db, sessions, clock }),
    followFallbackLink: new FollowFallbackLink({ db, sessions, secrets, vendors: CHANNELS, clock }),
    recordWebhook: new RecordWebhook({
      db,
      transactions,
      connections,
      parseWebhooks,
      reconcileUpdates,
    }),
    processWebhookInbox: new ProcessWebhookInbox({ ...parts, parseWebhooks, recordPosUpdate }),
  };
}

/** What operators look at. */
function createReading(db: DataSource, clock: Clock) {
  const findOrders = new FindOrders(db, clock);
  return {
    findOrders,
    findAttention: new FindAttention(db, clock),
    countWaitingOrders: new CountWaitingOrders(db, clock),
    findOrderFlow: new FindOrderFlow(db, clock),
    findOrderFigures: new FindOrderFigures(db),
    exportOrders: new ExportOrders({ db, findOrders, clock }),
  };
}

/** What is not kept of orders and their guests, and what of it guests may have. */
function createForgetting(parts: Parts) {
  const { db, feed, jobs, clock, secrets, lostOrganizations, orderRetentionDays, retentionDays } =
    parts;
  const eraseOldOrders = new EraseOldOrders({ db, feed, orderRetentionDays });
  const resealCredentials = new ResealCredentials(db, secrets);
  return {
    forgetOld: new ForgetOld({
      db,
      jobs,
      clock,
      lostOrganizations,
      eraseOldOrders,
      resealCredentials,
      retentionDays,
    }),
    eraseCustomer: new EraseCustomer({ db, feed, clock }),
    exportCustomer: new ExportCustomer(db),
  };
}

/** The way into the till, and what the till says of it. */
function createInjection(
  { db, transactions, connections, clock }: Parts,
  sessions: OrderSessions,
  sentOrders: SentOrders,
  report: ReportUnexpected,
) {
  const countFailure = new CountFailure({ sessions, clock });
  const holdPoints = new HoldPoints({ db, sessions, clock });
  const finishAttempt = new FinishAttempt({ sessions, clock });
  const startAttempts = new StartAttempts({ sessions, connections, clock });
  const leaveFormerPlace = new LeaveFormerPlace({ sessions, clock });
  const recordPosUpdate = new RecordPosUpdate({ transactions, sessions, clock });
  const sending = {
    connections,
    sentOrders,
    leaveFormerPlace,
    holdPoints,
    startAttempts,
    finishAttempt,
  };
  const outcomes = { recordPosUpdate, countFailure, report };
  const confirming = { db, sentOrders, recordPosUpdate, sessions, clock, report };
  return {
    recordPosUpdate,
    sendOrder: new SendOrder({ ...sending, ...outcomes, attemptGuards: new AttemptGuards(db) }),
    confirmSubmission: new ConfirmSubmission(confirming),
  };
}

function createTellPeople(
  parts: Parts,
  sessions: OrderSessions,
  report: ReportUnexpected,
): TellPeople {
  const { db, transactions, channels, secrets, clock, linkUrl, saveBranchSettings } = parts;
  const paces = new ChannelPaces(db, parts.paceClock);
  const writeOrderMessages = new WriteOrderMessages(secrets, clock, linkUrl, report);
  const reportMoved = parts.reportMovedTarget ?? (() => undefined);
  return new TellPeople({
    db,
    transactions,
    channels,
    paces,
    clock,
    report,
    claimDelivery: new ClaimDelivery({ transactions, sessions, paces, writeOrderMessages, clock }),
    endDeliveries: new EndDeliveries({ sessions, paces, vendors: CHANNELS, clock }),
    putOffDelivery: new PutOffDelivery({ sessions, vendors: CHANNELS, clock }),
    followMovedTarget: new FollowMovedTarget({
      db,
      sessions,
      saveBranchSettings,
      vendors: CHANNELS,
      clock,
      report: reportMoved,
    }),
  });
}
