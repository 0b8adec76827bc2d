import { type PosFailure } from "../pos/pos-failure";
import { type AppliedPromotion } from "../promotions/applied-promotion";
import { type Address, type Fulfilment } from "../ticket/order-ticket";
import { type InjectionState } from "./injection-state";
import { type OrderClaim } from "./order-claim";
import { type OrderStatus } from "./order-status";

/**
 * The columns of an order that can change after it was accepted. The entity has them under the same
 * names.
 */
export interface OrderColumns {
  readonly injectionState: InjectionState;
  readonly generation: number;
  readonly posOrderId: string;
  readonly posNumber: string | null;
  readonly failures: number;
  readonly nextAttemptAt: Date | null;
  readonly pendingSince: Date | null;
  readonly lastFault: PosFailure | null;
  readonly duplicatesPrevented: number;
  readonly handedOverAt: Date | null;
  readonly alertedAt: Date | null;
  readonly status: OrderStatus;
  readonly rawPosStatus: string | null;
  readonly statusChangedAt: Date;
  readonly posTimestamp: number;
  readonly courier: { name: string; phone: string | null; updatedAt?: string } | null;
  readonly estimatedAt: Date | null;
  readonly promisedAt: Date | null;
  readonly trackingUrl: string | null;
  readonly cancelReason: string | null;
  /** How many times the tracking token was renewed. */
  readonly trackingGeneration: number;
  /** Who is working on the order, and until when; it may have expired. null: nobody. */
  readonly claim: OrderClaim | null;
}

/**
 * All of their names: every write of an order writes all of these, so that a single statement
 * covers every change.
 */
export const ORDER_COLUMNS = Object.keys({
  injectionState: true,
  generation: true,
  posOrderId: true,
  posNumber: true,
  failures: true,
  nextAttemptAt: true,
  pendingSince: true,
  lastFault: true,
  duplicatesPrevented: true,
  handedOverAt: true,
  alertedAt: true,
  status: true,
  rawPosStatus: true,
  statusChangedAt: true,
  posTimestamp: true,
  courier: true,
  estimatedAt: true,
  promisedAt: true,
  trackingUrl: true,
  cancelReason: true,
  trackingGeneration: true,
  claim: true,
} satisfies Record<keyof OrderColumns, true>) as readonly (keyof OrderColumns)[];

/** The basis for a decision about an order. */
export interface OrderFacts extends OrderColumns {
  readonly id: string;
  readonly createdAt: Date;
  readonly fulfilment: Fulfilment;
  /** In kopecks. */
  readonly bonusSpent: number;
  readonly promotions: readonly AppliedPromotion[];
  /** null: the guest's data has not been erased. */
  readonly erasedAt: Date | null;
  readonly customerName: string;
  readonly customerPhone: string;
  readonly address: Address | null;
  readonly comment: string | null;
}
