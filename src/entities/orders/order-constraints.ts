import { Check, Index } from "typeorm";

import { SETTLED_STATES } from "../../domain/orders/settled-states";

const INDEXES: readonly ClassDecorator[] = [
  Index("orders_number_of_company", ["number", "companyId"], { unique: true }),
  Index("orders_in_branch", ["branchId", "createdAt", "id"]),
  Index("orders_by_status", ["branchId", "status", "createdAt", "id"]),
  Index("orders_by_state", ["injectionState", "createdAt", "id"], {
    where: "injection_state <> 'IN_POS'",
  }),
  Index("orders_by_state_of_branch", ["branchId", "injectionState", "createdAt", "id"], {
    where: "injection_state <> 'IN_POS'",
  }),
  Index("orders_created", ["createdAt", "id"]),
  Index("orders_due", { synchronize: false }),
  Index("orders_phone", ["customerPhone", "createdAt"]),
  Index("orders_open_since", { synchronize: false }),
  Index("orders_to_approve", ["statusChangedAt"], {
    where: "injection_state = 'IN_POS' and status = 'UNCONFIRMED'",
  }),
  Index("orders_open_injection", ["injectionState"], {
    where: `injection_state not in ${SETTLED_STATES}`,
  }),
  Index("orders_need_people", ["branchId", "createdAt"], {
    where: `handed_over_at is not null and injection_state not in ${SETTLED_STATES}`,
  }),
  Index("orders_not_alerted", ["createdAt"], {
    where: `alerted_at is null and injection_state not in ${SETTLED_STATES}`,
  }),
  Index("orders_automated", ["id"], {
    where:
      "handed_over_at is null and injection_state in ('QUEUED', 'SENDING', 'AWAITING_POS', 'RETRY_SCHEDULED', 'OUTCOME_UNKNOWN')",
  }),
  Index("orders_watched", ["handedOverAt"], {
    where: "handed_over_at is not null and injection_state <> 'IN_POS'",
  }),
  Index("orders_cancelled_unsent", ["statusChangedAt"], {
    where: "injection_state = 'CANCELLED_BEFORE_SEND'",
  }),
  Index("orders_payment", ["branchId", "externalPaymentId"], {
    unique: true,
    where: "external_payment_id is not null and not repeats_payment",
  }),
  Index("orders_to_erase", ["createdAt"], { where: "erased_at is null" }),
  Index("orders_unproven", ["branchId", "customerPhone", "createdAt"], {
    where: "unproven and status not in ('DELIVERED', 'CLOSED', 'CANCELLED')",
  }),
  Index("orders_source", ["source", "createdAt"], { where: "source is not null" }),
  Index("orders_key_input", ["branchId", "idempotencyKey", "inputHash"], { unique: true }),
  Index("orders_key_owner", ["branchId", "idempotencyKey", "keyOwner"], { unique: true }),
  Index("orders_key", ["idempotencyKey"]),
  Index("orders_phone_end", { synchronize: false }),
  Index("orders_by_name", { synchronize: false }),
  Index("orders_of_slots", ["branchId", "wantedAt"], {
    where: "wanted_at is not null and status <> 'CANCELLED'",
  }),
];

const CHECKS: readonly ClassDecorator[] = [
  Check("orders_amounts", "subtotal >= 0 and total >= 0"),
  Check(
    "orders_money",
    `discount between 0 and subtotal and delivery_fee >= 0 and bonus_spent >= 0
   and total = subtotal - discount + delivery_fee - bonus_spent`,
  ),
  Check("orders_generation", "generation >= 1"),
  Check("orders_guest_count", "guest_count between 1 and 99"),
  Check("orders_delivery_address", "fulfilment <> 'DELIVERY' or address is not null"),
];

/** Indexes by which orders are found; each as a migration created it. */
export function OrderIndexes(): ClassDecorator {
  return (order) => INDEXES.forEach((index) => index(order));
}

/** Constraints that the database itself enforces on orders. */
export function OrderChecks(): ClassDecorator {
  return (order) => CHECKS.forEach((check) => check(order));
}
