import { type OrderStatus } from "./order-body";

/** What a mutating call asks the till to do with an order. */
export type Mutation =
  | { kind: "status"; status: "Waiting" | "OnWay" | "Delivered" }
  | { kind: "confirm" }
  | { kind: "unconfirm" }
  | { kind: "close" }
  | { kind: "cancel"; causeId: string | null; comment: string | null; writesOff: boolean };

/** One mutating call as `commands/status` reports it under its correlation id. */
export interface Command {
  organizationId: string;
  orderId: string;
  at: number;
  state: "InProgress" | "Success" | "Error";
  /** Why the command failed. */
  message: string | null;
  /** null for the creation of an order, whose outcome is read from the order itself. */
  mutation: Mutation | null;
}

/**
 * Statuses that the API may move an order between; the others belong to the kitchen (iiko's
 * contract).
 */
export const API_STATUSES: readonly OrderStatus[] = ["Waiting", "OnWay", "Delivered"];
