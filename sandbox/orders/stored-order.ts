import { type CreateRequest } from "./create-request";
import { type ErrorInfo } from "./error-info";
import { type OrderBody } from "./order-body";

/** What happens to an order that is still on its way to the till. */
export interface CreationStep {
  /** Milliseconds since 1970. */
  at: number;
  /** null means that the till accepts the order. */
  error: ErrorInfo | null;
}

export interface Withdrawal {
  guestId: string;
  walletId: string;
  /** In roubles. */
  sum: number;
}

/** An order as stored by iiko Cloud. */
export interface StoredOrder {
  id: string;
  posId: string | null;
  externalNumber: string | null;
  organizationId: string;
  terminalGroupId: string | null;
  sourceKey: string | null;
  /** Milliseconds since 1970; grows with every change of this order. */
  timestamp: number;
  revision: number;
  creationStatus: "InProgress" | "Success" | "Error";
  errorInfo: ErrorInfo | null;
  order: OrderBody | null;
  request: CreateRequest;
  correlationId: string;
  receivedAt: number;
  /** How many create calls came with this id, including refused ones. */
  createCalls: number;
  plan: CreationStep[];
  /** Bonuses the till took for this order; a cancellation returns them. */
  withdrawals: Withdrawal[];
}
