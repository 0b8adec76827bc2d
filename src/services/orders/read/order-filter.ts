import { type InjectionState } from "../../../domain/orders/injection-state";
import { type AttentionReason } from "../../../domain/orders/order-attention";
import { type OrderStatus } from "../../../domain/orders/order-status";
import { type Fulfilment } from "../../../domain/ticket/order-ticket";

/**
 * DEAD: no message has reached anyone. WITH_PEOPLE: handed over to the staff, and nobody has taken
 * responsibility for it yet.
 */
export type OrderUrgency = "DEAD" | "WITH_PEOPLE" | "NONE";

/** A filter that is omitted or null matches any order. */
export interface OrderFilter {
  readonly branchIds?: readonly string[] | null | undefined;
  readonly statuses?: readonly OrderStatus[] | null | undefined;
  readonly injectionStates?: readonly InjectionState[] | null | undefined;
  readonly fulfilments?: readonly Fulfilment[] | null | undefined;
  /** true matches any of the possible reasons; false matches none of them. */
  readonly needsPerson?: boolean | null | undefined;
  readonly attention?: readonly AttentionReason[] | null | undefined;
  /**
   * What a person types to look for an order: its number, a phone or its last digits, or the
   * beginning of a name.
   */
  readonly search?: string | null | undefined;
  readonly urgency?: OrderUrgency | null | undefined;
  readonly createdFrom?: Date | null | undefined;
  readonly createdTo?: Date | null | undefined;
  /** A whole phone number in any usual spelling, or its last digits. */
  readonly phone?: string | null | undefined;
  readonly number?: string | null | undefined;
  /** The beginning of the guest's name, regardless of case. */
  readonly name?: string | null | undefined;
}

/** The last order of the previous page. */
export interface OrderPosition {
  readonly createdAt: Date;
  readonly id: string;
}
