import { type UserError } from "../errors/user-error";
import { type PosFailure } from "../pos/pos-failure";
import { type Text } from "../texts/locale";
import { type Effect } from "./effects";
import { type EventSource } from "./event-source";
import { type InjectionEvent, InjectionState, nextInjectionState } from "./injection-state";
import { injectionSummary } from "./injection-summary";
import { Observation, type OrderEventDetail } from "./order-event";
import { type OrderColumns, type OrderFacts } from "./order-facts";
import { OrderStatus } from "./order-status";
import { statusSummary } from "./stage-words";

/** What a history records about an order at one moment. */
export interface NewEvent {
  readonly at: Date;
  readonly source: EventSource;
  readonly actor?: string | null;
  readonly summary: Text;
  readonly detail: OrderEventDetail;
}

/**
 * Everything that follows for one order from something that happened to it. No part of it is
 * carried out before it is written.
 */
export interface Decision {
  readonly columns: Partial<OrderColumns>;
  /** The state that the order has reached on its way to the POS; null: unchanged. */
  readonly step: InjectionState | null;
  /** In the order in which it is reported; includes the steps. */
  readonly history: readonly NewEvent[];
  readonly effects: readonly Effect[];
}

/** Why something that a person requested cannot be done. */
export interface Refusal {
  readonly refusal: UserError;
}

/** What happened has no meaning for an order in its state. */
export const NOTHING: Decision = { columns: {}, step: null, history: [], effects: [] };

export interface StepDetails {
  readonly source?: "POS" | "GATEWAY";
  readonly actor?: string | null;
  readonly attempt?: number | null;
  readonly fault?: PosFailure | null;
  readonly nextAttemptAt?: Date | null;
  /** For operators only. */
  readonly remark?: string | null;
}

/** A decision in progress. What the order holds ends with the step or status that ends it. */
export class Draft {
  private readonly columns: Partial<OrderColumns> = {};
  /** Copied on demand and once: an order has dozens of columns. */
  private changed: OrderFacts | undefined;
  private step: InjectionState | null = null;
  private readonly history: NewEvent[] = [];
  private readonly effects: Effect[] = [];

  constructor(
    private readonly order: OrderFacts,
    readonly at: Date,
  ) {}

  /** The order as it will be once all this is written. */
  get after(): OrderFacts {
    return (this.changed ??= { ...this.order, ...this.columns });
  }

  /**
   * Moves the order along its way to the POS. Returns false, and changes nothing, when the event
   * has no meaning.
   */
  take(event: InjectionEvent, details: StepDetails = {}): boolean {
    const state = nextInjectionState(this.after.injectionState, event);
    if (state === undefined) return false;
    this.step = state;
    this.change({ injectionState: state });
    this.tell(stepTo(state, this.at, details));
    this.endClaims();
    return true;
  }

  /** The order gets this status because somebody has said so here; the POS was not asked. */
  reach(to: OrderStatus, actor: string | null): void {
    const { status: from, fulfilment } = this.after;
    const how = { observedBy: Observation.COMMAND, rawPosStatus: null, lateBySeconds: null };
    const detail = { kind: "STATUS", from, to, ...how } as const;
    this.tell({
      at: this.at,
      source: "GATEWAY",
      actor,
      summary: statusSummary(to, fulfilment),
      detail,
    });
    this.change({ status: to, statusChangedAt: this.at });
  }

  change(columns: Partial<OrderColumns>): void {
    Object.assign(this.columns, columns);
    if (this.changed) Object.assign(this.changed, columns);
  }

  tell(...events: readonly NewEvent[]): void {
    this.history.push(...events);
  }

  note(summary: Text, actor: string | null = null, source: NewEvent["source"] = "GATEWAY"): void {
    this.tell({ at: this.at, source, actor, summary, detail: { kind: "NOTE" } });
  }

  cause(...effects: readonly Effect[]): void {
    this.effects.push(...effects);
  }

  /**
   * Releases or settles the guest's points and promo codes that the order holds, if its new state
   * requires it.
   */
  endClaims(): void {
    const { status, injectionState, bonusSpent, promotions } = this.after;
    const end = bonusSpent > 0 ? reservationEnd(status, injectionState) : undefined;
    if (end) this.cause({ kind: "RELEASE_RESERVATIONS", ...end, at: this.at });
    const cancelled =
      status === OrderStatus.CANCELLED || injectionState === InjectionState.CANCELLED_BEFORE_SEND;
    if (
      cancelled &&
      promotions.some(({ code, source }) => code !== null && source === "RESULT_REST")
    )
      this.cause({ kind: "RETURN_PROMOTIONS", at: this.at });
  }

  done(): Decision {
    const { columns, step, history, effects } = this;
    return { columns, step, history, effects };
  }
}

function stepTo(state: InjectionState, at: Date, details: StepDetails): NewEvent {
  const {
    source = "GATEWAY",
    actor = null,
    attempt = null,
    fault = null,
    nextAttemptAt,
    remark = null,
  } = details;
  const planned = nextAttemptAt ? { nextAttemptAt: nextAttemptAt.toISOString() } : {};
  const detail = { kind: "INJECTION", state, attempt, fault, remark, ...planned } as const;
  return { at, source, actor, summary: injectionSummary[state], detail };
}

/** How the reservation of an order's points ends, and why. */
interface ReservationEnd {
  readonly state: "SETTLED" | "RELEASED";
  readonly reason: string;
}

const RELEASING: readonly InjectionState[] = [
  InjectionState.FALLBACK_SENT,
  InjectionState.DEAD_LETTERED,
  InjectionState.ENTERED_BY_HAND,
  InjectionState.CANCELLED_BEFORE_SEND,
];

const SETTLING: readonly OrderStatus[] = [OrderStatus.DELIVERED, OrderStatus.CLOSED];

/**
 * Returns undefined while the order is under way. Points are settled when the guest has the order:
 * from then on the POS's balance is decisive. They are released when the order is cancelled, and
 * when it is handed over to the staff, who take points at the till by hand.
 */
function reservationEnd(
  status: OrderStatus,
  injectionState: InjectionState,
): ReservationEnd | undefined {
  if (status === OrderStatus.CANCELLED) return { state: "RELEASED", reason: status };
  if (SETTLING.includes(status)) return { state: "SETTLED", reason: status };
  return RELEASING.includes(injectionState)
    ? { state: "RELEASED", reason: injectionState }
    : undefined;
}
