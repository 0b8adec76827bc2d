import { AttemptGuards } from "../services/orders/inject/attempt-guards";
import { ConfirmSubmission } from "../services/orders/inject/confirm-submission";
import { CountFailure } from "../services/orders/inject/count-failure";
import { FinishAttempt } from "../services/orders/inject/finish-attempt";
import { HoldPoints } from "../services/orders/inject/hold-points";
import { LeaveFormerPlace } from "../services/orders/inject/leave-former-place";
import { SendOrder } from "../services/orders/inject/send-order";
import { StartAttempts } from "../services/orders/inject/start-attempts";
import { CatchUpOrder } from "../services/orders/status/catch-up-order";
import { ParseWebhooks } from "../services/orders/status/parse-webhooks";
import { PlanPolls } from "../services/orders/status/plan-polls";
import { PollOrders } from "../services/orders/status/poll-orders";
import { PolledKeys } from "../services/orders/status/polled-keys";
import { ProcessWebhookInbox } from "../services/orders/status/process-webhook-inbox";
import { ReconcileUpdates } from "../services/orders/status/reconcile-updates";
import { RecordPosUpdate } from "../services/orders/status/record-pos-update";
import { RecordWebhook } from "../services/orders/status/record-webhook";
import { type OrderParts } from "./order-parts";

/** Submits orders to the POS, and handles what the POS reports about them. */
export function createInjection(parts: OrderParts) {
  const { db, transactions, connections, clock, sessions, sentOrders, report } = parts;
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

/** Learns what became of orders in a POS: by web hooks, and by polls alongside them. */
export function createStatus(parts: OrderParts, recordPosUpdate: RecordPosUpdate) {
  const { db, transactions, connections, lostOrganizations, clock, report } = parts;
  const { expectStopList, sentOrders, pollEverySeconds: everySeconds } = parts;
  const reconcileUpdates = new ReconcileUpdates({ db, transactions, recordPosUpdate });
  const parseWebhooks = new ParseWebhooks({ connections, expectStopList, clock });
  const recording = { db, transactions, connections, parseWebhooks };
  const polling = { db, connections, lostOrganizations, reconcileUpdates, clock, report };
  const polledKeys = new PolledKeys({ db, connections });
  return {
    planPolls: new PlanPolls({ transactions, polledKeys, clock, everySeconds }),
    catchUpOrder: new CatchUpOrder({ db, transactions, sentOrders, reconcileUpdates }),
    pollOrders: new PollOrders({ ...polling, everySeconds }),
    recordWebhook: new RecordWebhook({ ...recording, reconcileUpdates }),
    processWebhookInbox: new ProcessWebhookInbox({ ...parts, parseWebhooks, recordPosUpdate }),
  };
}
