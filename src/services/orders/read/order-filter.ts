import { type InjectionState } from "../../../domain/orders/injection-state";
import { type AttentionReason } from "../../../domain/orders/order-attention";
import { type OrderStatus } from "../../../domain/orders/order-status";
import { type Fulfilment } from "../../../domain/ticket/order-ticket";

/**
 * DEAD: no message has reached anybody. WITH_PEOPLE: given to people, and nobody has answered for
 * it yet.
 */
export type OrderUrgency = "DEAD" | "WITH_PEOPLE" | "NONE";

/** Left out or null: any. */
export interface OrderFilter {
  readonly branchIds?: readonly string[] | null | undefined;
  readonly statuses?: readonly OrderStatus[] | null | undefined;
  readonly injectionStates?: readonly InjectionState[] | null | undefined;
  readonly fulfilments?: readonly Fulfilment[] | null | undefined;
  /** true: for any of the reasons there are; false: for none. */
  readonly needsPerson?: boolean | null | undefined;
  readonly attention?: readonly AttentionReason[] | null | undefined;
  /**
   * What a person types who looks for an order: its number, a phone or its end, a name's beginning.
   */
  readonly search?: string | null | undefined;
  readonly urgency?: OrderUrgency | null | undefined;
  readonly createdFrom?: Date | null | undefined;
  readonly createdTo?: Date | null | undefined;
  /** A whole phone in any usual spelling, or its last digits. */
  readonly phone?: string | null | undefined;
  readonly number?: string | null | undefined;
  /** How the guest's name begins; upper and lower case are one. */
  readonly name?: string | null | undefined;
}

/** The last order of the page before. */
export interface OrderPosition {
  readonly createdAt: Date;
  readonly id: string;
}
