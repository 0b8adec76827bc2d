import { WATCH_MS } from "../../domain/orders/decide-probe";
import { type KeyedJob, type TaskName } from "../../ports/job-queue";
import { jobOfPlan } from "../catalogue/branches-plans/branches-plan-job";
import { PATIENCE_MS } from "../loyalty/cancel-hold";
import {
  cancellationOf,
  holdCancellation,
  scheduleProbe,
  sendOf,
  tellingOf,
} from "../orders/rows/order-jobs";
import { catchUpOf } from "../orders/status/catch-up-later";
import { recordingOf } from "../orders/status/record-webhook";

/** A row for which something is due. */
export interface DueRow {
  readonly id: string;
  readonly branchId: string;
  /** The earliest time to run; null means now. */
  readonly runAt: Date | null;
  /** Its place in its branch's line, if it has one. */
  readonly placeAt?: Date | null;
}

/**
 * One kind of work that follows from rows: as long as such a row exists, its job must exist, too.
 */
export interface DueWork<T extends TaskName = TaskName> {
  readonly task: T;
  /**
   * Selects the rows, ending in a condition that a partial index covers.
   *
   * @param now an SQL literal
   */
  readonly rows: (now: string) => string;
  /**
   * The column that identifies the rows, as `table.column`, and a value that sorts before all
   * others.
   */
  readonly id: `${string}.${string}`;
  readonly first: string;
  readonly jobOf: (row: DueRow, now: Date) => KeyedJob<T>;
}

const FIRST_UUID = "00000000-0000-0000-0000-000000000000";

/**
 * An attempt that started later than this is most likely still running, whatever has become of its
 * job.
 */
const ATTEMPT_GETS = "interval '15 s'";
/** The last probe may be over by then. */
const LAST_LOOK_MS = 60_000;

const ofOrders = (condition: string) =>
  `select orders.id, orders.branch_id as "branchId", next_attempt_at as "runAt", coalesce(place_at, created_at) as "placeAt" from orders where ${condition}`;

/** Orders that only the gateway itself has to submit to the POS: the staff hold none of them. */
const sends: DueWork<"send-order"> = {
  task: "send-order",
  id: "orders.id",
  first: FIRST_UUID,
  rows: (now) =>
    ofOrders(`
      handed_over_at is null and injection_state in ('QUEUED', 'SENDING', 'RETRY_SCHEDULED', 'OUTCOME_UNKNOWN')
      and not (injection_state = 'SENDING' and exists (
        select from injection_attempts made
        where made.order_id = orders.id and made.finished_at is null and made.started_at > ${now} - ${ATTEMPT_GETS}
      ))`),
  jobOf: (row, now) => {
    return sendOf(row, Math.max(0, (row.runAt ?? now).getTime() - now.getTime()));
  },
};

function looks(rows: DueWork["rows"]): DueWork<"confirm-submission"> {
  const jobOf = (row: DueRow) => scheduleProbe(row, 0);
  return { task: "confirm-submission", id: "orders.id", first: FIRST_UUID, rows, jobOf };
}

/** Orders whose outcome only the POS knows. */
const undecided = looks(() =>
  ofOrders("handed_over_at is null and injection_state in ('AWAITING_POS', 'OUTCOME_UNKNOWN')"),
);

const lateLooksSince = (now: string) => `${now} - interval '${WATCH_MS - LAST_LOOK_MS} ms'`;

/** Orders that a late POS may still create although the staff have them. */
const handedOver = looks((now) =>
  ofOrders(`
    handed_over_at is not null and injection_state <> 'IN_POS' and injection_state <> 'CANCELLED_BEFORE_SEND'
    and handed_over_at > ${lateLooksSince(now)}`),
);

/** The same for cancelled orders that had been sent before. */
const cancelled = looks((now) =>
  ofOrders(`
    injection_state = 'CANCELLED_BEFORE_SEND' and status_changed_at > ${lateLooksSince(now)}
    and exists (select from injection_attempts made where made.order_id = orders.id)`),
);

const messages: DueWork<"tell-people"> = {
  task: "tell-people",
  id: "fallback_deliveries.id",
  first: FIRST_UUID,
  rows: () => `
    select fallback_deliveries.id, orders.branch_id as "branchId", null as "runAt"
    from fallback_deliveries join orders on orders.id = order_id
    where sent_at is null and given_up_at is null`,
  jobOf: ({ id, branchId }) => tellingOf(id, branchId),
};

const cancellations: DueWork<"cancel-order"> = {
  task: "cancel-order",
  id: "order_commands.id",
  first: FIRST_UUID,
  rows: () => `
    select order_commands.id, orders.branch_id as "branchId", null as "runAt"
    from order_commands join orders on orders.id = order_id
    where outcome = 'PENDING' and kind = 'CANCEL'`,
  jobOf: ({ id, branchId }) => cancellationOf(id, branchId),
};

/** Points that the POS may still hold; after a day there are no further attempts. */
const holds: DueWork<"cancel-hold"> = {
  task: "cancel-hold",
  id: "bonus_reservations.order_id",
  first: FIRST_UUID,
  rows: (now) => `
    select order_id as id, orders.branch_id as "branchId", null as "runAt"
    from bonus_reservations join orders on orders.id = order_id
    where state = 'RELEASED' and customer_id_in_pos is not null and given_back_at is null
      and ended_at > ${now} - interval '${PATIENCE_MS} ms'`,
  jobOf: (row) => holdCancellation(row),
};

const webHooks: DueWork<"record-webhook"> = {
  task: "record-webhook",
  id: "waiting_webhooks.id",
  first: "0",
  rows: () => `
    select waiting_webhooks.id, null as "branchId", null as "runAt" from waiting_webhooks where needs_look`,
  jobOf: ({ id }) => recordingOf(id),
};

/** Orders whose news arrived while somebody else had them locked. */
const catchUps: DueWork<"catch-up-order"> = {
  task: "catch-up-order",
  id: "order_catch_ups.order_id",
  first: FIRST_UUID,
  rows: () => `
    select order_catch_ups.order_id as id, orders.branch_id as "branchId", null as "runAt"
    from order_catch_ups left join orders on orders.id = order_id where true`,
  jobOf: (row) => catchUpOf(row),
};

/** Plans for many branches that are being calculated, applied or undone. */
const branchesPlans: DueWork<"work-branches-plan"> = {
  task: "work-branches-plan",
  id: "branches_plans.id",
  first: FIRST_UUID,
  rows: () =>
    `select id, null as "branchId", null as "runAt" from branches_plans where step is not null`,
  jobOf: ({ id }) => jobOfPlan(id),
};

/**
 * Everything that is due because of a row. Polls, menus, stop lists and late alerts follow from the
 * rounds that look for them.
 */
export const DUE_WORK: readonly DueWork[] = [
  sends,
  undecided,
  handedOver,
  cancelled,
  messages,
  cancellations,
  holds,
  webHooks,
  catchUps,
  branchesPlans,
];
