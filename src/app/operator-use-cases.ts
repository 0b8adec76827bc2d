import { CancelHold } from "../services/loyalty/cancel-hold";
import { CancelInPos } from "../services/orders/operate/cancel-in-pos";
import { CancelOrder } from "../services/orders/operate/cancel-order";
import { ClaimOrder } from "../services/orders/operate/claim-order";
import { MarkEnteredByHand } from "../services/orders/operate/mark-entered-by-hand";
import { ReleaseOrder } from "../services/orders/operate/release-order";
import { RenewTrackingToken } from "../services/orders/operate/renew-tracking-token";
import { RetryDeadLetters } from "../services/orders/operate/retry-dead-letters";
import { RetryOrder } from "../services/orders/operate/retry-order";
import { CountWaitingOrders } from "../services/orders/read/count-waiting-orders";
import { ExportOrders } from "../services/orders/read/export-orders";
import { FindAttention } from "../services/orders/read/find-attention";
import { FindOrderFigures } from "../services/orders/read/find-order-figures";
import { FindOrderFlow } from "../services/orders/read/find-order-flow";
import { FindOrders } from "../services/orders/read/find-orders";
import { type RecordPosUpdate } from "../services/orders/status/record-pos-update";
import { ResealCredentials } from "../services/pos/reseal-credentials";
import { EraseCustomer } from "../services/privacy/erase-customer";
import { EraseOldOrders } from "../services/privacy/erase-old-orders";
import { ExportCustomer } from "../services/privacy/export-customer";
import { PurgeExpired } from "../services/privacy/purge-expired";
import { type OrderParts } from "./order-parts";

/** What operators do about orders, and cancellations by guests. */
export function createOperating(parts: OrderParts, recordPosUpdate: RecordPosUpdate) {
  const { db, transactions, sessions, sentOrders, jobs, secrets, clock, report } = parts;
  const cancelling = { db, transactions, sessions, sentOrders, recordPosUpdate, clock, report };
  return {
    cancelOrder: new CancelOrder({ db, sessions, clock }),
    cancelInPos: new CancelInPos(cancelling),
    cancelHold: new CancelHold({ db, sentOrders, jobs, clock }),
    claimOrder: new ClaimOrder({ db, sessions, clock }),
    releaseOrder: new ReleaseOrder({ db, sessions, clock }),
    renewTrackingToken: new RenewTrackingToken({ db, sessions, secrets }),
    retryOrder: new RetryOrder({ db, sessions, clock }),
    retryDeadLetters: new RetryDeadLetters({ db, sessions, clock }),
    markEnteredByHand: new MarkEnteredByHand({ db, sessions, clock }),
  };
}

/** Queries for operators. */
export function createReading({ db, clock }: OrderParts) {
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

/** Deletes data of orders and their guests, and exports the data that guests may have. */
export function createForgetting(parts: OrderParts) {
  const { db, feed, jobs, clock, secrets, lostOrganizations, orderRetentionDays, retentionDays } =
    parts;
  const eraseOldOrders = new EraseOldOrders({ db, feed, orderRetentionDays });
  const resealCredentials = new ResealCredentials(db, secrets);
  return {
    purgeExpired: new PurgeExpired({
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
