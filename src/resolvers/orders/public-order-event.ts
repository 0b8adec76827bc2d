import { type Locale } from "../../domain/texts/locale";
import { type OrderEventRow } from "../../entities/orders/order-event-row";
import { cursorOf } from "../../subscriptions/event-cursor";
import { publicFailure } from "../schema/public-failure";
import { toSource } from "../schema/source";
import { InjectionEvent, NoteEvent, type OrderEvent, OrderStatusEvent } from "./order-event";
import { OrderClaimEvent } from "./order-event";

export interface EventAudience {
  readonly locale: Locale;
  /** Operators see who acted and what the POS said. */
  readonly operator: boolean;
}

/** Returns an event as its audience may see it. */
export function publicOrderEvent(row: OrderEventRow, audience: EventAudience): OrderEvent {
  const { locale, operator } = audience;
  const common = {
    id: row.id,
    orderId: row.orderId,
    cursor: cursorOf(row),
    previousCursor: row.previousCursor ?? null,
    freshStart: row.startsAfter !== undefined,
    at: row.at,
    source: toSource(row.source),
    actor: operator ? row.actor : null,
    summary: row.summary[locale],
  };
  const { detail } = row;
  switch (detail.kind) {
    case "STATUS": {
      const { from, to, rawPosStatus, observedBy, lateBySeconds } = detail;
      const change = { from, to, rawPosStatus, observedBy, lateBySeconds };
      return Object.assign(new OrderStatusEvent(), common, change);
    }
    case "INJECTION":
      return Object.assign(new InjectionEvent(), common, injectionDetail(detail, audience));
    case "CLAIM": {
      const until = detail.until === null ? null : new Date(detail.until);
      return Object.assign(new OrderClaimEvent(), common, { until });
    }
    case "NOTE":
      return Object.assign(new NoteEvent(), common);
  }
}

function injectionDetail(
  detail: Extract<OrderEventRow["detail"], { kind: "INJECTION" }>,
  { locale, operator }: EventAudience,
) {
  return {
    state: detail.state,
    attempt: detail.attempt,
    nextAttemptAt: detail.nextAttemptAt ? new Date(detail.nextAttemptAt) : null,
    error: operator ? publicFailure(detail.fault, locale) : null,
    remark: operator ? (detail.remark ?? null) : null,
  };
}
